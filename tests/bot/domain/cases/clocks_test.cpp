#include "bot/domain/cases/clocks.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

struct Example {
    Level level;
    Instant opened;
    Instant first_touch, plan, resolution; ///< due
};

std::optional<Instant> due(CaseBuilder& story, ClockKind kind)
{
    return clock_of(story, kind, story.now()).due;
}

} // namespace

TEST_CASE("the clocks of a new case are due as PRODUCT section 4 says", "[clocks]")
{
    const auto night = on(11, 21, 22h + 30min), evening = on(11, 21, 20h + 45min), small_hours = on(11, 21, 3h);
    const auto example = GENERATE_COPY(
        Example{Level::medium, morning, on(11, 21, 9h + 36min), on(11, 21, 21h + 6min), on(11, 23, 9h + 6min)},
        Example{Level::mild, morning, on(11, 21, 10h + 6min), on(11, 22, 9h + 6min), on(11, 24, 9h + 6min)},
        Example{Level::severe, morning, on(11, 21, 9h + 21min), on(11, 21, 13h + 6min), on(11, 22, 9h + 6min)},
        Example{Level::medium, evening, on(11, 22, 9h + 15min), on(11, 22, 8h + 45min), on(11, 23, 20h + 45min)},
        Example{Level::mild, night, on(11, 22, 10h), on(11, 22, 21h), on(11, 24, 21h)},
        Example{Level::medium, small_hours, on(11, 21, 9h + 30min), on(11, 21, 15h), on(11, 23, 3h)},
        Example{Level::severe, small_hours, on(11, 21, 3h + 15min), on(11, 21, 7h), on(11, 22, 3h)});
    CAPTURE(example.level, example.opened);
    auto story = a_case().at_level(example.level).opened_at(example.opened);
    CHECK(due(story, ClockKind::first_touch) == example.first_touch);
    CHECK(due(story, ClockKind::plan) == example.plan);
    CHECK(due(story, ClockKind::resolution) == example.resolution);
}

TEST_CASE("a clock tells everything about itself", "[clocks]")
{
    auto story = a_case().at_level(Level::medium);
    CaseClock expected;
    expected.kind = ClockKind::resolution;
    expected.state = ClockState::running;
    expected.started = morning;
    expected.due = morning + 48h;
    expected.elapsed = 6h;
    expected.budget = 48h;
    expected.level = Level::medium;
    expected.hours = Hours::always;
    CHECK(clock_of(story, ClockKind::resolution, morning + 6h) == expected);

    expected.broken = expected.due;
    expected.elapsed = 50h;
    CHECK(clock_of(story, ClockKind::resolution, morning + 50h) == expected);

    expected.state = ClockState::stopped;
    expected.stopped = morning + 50h;
    expected.due.reset();
    story.touched().at(morning + 50h).resolved();
    CHECK(clock_of(story, ClockKind::resolution, morning + 60h) == expected);
}

TEST_CASE("only a person's word to the user stops the first-touch clock", "[clocks]")
{
    auto story = a_case()
                     .does(AddNote{words("auto-reply was sent")}, timer())
                     .does(SetHeat{1})
                     .does(SetLevel{Level::medium, words("family")})
                     .promised(morning + 5h)
                     .does(AddEvidence{words("photo")})
                     .offered_to("ben");
    CHECK(clock_of(story, ClockKind::first_touch, story.now()).state == ClockState::running);
    story.touched();
    const auto clock = clock_of(story, ClockKind::first_touch, story.now());
    CHECK(clock.state == ClockState::stopped);
    CHECK(clock.stopped == story.now());
    CHECK_FALSE(clock.broken.has_value());
}

TEST_CASE("a touch in the very minute in which it is due is in time, one later is not", "[clocks]")
{
    auto in_time = a_case().at_level(Level::medium).at(morning + 30min).touched();
    CHECK_FALSE(clock_of(in_time, ClockKind::first_touch, morning + 40min).broken.has_value());
    auto late = a_case().at_level(Level::medium).at(morning + 31min).touched();
    const auto clock = clock_of(late, ClockKind::first_touch, morning + 40min);
    CHECK(clock.broken == morning + 30min);
    CHECK(clock.stopped == morning + 31min);
    CHECK(clock.elapsed == 31min);
}

TEST_CASE("a clock that is due when the hours end stays due then, all night", "[clocks]")
{
    auto story = a_case().opened_at(on(11, 20, 23h)); // level 3: one service day for the plan
    for (const auto now : {on(11, 21, 21h), on(11, 21, 21h + 30min), on(11, 22, 3h), on(11, 22, 9h), on(11, 22, 12h)}) {
        CAPTURE(now);
        const auto clock = clock_of(story, ClockKind::plan, now);
        CHECK(clock.due == on(11, 21, 21h));
        CHECK(clock.broken == on(11, 21, 21h));
    }
    CHECK_FALSE(clock_of(story, ClockKind::plan, on(11, 21, 21h) - 1ms).broken.has_value());
}

TEST_CASE("the next update is due as promised, else within the interval of the level", "[clocks]")
{
    auto mild = a_case().touched();
    CHECK(due(mild, ClockKind::update) == mild.now() + 24h);
    auto medium = a_case().at_level(Level::medium).touched();
    CHECK(due(medium, ClockKind::update) == medium.now() + 12h);

    const auto promise = morning + 3h;
    medium.promised(promise).promised(promise + 1h);
    CHECK(due(medium, ClockKind::update) == promise);
    medium.kept(1).kept(2);
    CHECK(due(medium, ClockKind::update) == morning + 1min + 12h);
}

TEST_CASE("a clock that follows a promise counts from when it was made, around the clock", "[clocks]")
{
    auto story = a_case().touched().promised(morning + 3h);
    CaseClock expected;
    expected.kind = ClockKind::update;
    expected.started = story.now();
    expected.due = morning + 3h;
    expected.elapsed = 1h;
    expected.budget = morning + 3h - story.now();
    expected.promise = 1;
    expected.hours = Hours::always;
    CHECK(clock_of(story, ClockKind::update, story.now() + 1h) == expected);
    CHECK_FALSE(clock_of(story, ClockKind::update, morning + 3h - 1ms).broken.has_value());
    CHECK(clock_of(story, ClockKind::update, morning + 3h).broken == morning + 3h);
}

TEST_CASE("at level 1 the first update is due within 6 h, then daily", "[clocks]")
{
    auto story = a_case().at_level(Level::severe).touched();
    CHECK(due(story, ClockKind::update) == story.now() + 6h);
    story.after(2h).touched();
    CHECK(due(story, ClockKind::update) == story.now() + 24h);
}

TEST_CASE("the user has three days to confirm", "[clocks]")
{
    auto story = a_case().in(Status::resolved);
    CHECK(due(story, ClockKind::confirm) == story.now() + 72h);
    const auto counting = effective<Event>(story.does(RejectResolution{}).log());
    CHECK(find_clock(clocks(counting, usual_policies(), story.now()), ClockKind::confirm) == nullptr);
}

TEST_CASE("what happens after now does not count yet", "[clocks]")
{
    auto story = a_case().touched();
    auto untouched = a_case();
    CHECK(clock_of(story, ClockKind::first_touch, morning) == clock_of(untouched, ClockKind::first_touch, morning));
    CHECK(clocks(story.log(), usual_policies(), morning - 1ms).empty());
}
