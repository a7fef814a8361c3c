#include "bot/domain/cases/clocks.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

const auto noon = on(11, 21, 12h);

CaseBuilder a_medium_case()
{
    return a_case().at_level(Level::medium);
}

/// The usual policy until `from`; then 24 h for the resolution at level 2.
PolicyHistory stricter_from(Instant from)
{
    auto stricter = usual_policy();
    stricter.levels[1].resolution.time = 24h;
    return {{Instant{}, usual_policy()}, {from, stricter}};
}

CaseClock resolution(CaseBuilder& story, Instant now, const PolicyHistory& policies = usual_policies())
{
    return clock_of(story, ClockKind::resolution, now, policies);
}

} // namespace

TEST_CASE("waiting for the user pauses the resolution clock with what it has used", "[clocks][pause]")
{
    const auto paused_at = morning + 6h + 12min;
    const auto monday = on(11, 23, 10h);
    auto story = a_medium_case().touched().at(paused_at).awaiting_user(monday);
    const auto paused = resolution(story, monday - 1min);
    CHECK(paused.state == ClockState::paused);
    CHECK(paused.elapsed == 6h + 12min);
    CHECK_FALSE(paused.due.has_value());
    CHECK_FALSE(paused.broken.has_value());

    story.at(monday).answered();
    CHECK(resolution(story, monday).elapsed == 6h + 12min);
    CHECK(resolution(story, monday).due == monday + 48h - (6h + 12min));
}

TEST_CASE("waiting for a fix pauses the resolution clock and not the updates", "[clocks][pause]")
{
    auto story = a_medium_case().in(Status::working).at(noon).awaiting_fix();
    CHECK(resolution(story, noon + 100h).elapsed == noon - morning);
    CHECK(clock_of(story, ClockKind::update, noon + 100h).broken == morning + 1min + 12h);
    story.at(noon + 100h).does(ShipFix{CauseId{31}, words("tell the user")}, timer());
    CHECK(resolution(story, story.now()).due == noon + 100h + 48h - (noon - morning));
}

TEST_CASE("a policy that changes during or after a pause keeps what had elapsed", "[clocks][policy]")
{
    auto story = a_medium_case().touched().at(morning + 6h).awaiting_user(morning + 30h);
    const auto policies = stricter_from(morning + 10h);
    CHECK(resolution(story, morning + 20h, policies).elapsed == 6h);
    story.at(morning + 20h).answered();
    CHECK(resolution(story, morning + 20h, policies).due == morning + 20h + 18h);
    CHECK(resolution(story, morning + 20h, stricter_from(morning + 25h)).elapsed == 6h);
    CHECK(resolution(story, morning + 25h, stricter_from(morning + 25h)).due == morning + 20h + 18h);
}

TEST_CASE("a stricter policy breaks a clock at the moment it takes force, not before", "[clocks][policy]")
{
    auto story = a_medium_case();
    const auto policies = stricter_from(morning + 30h);
    CHECK_FALSE(resolution(story, morning + 29h, policies).broken.has_value());
    CHECK(resolution(story, morning + 31h, policies).broken == morning + 30h);
    CHECK(resolution(story, morning + 31h, policies).due == morning + 30h);
}

TEST_CASE("a raised level shortens and a lowered one lengthens, and nothing is forgotten", "[clocks][level]")
{
    auto story = a_case().at(morning + 2h).does(SetLevel{Level::severe, words("press called")});
    CHECK(resolution(story, morning + 2h).due == morning + 24h); // two hours of 24 were used
    const auto touch = clock_of(story, ClockKind::first_touch, morning + 2h);
    CHECK(touch.broken == morning + 1h); // it was broken at level 3 already
    CHECK(touch.due == morning + 1h);

    auto lowered = a_case().at_level(Level::severe).at(morning + 20min).does(SetLevel{Level::mild, words("calm")});
    const auto later = clock_of(lowered, ClockKind::first_touch, morning + 20min);
    CHECK(later.broken == morning + 15min);
    CHECK(later.due == morning + 1h);
    CHECK(later.level == Level::mild);
}

TEST_CASE("a level raised when more than its budget is used breaks the clock at that moment", "[clocks][level]")
{
    auto story = a_case().at(morning + 24min).does(SetLevel{Level::severe, words("press called")});
    CHECK(clock_of(story, ClockKind::first_touch, morning + 30min).broken == morning + 24min);
}

TEST_CASE("a reopened case goes on with the time that it had used", "[clocks][reopening]")
{
    auto story = a_medium_case().touched().at(morning + 10h).resolved().confirmed();
    CHECK(resolution(story, morning + 300h).elapsed == 10h);
    CHECK(resolution(story, morning + 300h).stopped == morning + 10h);
    story.at(morning + 300h).reopened();
    CHECK(resolution(story, morning + 300h).state == ClockState::running);
    CHECK(resolution(story, morning + 300h).due == morning + 300h + 38h);
}

TEST_CASE("a case closed while it waits has stopped when it was closed", "[clocks][pause]")
{
    auto story = a_medium_case().touched().at(noon).awaiting_user(noon + 48h).at(noon + 5h).closed();
    const auto clock = resolution(story, noon + 9h);
    CHECK(clock.state == ClockState::stopped);
    CHECK(clock.stopped == noon + 5h);
    CHECK(clock.elapsed == noon - morning);
}

TEST_CASE("a merged case rests and goes on after the split", "[clocks][merging]")
{
    auto story = a_medium_case().at(morning + 10min).merged();
    for (const auto kind : {ClockKind::first_touch, ClockKind::plan, ClockKind::resolution}) {
        CAPTURE(kind);
        CHECK(clock_of(story, kind, morning + 99h).state == ClockState::paused);
        CHECK(clock_of(story, kind, morning + 99h).elapsed == 10min);
    }
    story.at(morning + 99h).split();
    CHECK(clock_of(story, ClockKind::first_touch, morning + 99h).due == on(11, 25, 12h + 26min));
    CHECK(resolution(story, morning + 99h).due == morning + 99h + 48h - 10min);
}

TEST_CASE("what had stopped before a merge is stopped, what ran for the user's word rests", "[clocks][merging]")
{
    auto story = a_medium_case().touched().at(noon).resolved().at(noon + 24h).merged();
    CHECK(resolution(story, noon + 30h).stopped == noon);
    CHECK(clock_of(story, ClockKind::confirm, noon + 30h).state == ClockState::paused);
    story.at(noon + 48h).split();
    CHECK(clock_of(story, ClockKind::confirm, noon + 48h).due == noon + 96h);
}

TEST_CASE("undoing a touch restores the clocks exactly, and undoing the undo the others", "[clocks][undo]")
{
    auto story = a_medium_case().promised(noon);
    const auto at = [&](Instant now) { return clocks(effective<Event>(story.log()), usual_policies(), now); };
    const auto before = at(noon);
    const auto touched = (story.touched(), at(noon));
    CHECK(touched != before);
    CHECK((story.last_undone(), at(noon)) == before);
    CHECK((story.last_undone(), at(noon)) == touched);
}

TEST_CASE("undoing the opening leaves no clock and no case behind", "[clocks][undo]")
{
    auto story = a_case().last_undone();
    CHECK(clocks(effective<Event>(story.log()), usual_policies(), noon).empty());
    CHECK_FALSE(fold(CaseId{1042}, story.log()).has_value());
    auto with_note = a_case().does(AddNote{words("called back")}).undone(1);
    CHECK_FALSE(fold(CaseId{1042}, with_note.log()).has_value());
}
