#include "bot/domain/cases/severity.hpp"

#include <algorithm>
#include <optional>

namespace kintsugi::cases {
namespace {

/// How far before a word a negator still takes it back: 没有受伤, was not hurt. Bytes of folded text.
constexpr std::size_t negator_reach = 13;

bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Latin words match whole; ideographs have no borders.
bool borders_hold(std::string_view text, std::size_t at, std::string_view word)
{
    const bool open_before = at == 0 || !is_word_byte(word.front()) || !is_word_byte(text[at - 1]);
    const auto end = at + word.size();
    return open_before && (end == text.size() || !is_word_byte(word.back()) || !is_word_byte(text[end]));
}

std::optional<std::size_t> find_word(std::string_view text, std::string_view word, std::size_t from = 0)
{
    for (auto at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1))
        if (borders_hold(text, at, word)) return at;
    return std::nullopt;
}

bool any_word(std::string_view text, const std::vector<std::string>& words)
{
    return std::ranges::any_of(words, [&](const auto& word) { return find_word(text, word).has_value(); });
}

/// The text just before `at`, within the same clause.
std::string_view clause_before(std::string_view text, std::size_t at)
{
    auto start = at > negator_reach ? at - negator_reach : 0;
    if (start > 0 && is_word_byte(text[start - 1])) // half a word is none: the volca|no eruptions
        while (start < at && is_word_byte(text[start]))
            ++start;
    const auto before = text.substr(start, at - start);
    const auto end = before.find_last_of(",.!?;\n");
    const auto full_stop = before.rfind("。");
    if (full_stop != std::string_view::npos && (end == std::string_view::npos || full_stop > end))
        return before.substr(full_stop + std::string_view{"。"}.size());
    return end == std::string_view::npos ? before : before.substr(end + 1);
}

std::optional<std::string_view> first_asserted(std::string_view text, const std::vector<std::string>& words,
                                               const Lexicon& lexicon)
{
    for (const auto& word : words)
        for (auto at = find_word(text, word); at; at = find_word(text, word, *at + 1))
            if (!any_word(clause_before(text, *at), lexicon.negators)) return text.substr(*at, word.size());
    return std::nullopt;
}

void read_heat(std::string_view text, const Lexicon& lexicon, Reading& reading)
{
    bool intense = false;
    for (const auto& rule : lexicon.heat)
        for (const auto& word : rule.words)
            if (const auto at = find_word(text, word)) {
                reading.heat = std::max(reading.heat, rule.heat);
                reading.heat_words.push_back(word);
                intense = intense || any_word(clause_before(text, *at), lexicon.intensifiers);
            }
    if (intense || reading.heat_words.size() > 2) ++reading.heat;
    reading.heat = std::min(reading.heat, hottest);
}

} // namespace

Reading read_complaint(std::string_view folded, const Lexicon& lexicon)
{
    Reading reading;
    read_heat(folded, lexicon, reading);
    for (const auto& rule : lexicon.signals)
        if (first_asserted(folded, rule.words, lexicon))
            reading.signals.push_back({rule.key, rule.points, rule.hard_trigger});
    for (const auto& rule : lexicon.wants)
        if (any_word(folded, rule.words)) reading.wants.push_back(rule.key);
    reading.progress = any_word(folded, lexicon.progress);
    reading.complaint = !reading.heat_words.empty() || !reading.signals.empty() ||
                        first_asserted(folded, lexicon.complaint, lexicon).has_value();
    return reading;
}

Points score(const std::vector<SignalFound>& signals)
{
    Points points;
    for (const auto& signal : signals) {
        points.reach = std::max(points.reach, signal.points.reach);
        points.gravity = std::max(points.gravity, signal.points.gravity);
        points.volatility = std::max(points.volatility, signal.points.volatility);
    }
    return points;
}

Level level_of(const Points& points)
{
    if (points.sum() >= 7) return Level::severe;
    return points.sum() >= 4 ? Level::medium : Level::mild;
}

bool has_hard_trigger(const std::vector<SignalFound>& signals)
{
    return std::ranges::any_of(signals, &SignalFound::hard_trigger);
}

} // namespace kintsugi::cases
