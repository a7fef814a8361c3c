#include "bot/conversation/coaching/scripts.hpp"

#include "bot/domain/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>

namespace kintsugi::conversation {
namespace {

[[noreturn]] void complain(const TomlFile& file, const std::string& what)
{
    throw std::runtime_error{"prompts/" + file.name + ": script " + what};
}

std::vector<std::string> strings_of(const toml::table& row, std::string_view key)
{
    std::vector<std::string> strings;
    if (const auto* list = row[key].as_array())
        for (const auto& item : *list)
            strings.push_back(item.value<std::string>().value_or(""));
    return strings;
}

Script script_of(const toml::table& row, const TomlFile& file)
{
    Script script;
    script.situation = row["situation"].value_or(std::string{});
    const auto stage = named<CoachStage>(row["stage"].value_or(std::string_view{}));
    if (!stage) complain(file, script.situation + ": stage");
    script.stage = *stage;
    script.keywords = strings_of(row, "keywords");
    for (auto& word : script.keywords)
        word = text::fold(word);
    script.hear = row["hear"].value_or(std::string{});
    script.understand = row["understand"].value_or(std::string{});
    script.together = row["together"].value_or(std::string{});
    script.options = strings_of(row, "options");
    script.avoid = strings_of(row, "avoid");
    if (script.hear.empty() || script.together.empty()) complain(file, script.situation + ": words");
    return script;
}

std::ptrdiff_t hits(const Script& script, std::string_view folded)
{
    return std::ranges::count_if(script.keywords,
                                 [&](const std::string& word) { return folded.find(word) != std::string_view::npos; });
}

} // namespace

Scripts Scripts::load(std::span<const TomlFile> files)
{
    Scripts scripts;
    for (const auto& file : files_named(files, "coaching.toml")) {
        const auto language = named<Language>(std::string_view{file.name}.substr(0, file.name.find('/')));
        const auto root = toml::parse(file.content, file.name);
        if (!language || !root["script"].is_array_of_tables()) complain(file, "missing");
        for (const auto& item : *root["script"].as_array())
            scripts.scripts_[*language].push_back(script_of(*item.as_table(), file));
    }
    return scripts;
}

std::vector<const Script*> Scripts::fitting(Language language, CoachStage stage, std::string_view folded) const
{
    std::vector<const Script*> found;
    for (const auto& script : scripts_.at(language))
        if (script.stage == stage && (script.keywords.empty() || hits(script, folded) > 0)) found.push_back(&script);
    std::ranges::stable_sort(found, std::greater{}, [&](const Script* script) { return hits(*script, folded); });
    if (found.empty()) throw std::logic_error{"no general script for a stage"};
    return found;
}

CoachStage coach_stage(const cases::Case& current)
{
    if (!current.touched_at) return CoachStage::first_words;
    switch (current.status) {
    case cases::Status::waiting_user:
    case cases::Status::waiting_fix:
        return CoachStage::waiting;
    case cases::Status::resolved:
    case cases::Status::closed:
        return CoachStage::closing;
    default:
        return current.planned_at ? CoachStage::waiting : CoachStage::plan;
    }
}

} // namespace kintsugi::conversation
