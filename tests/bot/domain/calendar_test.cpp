#include "bot/domain/calendar.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace std::chrono_literals;

namespace {

const Zone shanghai{"Asia/Shanghai"};

Calendar office()
{
    Calendar calendar;
    calendar.zone = shanghai;
    for (std::size_t day = 1; day <= 5; ++day)
        calendar.week[day] = {{9h, 12h}, {13h, 18h}};
    return calendar;
}

Instant at(const Zone& zone, int month, unsigned day, TimeOfDay of_day)
{
    return zone.instant(std::chrono::year{2026} / month / static_cast<int>(day), of_day);
}

Instant at(int month, unsigned day, TimeOfDay of_day)
{
    return at(shanghai, month, day, of_day);
}

} // namespace

TEST_CASE("open time leaves out lunch, nights and weekends")
{
    const auto calendar = office();
    CHECK(open_time(calendar, at(11, 20, 11h), at(11, 20, 14h)) == 2h);
    CHECK(open_time(calendar, at(11, 20, 17h), at(11, 23, 10h)) == 2h); // Friday to Monday
    CHECK(open_time(calendar, at(11, 23, 10h), at(11, 20, 17h)) == 0h);
}

TEST_CASE("a holiday has no hours and a make-up workday has its own")
{
    auto calendar = office();
    calendar.exceptions[std::chrono::year{2026} / 11 / 23] = {};
    calendar.exceptions[std::chrono::year{2026} / 11 / 22] = {{9h, 12h}};
    CHECK(after_open_time(calendar, at(11, 20, 17h), 2h) == at(11, 22, 10h));
    CHECK(open_time(calendar, at(11, 20, 18h), at(11, 24, 9h)) == 3h);
}

TEST_CASE("after_open_time inverts open_time")
{
    const auto calendar = office();
    for (auto minutes = 1min; minutes < 6000min; minutes += 137min) {
        const auto from = at(11, 20, 11h + 30min);
        const auto to = after_open_time(calendar, from, minutes);
        INFO(minutes.count());
        CHECK(open_time(calendar, from, to) == minutes);
    }
}

TEST_CASE("a span over the change to daylight saving has the hours that the wall clock leaves")
{
    const Zone berlin{"Europe/Berlin"};
    auto calendar = around_the_clock();
    calendar.zone = berlin;
    calendar.week.fill({{0h, 12h}});
    const std::chrono::year_month_day sunday = std::chrono::year{2026} / 3 / 29;
    CHECK(open_time(calendar, berlin.instant(sunday, 0h), berlin.instant(sunday, 12h)) == 11h);
}

TEST_CASE("a calendar that never opens has no next opening")
{
    Calendar closed;
    CHECK(after_open_time(closed, Instant{}, 1h) == Instant::max());
    CHECK(open_time(closed, Instant{}, Instant{} + Days{4000}) == 0h);
}

TEST_CASE("around the clock counts every minute")
{
    const auto calendar = around_the_clock();
    CHECK(open_time(calendar, Instant{}, Instant{} + 1000h) == 1000h);
    CHECK(after_open_time(calendar, Instant{}, 1000h) == Instant{} + 1000h);
    CHECK(working_day(calendar) == 24h);
}
