#include "bot/domain/calendar.hpp"

#include <algorithm>
#include <numeric>

namespace kintsugi {
namespace {

/// Two years without an open minute is a wrong calendar; looking further would only hang.
constexpr int days_looked_ahead = 732;

struct OpenSpan {
    Instant from;
    Instant to;
};

/// Calls `visit(OpenSpan)` for the open spans from `from` to the end of `last`, in order, until it returns false.
template <class Visit>
void walk(const Calendar& calendar, Instant from, Date last, Visit visit)
{
    for (auto date = calendar.zone.local(from).date; date <= last; date = next_day(date))
        for (const auto& span : spans_on(calendar, date)) {
            const OpenSpan open{std::max(from, calendar.zone.instant(date, span.from)),
                                calendar.zone.instant(date, span.to)};
            if (open.to > open.from && !visit(open)) return;
        }
}

Date horizon(const Calendar& calendar, Instant from)
{
    return next_day(calendar.zone.local(from).date, days_looked_ahead);
}

bool never_closes(const Calendar& calendar)
{
    const std::vector<DaySpan> whole_day{{TimeOfDay{0}, std::chrono::hours{24}}};
    return calendar.exceptions.empty() &&
           std::ranges::all_of(calendar.week, [&](const auto& spans) { return spans == whole_day; });
}

Milliseconds length_of(const std::vector<DaySpan>& spans)
{
    return std::accumulate(spans.begin(), spans.end(), Milliseconds{0},
                           [](Milliseconds sum, const DaySpan& span) { return sum + (span.to - span.from); });
}

} // namespace

Calendar around_the_clock()
{
    Calendar calendar;
    calendar.week.fill({{TimeOfDay{0}, std::chrono::hours{24}}});
    return calendar;
}

const std::vector<DaySpan>& spans_on(const Calendar& calendar, Date date)
{
    const auto exception = calendar.exceptions.find(date);
    return exception != calendar.exceptions.end() ? exception->second : calendar.week[weekday_of(date).c_encoding()];
}

bool is_open(const Calendar& calendar, Instant at)
{
    return next_open(calendar, at) == at;
}

Milliseconds open_time(const Calendar& calendar, Instant from, Instant to)
{
    if (to <= from) return Milliseconds{0};
    if (never_closes(calendar)) return to - from;
    Milliseconds sum{0};
    walk(calendar, from, calendar.zone.local(to).date, [&](const OpenSpan& open) {
        if (open.from >= to) return false;
        sum += std::min(open.to, to) - open.from;
        return open.to < to;
    });
    return sum;
}

Instant after_open_time(const Calendar& calendar, Instant from, Milliseconds amount)
{
    if (amount <= Milliseconds{0}) return from;
    if (never_closes(calendar)) return from + amount;
    auto found = Instant::max();
    walk(calendar, from, horizon(calendar, from), [&](const OpenSpan& open) {
        const auto length = open.to - open.from;
        if (amount > length) {
            amount -= length;
            return true;
        }
        found = open.from + amount;
        return false;
    });
    return found;
}

Instant next_open(const Calendar& calendar, Instant from)
{
    auto found = Instant::max();
    walk(calendar, from, horizon(calendar, from), [&](const OpenSpan& open) {
        found = open.from;
        return false;
    });
    return found;
}

Milliseconds working_day(const Calendar& calendar)
{
    const auto longest = std::ranges::max_element(calendar.week, {}, length_of);
    return length_of(*longest);
}

} // namespace kintsugi
