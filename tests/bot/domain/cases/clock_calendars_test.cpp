#include "bot/domain/cases/clocks.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

const Zone berlin{"Europe/Berlin"};

PolicyHistory with_service(const Calendar& service)
{
    auto policy = usual_policy();
    policy.service = service;
    return {{Instant{}, policy}};
}

Calendar daily(const Zone& zone, std::vector<DaySpan> spans)
{
    Calendar calendar;
    calendar.zone = zone;
    calendar.week.fill(spans);
    return calendar;
}

Instant plan_due(CaseBuilder& story, const PolicyHistory& policies)
{
    return *clock_of(story, ClockKind::plan, story.now(), policies).due;
}

Instant touch_due(CaseBuilder& story, const PolicyHistory& policies)
{
    return *clock_of(story, ClockKind::first_touch, story.now(), policies).due;
}

} // namespace

TEST_CASE("a holiday has no service hours, a make-up workday has its own", "[clocks][calendar]")
{
    auto service = daily(shanghai, {{9h, 21h}});
    service.week[0] = {};                                                // Sundays off,
    service.exceptions[std::chrono::year{2026} / 11 / 22] = {{9h, 12h}}; // but this one is worked,
    service.exceptions[std::chrono::year{2026} / 11 / 23] = {};          // and that Monday is a holiday
    auto story = a_case().opened_at(on(11, 21, 20h));
    // one service day = 12 h: 1 h on Saturday, 3 h on Sunday, 8 h on Tuesday
    CHECK(plan_due(story, with_service(service)) == on(11, 24, 17h));
}

TEST_CASE("lunch does not count", "[clocks][calendar]")
{
    const auto policies = with_service(daily(shanghai, {{9h, 12h}, {13h, 18h}}));
    auto story = a_case().opened_at(on(11, 21, 11h + 40min));
    CHECK(touch_due(story, policies) == on(11, 21, 13h + 40min));
    CHECK(clock_of(story, ClockKind::first_touch, on(11, 21, 12h + 30min), policies).elapsed == 20min);
    CHECK(plan_due(story, policies) == on(11, 22, 11h + 40min)); // a service day of 8 h
}

TEST_CASE("hours that run over midnight are two spans and one stretch of work", "[clocks][calendar]")
{
    const auto policies = with_service(daily(shanghai, {{0h, 2h}, {22h, 24h}}));
    auto story = a_case().opened_at(on(11, 21, 23h + 30min));
    CHECK(touch_due(story, policies) == on(11, 22, 0h + 30min));
    CHECK(plan_due(story, policies) == on(11, 22, 23h + 30min)); // 30 min, 2 h, 1 h 30 min
}

TEST_CASE("on the day the clocks go forward an hour of the night is missing", "[clocks][calendar]")
{
    const auto policies = with_service(daily(berlin, {{0h, 6h}}));
    const auto night = on(3, 29, 1h + 30min, berlin); // at 2:00 it becomes 3:00
    auto story = a_case().opened_at(night);
    CHECK(touch_due(story, policies) == on(3, 29, 3h + 30min, berlin));
    CHECK(touch_due(story, policies) - night == 1h);
    CHECK(plan_due(story, policies) == on(3, 30, 2h + 30min, berlin)); // 3 h 30 min were left of 6 h
}

TEST_CASE("on the day the clocks go back an hour of the night is worked twice", "[clocks][calendar]")
{
    const auto policies = with_service(daily(berlin, {{0h, 6h}}));
    auto story = a_case().opened_at(on(10, 25, 1h, berlin)); // at 3:00 it becomes 2:00
    CHECK(plan_due(story, policies) == on(10, 25, 6h, berlin));
    CHECK(plan_due(story, policies) - story.now() == 6h);
}

TEST_CASE("the wall clock of level 1 does not care about zones", "[clocks][calendar]")
{
    const auto policies = with_service(daily(berlin, {{9h, 17h}}));
    auto story = a_case().at_level(Level::severe).opened_at(on(3, 29, 1h + 50min, berlin));
    CHECK(touch_due(story, policies) - story.now() == 15min);
    CHECK(*clock_of(story, ClockKind::resolution, story.now(), policies).due - story.now() == 24h);
}

TEST_CASE("new service hours count from the moment they are in force", "[clocks][policy]")
{
    auto early = usual_policy();
    early.service = daily(shanghai, {{7h, 9h}});
    const PolicyHistory policies{{Instant{}, usual_policy()}, {on(11, 21, 12h), early}};
    auto story = a_case(); // 2 h 54 min until noon of an old day of 12 h; from then on a service day has 2 h
    const auto clock = clock_of(story, ClockKind::plan, on(11, 21, 15h), policies);
    CHECK(clock.elapsed == 2h + 54min);
    CHECK(clock.budget == 2h);
    CHECK(clock.broken == on(11, 21, 12h));
}

TEST_CASE("the share of a budget is used in the hours in which it counts", "[clocks]")
{
    auto story = a_case().opened_at(on(11, 21, 20h)); // plan: 12 h, of which 1 h today
    const auto clock = clock_of(story, ClockKind::plan, story.now());
    CHECK(share_used_at(clock, 0.5, usual_policies(), story.now()) == on(11, 22, 14h));
    const auto later = clock_of(story, ClockKind::plan, on(11, 22, 16h));
    CHECK(share_used_at(later, 0.5, usual_policies(), on(11, 22, 16h)) == on(11, 22, 16h));
    story.in(Status::waiting_user);
    const auto paused = clock_of(story, ClockKind::resolution, story.now());
    CHECK_FALSE(share_used_at(paused, 0.5, usual_policies(), story.now()).has_value());
}
