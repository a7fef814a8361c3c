#pragma once
// The grammar of the prompts that ship, a Wednesday afternoon in Shanghai, and what was understood as one line:
//
//     heat K-1042 n=2 «…»      ask: close K-1042      not: publish P-19      choices 4 1

#include "bot/conversation/action.hpp"
#include "bot/conversation/grammar.hpp"
#include "bot/domain/match.hpp"
#include "embedded/prompts.hpp"
#include "tests/bot/domain/printing.hpp"

#include <array>
#include <cstdio>

namespace kintsugi::conversation::tests {

inline const std::vector<TomlFile>& prompts()
{
    static const auto files = [] {
        std::vector<TomlFile> all;
        for (const auto& [name, content] : embedded::prompts())
            all.push_back({std::string{name}, content});
        return all;
    }();
    return files;
}

inline const Grammar& grammar()
{
    static const Grammar all_languages{load_grammar_words(prompts())};
    return all_languages;
}

inline const Zone shanghai{"Asia/Shanghai"};

inline Instant local(int year, unsigned month, unsigned day, int hour, int minute = 0, const Zone& zone = shanghai)
{
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return zone.instant(date, std::chrono::minutes{hour * 60 + minute});
}

/// Wednesday.
inline const Instant now = local(2026, 11, 25, 15);

/// "11-27 18:00"
inline std::string wall_clock(Instant at, const Zone& zone = shanghai)
{
    const auto [date, of_day] = zone.local(at);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(of_day).count();
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%02u-%02u %02d:%02d", static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
    return text.data();
}

inline std::string quoted(std::string_view before, const PrivateText& text)
{
    return text.empty() ? std::string{} : std::string{before} + "«" + text.reveal() + "»";
}

inline std::string line_of(Order order)
{
    const auto when = std::exchange(order.when, {});
    auto line = written({order, false});
    if (order.refs.this_one) line += " this";
    if (when) line += " at " + wall_clock(*when);
    if (order.when_is_past) line += " (past)";
    return line + quoted(" because ", order.reason) + quoted(" ", order.text);
}

inline std::string line_of(const References& refs)
{
    Order order;
    order.refs = refs;
    return line_of(std::move(order)).substr(name_of(Verb::help).size());
}

inline std::string line_of(const Utterance& utterance)
{
    return std::visit(
        Match{[](const Order& order) { return line_of(order); },
              [](const Question& question) { return "ask: " + line_of(question.about); },
              [](const Blocked& blocked) { return "not: " + line_of(blocked.what); },
              [](const Choices& choices) {
                  std::string line = "choices";
                  for (const auto number : choices.numbers)
                      line += " " + std::to_string(number);
                  return line;
              },
              [](const Mention& mention) { return "only" + line_of(mention.refs); },
              [](const FreeText& free) { return quoted(free.users_words ? "she said " : "free ", free.text); }},
        utterance);
}

/// What a message means, one line per utterance, with | between them.
inline std::string heard(std::string_view message)
{
    std::string lines;
    for (const auto& utterance : grammar().understand(PrivateText{std::string{message}}, now, shanghai))
        lines += (lines.empty() ? "" : " | ") + line_of(utterance);
    return lines;
}

} // namespace kintsugi::conversation::tests
