#include "bot/commands/terminal.hpp"

#include "bot/assembly.hpp"

#include <cstdlib>
#include <iostream>
#include <vector>

namespace kintsugi {
namespace {

std::string_view wish(int count, const char* const* arguments)
{
    for (int i = 1; i + 1 < count; ++i)
        if (std::string_view{arguments[i]} == "--lang") return arguments[i + 1];
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): before any thread
        if (value != nullptr && *value != '\0') return value;
    }
    return {};
}

/// A command starts in the time that it takes to read these, not every text of the bot.
std::vector<conversation::TomlFile> own_texts()
{
    auto files = built_in_prompts();
    std::erase_if(files, [](const conversation::TomlFile& file) { return !file.name.ends_with("/operations.toml"); });
    return files;
}

} // namespace

Terminal::Terminal(Language language)
    : wording_(conversation::Catalogue::load(own_texts())), reader_{.language = language, .zone = {}, .now = {}}
{
}

void Terminal::say(std::string_view key, Slots slots) const
{
    std::cout << text(key, slots) << std::endl;
}

std::string Terminal::text(std::string_view key, Slots slots) const
{
    return wording_.masked(reader_, "operations." + std::string{key}, slots).reveal();
}

Language terminal_language(int count, const char* const* arguments)
{
    return wish(count, arguments).starts_with("zh") ? Language::chinese : Language::english;
}

} // namespace kintsugi
