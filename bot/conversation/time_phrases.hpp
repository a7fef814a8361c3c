#pragma once
// 明早10点前, 周五前, 2小时后, 11/25 14:00, tomorrow 10am, by Fri, in 2h → an instant in the person's zone. The words
// are data (prompts/<language>/time.toml); what was understood is echoed in full, so a wrong guess is seen.
// PRODUCT.md, 6.

#include "bot/domain/time.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kintsugi::conversation {

/// Words of all languages together, folded. Values are what a word stands for.
struct TimeWords {
    std::map<std::u32string, int> days;       ///< 今天 0, tomorrow 1
    std::map<std::u32string, int> short_days; ///< 明: counts only before a part of the day (明早)
    std::map<std::u32string, int> weekdays;   ///< Monday 1 to Sunday 7
    std::map<std::u32string, int> next_week;  ///< words before a weekday: 下 1, next 1, 这 0
    std::map<std::u32string, int> months;     ///< nov 11
    std::map<std::u32string, int> parts;      ///< 早上 9, evening 20: the hour where no clock time follows
    std::map<std::u32string, int> units;      ///< minutes: 小时 60
    std::map<std::u32string, int> numerals;   ///< 两 2
    std::map<std::u32string, int> fixed;      ///< 下班 18: an hour of today
    std::map<std::u32string, int> before;     ///< 0: "not later than", before or behind the time; 1: only before ("at")
    std::map<std::u32string, int> after;      ///< words that say "from now on": 后, in
    std::map<std::u32string, int> clock;      ///< 点, o'clock: 0; pm 12, am 0
    std::map<std::u32string, int> half;       ///< 半 30, 一刻 15
};

struct TimePhrase {
    Instant at{}; ///< what was named; where that is past, the next such time, as a suggestion
    bool is_past = false;
    std::size_t from = 0; ///< bytes of the text that the phrase takes up
    std::size_t to = 0;
};

/// The first time named in `text` (as written). Weeks begin on Monday. A day without a clock time means 10:00, with
/// "before" 18:00; today without one means 18:00; a bare hour from 1 to 7 is in the afternoon.
[[nodiscard]] std::optional<TimePhrase> find_time(std::string_view text, const TimeWords& words, Instant now,
                                                  const Zone& zone);

} // namespace kintsugi::conversation
