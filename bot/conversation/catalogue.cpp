#include "bot/conversation/catalogue.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace kintsugi::conversation {
namespace {

/// Files of words, read by loaders of their own.
constexpr std::array word_files{"demo.toml",    "demo_story.toml", "grammar.toml",  "time.toml",
                                "signals.toml", "names.toml",      "coaching.toml", "lint.toml"};

bool holds_texts(const TomlFile& file)
{
    return std::ranges::none_of(word_files, [&](std::string_view leaf) { return file.name.ends_with(leaf); });
}

[[noreturn]] void complain(const TomlFile& file, const std::string& what)
{
    throw std::runtime_error{"prompts/" + file.name + ": " + what};
}

std::vector<std::string> strings_of(const toml::array& list)
{
    std::vector<std::string> strings;
    for (const auto& item : list)
        strings.push_back(item.value<std::string>().value_or(""));
    return strings;
}

} // namespace

Catalogue Catalogue::load(std::span<const TomlFile> files)
{
    Catalogue catalogue;
    for (const auto& file : files) {
        if (!holds_texts(file)) continue;
        const auto language = named<Language>(std::string_view{file.name}.substr(0, file.name.find('/')));
        if (!language) complain(file, "its folder is not a language");
        auto& texts = catalogue.languages_[*language];
        for (const auto& [table_name, table] : toml::parse(file.content, file.name)) {
            if (!table.is_table()) complain(file, std::string{table_name.str()} + " stands outside of a table");
            for (const auto& [name, value] : *table.as_table()) {
                const auto key = std::string{table_name.str()} + "." + std::string{name.str()};
                const bool fresh = value.is_array()
                                       ? texts.lists.emplace(key, strings_of(*value.as_array())).second
                                       : texts.texts.emplace(key, value.value<std::string>().value_or("")).second;
                if (!fresh) complain(file, key + " stands twice");
            }
        }
    }
    return catalogue;
}

const std::string& Catalogue::text(Language language, std::string_view key) const
{
    const auto& texts = languages_.at(language).texts;
    const auto found = texts.find(key);
    if (found == texts.end()) throw std::logic_error{"no text for " + std::string{key}};
    return found->second;
}

const std::vector<std::string>& Catalogue::list(Language language, std::string_view key) const
{
    const auto& lists = languages_.at(language).lists;
    const auto found = lists.find(key);
    if (found == lists.end()) throw std::logic_error{"no list for " + std::string{key}};
    return found->second;
}

bool Catalogue::has(Language language, std::string_view key) const
{
    const auto& texts = languages_.at(language);
    return texts.texts.find(key) != texts.texts.end() || texts.lists.find(key) != texts.lists.end();
}

std::vector<std::string> Catalogue::keys(Language language) const
{
    std::vector<std::string> keys;
    const auto& texts = languages_.at(language);
    for (const auto& [key, text] : texts.texts)
        keys.push_back(key);
    for (const auto& [key, list] : texts.lists)
        keys.push_back(key);
    std::ranges::sort(keys);
    return keys;
}

std::vector<std::string> placeholders_of(std::string_view text)
{
    std::vector<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) break;
        std::string name{text.substr(open + 1, close - open - 1)};
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    return names;
}

} // namespace kintsugi::conversation
