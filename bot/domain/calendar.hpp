#pragma once
// Hours in which work is done: several spans a day, holidays, make-up workdays (调休). PRODUCT.md, section 4.

#include "bot/domain/time.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace kintsugi {

struct DaySpan {
    TimeOfDay from{};
    TimeOfDay to{}; ///< later than `from`, at most 24 h

    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

struct Calendar {
    Zone zone;
    std::array<std::vector<DaySpan>, 7> week;        ///< index 0 is Sunday; spans sorted, not overlapping
    std::map<Date, std::vector<DaySpan>> exceptions; ///< a holiday has no spans, a make-up workday has its own

    friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// Every hour of every day.
[[nodiscard]] Calendar around_the_clock();

[[nodiscard]] const std::vector<DaySpan>& spans_on(const Calendar& calendar, Date date);
[[nodiscard]] bool is_open(const Calendar& calendar, Instant at);

/// Open time from `from` to `to`; zero if `to` is not later.
[[nodiscard]] Milliseconds open_time(const Calendar& calendar, Instant from, Instant to);

/// The instant at which `amount` of open time has passed since `from`; `from` itself for an amount of zero or less.
/// A calendar that is closed for two years on end gives Instant::max().
[[nodiscard]] Instant after_open_time(const Calendar& calendar, Instant from, Milliseconds amount);

/// The first open instant at or after `from`.
[[nodiscard]] Instant next_open(const Calendar& calendar, Instant from);

/// What one working day is worth: the longest open time of a day in the plain week.
[[nodiscard]] Milliseconds working_day(const Calendar& calendar);

} // namespace kintsugi
