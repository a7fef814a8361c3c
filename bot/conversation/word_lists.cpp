#include "bot/conversation/word_lists.hpp"

#include "bot/domain/text.hpp"

#include <toml++/toml.h>

#include <stdexcept>

namespace kintsugi::conversation {
namespace {

[[noreturn]] void complain(const TomlFile& file, std::string_view key)
{
    throw std::runtime_error{"prompts/" + file.name + ": bad entry " + std::string{key}};
}

void add_words(const toml::node* list, std::vector<std::string>& words, bool folded = true)
{
    if (list == nullptr || !list->is_array()) return;
    for (const auto& item : *list->as_array()) {
        const auto word = item.value<std::string>().value_or("");
        words.push_back(folded ? text::fold(word) : word);
    }
}

int point(const toml::array& points, std::size_t index)
{
    return static_cast<int>(points[index].value<std::int64_t>().value_or(0));
}

/// The same signal in several languages is one rule.
cases::SignalRule& rule_for(cases::Lexicon& lexicon, const std::string& key)
{
    for (auto& rule : lexicon.signals)
        if (rule.key == key) return rule;
    auto& rule = lexicon.signals.emplace_back();
    rule.key = key;
    return rule;
}

cases::WantRule& want_for(cases::Lexicon& lexicon, const std::string& key)
{
    for (auto& rule : lexicon.wants)
        if (rule.key == key) return rule;
    auto& rule = lexicon.wants.emplace_back();
    rule.key = key;
    return rule;
}

void add_signals(cases::Lexicon& lexicon, const toml::table& root, const TomlFile& file)
{
    for (const auto& item : *root["signal"].as_array()) {
        const auto& row = *item.as_table();
        const auto* points = row["points"].as_array();
        const auto key = row["key"].value<std::string>();
        if (!key || points == nullptr || points->size() != 3) complain(file, key.value_or("signal"));
        auto& rule = rule_for(lexicon, *key);
        rule.points = {point(*points, 0), point(*points, 1), point(*points, 2)};
        rule.hard_trigger = row["hard"].value_or(false);
        add_words(row.get("words"), rule.words);
    }
}

void add_heat(cases::Lexicon& lexicon, const toml::table& heat)
{
    for (int degree = 1; degree <= cases::hottest; ++degree) {
        cases::HeatRule rule{degree, {}};
        add_words(heat.get("heat_" + std::to_string(degree)), rule.words);
        lexicon.heat.push_back(std::move(rule));
    }
}

} // namespace

cases::Lexicon load_lexicon(std::span<const TomlFile> files)
{
    cases::Lexicon lexicon;
    for (const auto& file : files_named(files, "signals.toml")) {
        const auto root = toml::parse(file.content, file.name);
        if (!root["signal"].is_array_of_tables()) complain(file, "signal");
        add_signals(lexicon, root, file);
        for (const auto* name : {"heat", "wants", "words"})
            if (!root[name].is_table()) complain(file, name);
        add_heat(lexicon, *root["heat"].as_table());
        for (const auto& [key, list] : *root["wants"].as_table()) {
            add_words(&list, want_for(lexicon, std::string{key.str()}).words);
        }
        const auto& words = *root["words"].as_table();
        add_words(words.get("complaint"), lexicon.complaint);
        add_words(words.get("progress"), lexicon.progress);
        add_words(words.get("negators"), lexicon.negators);
        add_words(words.get("intensifiers"), lexicon.intensifiers);
    }
    return lexicon;
}

sharing::Anonymizer::Words load_name_words(std::span<const TomlFile> files)
{
    sharing::Anonymizer::Words words;
    for (const auto& file : files_named(files, "names.toml")) {
        const auto language = named<Language>(std::string_view{file.name}.substr(0, file.name.find('/')));
        const auto root = toml::parse(file.content, file.name);
        const auto* names = root["names"].as_table();
        const auto* placeholders = root["placeholders"].as_table();
        if (!language || names == nullptr || placeholders == nullptr) complain(file, "names");
        add_words(names->get("surnames"), words.surnames, false);
        add_words(names->get("titles"), words.titles, false);
        add_words(names->get("honorifics"), words.honorifics, false);
        add_words(names->get("frames"), words.name_frames, false);
        for (const auto& [key, text] : *placeholders) {
            const auto kind = named<sharing::Personal>(key.str());
            if (!kind) complain(file, key.str());
            words.placeholders[*language][*kind] = text.value<std::string>().value_or("");
        }
    }
    return words;
}

} // namespace kintsugi::conversation
