#include "bot/conversation/coaching/draft_check.hpp"

#include "bot/domain/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>

namespace kintsugi::conversation {
namespace {

[[noreturn]] void complain(const TomlFile& file, const std::string& what)
{
    throw std::runtime_error{"prompts/" + file.name + ": rule " + what};
}

LintRule rule_of(const toml::table& row, const TomlFile& file)
{
    LintRule rule;
    rule.family = row["family"].value_or(std::string{});
    const auto level = named<LintLevel>(row["level"].value_or(std::string_view{}));
    if (!level || rule.family.empty()) complain(file, rule.family + ": level");
    rule.level = *level;
    rule.why = row["why"].value_or(std::string{});
    rule.instead = row["instead"].value_or(std::string{});
    if (const auto* phrases = row["phrases"].as_array())
        for (const auto& phrase : *phrases)
            rule.phrases.push_back(text::fold(phrase.value<std::string>().value_or("")));
    if (rule.phrases.empty() || rule.why.empty()) complain(file, rule.family + ": phrases");
    return rule;
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::size_t find_phrase(std::string_view text, std::string_view phrase)
{
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const auto end = at + phrase.size();
        const bool alone = (at == 0 || !is_letter(phrase.front()) || !is_letter(text[at - 1])) &&
                           (end == text.size() || !is_letter(phrase.back()) || !is_letter(text[end]));
        if (alone) return at;
    }
    return std::string_view::npos;
}

} // namespace

DraftCheck DraftCheck::load(std::span<const TomlFile> files)
{
    DraftCheck check;
    for (const auto& file : files_named(files, "lint.toml")) {
        const auto language = named<Language>(std::string_view{file.name}.substr(0, file.name.find('/')));
        const auto root = toml::parse(file.content, file.name);
        if (!language || !root["rule"].is_array_of_tables()) complain(file, "missing");
        for (const auto& item : *root["rule"].as_array())
            check.rules_[*language].push_back(rule_of(*item.as_table(), file));
    }
    return check;
}

DraftVerdict DraftCheck::check(const PrivateText& draft, const TimeWords& time, Instant now, const Zone& zone) const
{
    const auto folded = text::fold(draft.reveal());
    std::vector<std::pair<std::size_t, Finding>> found;
    for (const auto& [language, rules] : rules_)
        for (const auto& rule : rules)
            for (const auto& phrase : rule.phrases)
                if (const auto at = find_phrase(folded, phrase); at != std::string::npos) {
                    found.emplace_back(at, Finding{&rule, phrase});
                    break;
                }
    std::ranges::stable_sort(found, {}, [](const auto& entry) { return entry.first; });
    DraftVerdict verdict;
    for (auto& [at, finding] : found) {
        verdict.worst = std::max(verdict.worst, finding.rule->level);
        verdict.findings.push_back(std::move(finding));
    }
    for (const auto sentence : text::sentences(draft.reveal()))
        if (const auto when = find_time(sentence, time, now, zone); when && !when->is_past)
            verdict.promises.push_back({PrivateText{std::string{sentence}}, when->at});
    return verdict;
}

} // namespace kintsugi::conversation
