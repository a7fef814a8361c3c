#pragma once
// What the words of a complaint tell: heat, signals, what the user wants, and the severity score with its reasons.
// PRODUCT.md, section 8. Words come from prompts/<language>/signals.toml; a KOE's own judgement always wins.

#include "bot/domain/cases/status.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::cases {

inline constexpr int hottest = 4; ///< heat runs from 0 to 4

/// Points per dimension, 0 to 3 each.
struct Points {
    int reach = 0;      ///< 影响力
    int gravity = 0;    ///< 严重性
    int volatility = 0; ///< 可变性

    [[nodiscard]] int sum() const { return reach + gravity + volatility; }
    bool operator==(const Points&) const = default;
};

struct SignalRule {
    std::string key; ///< names the signal in `signals` of the prompts
    Points points;
    bool hard_trigger = false;      ///< proposes 一级 until a person decides otherwise
    std::vector<std::string> words; ///< folded (`text::fold`)
};

struct HeatRule {
    int heat = 0;
    std::vector<std::string> words;
};

struct WantRule {
    std::string key;
    std::vector<std::string> words;
};

/// All languages together: people mix them.
struct Lexicon {
    std::vector<SignalRule> signals;
    std::vector<HeatRule> heat;
    std::vector<WantRule> wants;
    std::vector<std::string> complaint;    ///< words by which a complaint is known that carry no signal
    std::vector<std::string> progress;     ///< words by which news about a case is known
    std::vector<std::string> negators;     ///< close before a word, they take it back
    std::vector<std::string> intensifiers; ///< add one to the heat of the words they stand beside
};

struct SignalFound {
    std::string key;
    Points points;
    bool hard_trigger = false;

    bool operator==(const SignalFound&) const = default;
};

struct Reading {
    int heat = 0;
    std::vector<std::string> heat_words; ///< as they stand in the folded text
    std::vector<SignalFound> signals;    ///< in the order of the lexicon
    std::vector<std::string> wants;      ///< keys
    bool complaint = false;              ///< looks like one
    bool progress = false;               ///< looks like news about a case

    bool operator==(const Reading&) const = default;
};

/// `folded` is `text::fold` of what was pasted. Linear in its length for a given lexicon.
[[nodiscard]] Reading read_complaint(std::string_view folded, const Lexicon& lexicon);

/// Per dimension the highest points of any signal.
[[nodiscard]] Points score(const std::vector<SignalFound>& signals);
[[nodiscard]] Level level_of(const Points& points);
[[nodiscard]] bool has_hard_trigger(const std::vector<SignalFound>& signals);

} // namespace kintsugi::cases
