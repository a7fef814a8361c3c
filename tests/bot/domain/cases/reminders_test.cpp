#include "bot/domain/cases/reminders.hpp"
#include "tests/bot/domain/cases/samples.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

/// The reminders of one kind, in the order of their stages and times.
std::vector<DueReminder> of_kind(Reminder what, CaseBuilder& story, Instant now, const Zone& zone = shanghai)
{
    const auto counting = effective<Event>(story.log());
    auto found = reminders(story.build(), clocks(counting, usual_policies(), now), usual_policies(), zone, now);
    std::erase_if(found, [&](const DueReminder& reminder) { return reminder.what != what; });
    std::ranges::sort(found, {}, [](const DueReminder& one) { return std::tuple{one.number, one.at, one.stage}; });
    return found;
}

std::vector<DueReminder> of_kind(Reminder what, CaseBuilder& story)
{
    return of_kind(what, story, story.now());
}

/// Half, most, due, deputy, lead.
std::vector<DueReminder> ladder(Reminder what, int number, Instant half, Instant most, Instant due, Milliseconds step,
                                Instant instance)
{
    return {{what, Stage::half, number, half, instance},
            {what, Stage::most, number, most, instance},
            {what, Stage::due, number, due, instance},
            {what, Stage::deputy, number, due + step, instance},
            {what, Stage::lead, number, due + 2 * step, instance}};
}

DueReminder once(Reminder what, int number, Instant at)
{
    return {what, Stage::due, number, at, at};
}

} // namespace

TEST_CASE("a clock warns at 50 and 80 %, then tells owner, deputy and lead", "[reminders]")
{
    auto story = a_case().at_level(Level::medium); // first touch within 30 min, a step of 30 min
    CHECK(of_kind(Reminder::first_touch, story) ==
          ladder(Reminder::first_touch, 0, morning + 15min, morning + 24min, morning + 30min, 30min, morning));
    CHECK(of_kind(Reminder::resolution, story) ==
          ladder(Reminder::resolution, 0, morning + 24h, morning + 38h + 24min, morning + 48h, 30min, morning));
}

TEST_CASE("the ladder of level 1 has steps of 15 min, that of level 3 of one hour", "[reminders]")
{
    for (const auto& [level, step] : {std::pair{Level::severe, 15min}, std::pair{Level::mild, 60min}}) {
        auto story = a_case().at_level(level);
        const auto steps = of_kind(Reminder::first_touch, story);
        REQUIRE(steps.size() == 5);
        CHECK(steps[3].at == steps[2].at + step);
        CHECK(steps[4].at == steps[3].at + step);
    }
}

TEST_CASE("once a clock is broken its ladder still stands at the instant of the break", "[reminders]")
{
    auto story = a_case().at_level(Level::medium);
    const auto steps = of_kind(Reminder::first_touch, story, morning + 5h);
    REQUIRE(steps.size() == 5);
    CHECK(steps[0].at == morning + 30min);
    CHECK(steps[0].stage == Stage::due);
}

TEST_CASE("clocks that are stopped or paused remind nobody", "[reminders]")
{
    auto touched = a_case().touched();
    CHECK(of_kind(Reminder::first_touch, touched).empty());
    CHECK_FALSE(of_kind(Reminder::update, touched).empty());
    auto waiting = a_case().in(Status::waiting_user);
    CHECK(of_kind(Reminder::resolution, waiting).empty());
    CHECK(of_kind(Reminder::update, waiting).empty());
}

TEST_CASE("a promise has a ladder of its own from when it was made, in place of the update's", "[reminders]")
{
    auto story = a_case().at_level(Level::medium).touched();
    const auto made = story.now() + 1min;
    story.promised(made + 100min);
    CHECK(of_kind(Reminder::promise, story) ==
          ladder(Reminder::promise, 1, made + 50min, made + 80min, made + 100min, 30min, made + 100min));
    CHECK(of_kind(Reminder::update, story).empty());
    CHECK(of_kind(Reminder::promise, story.kept(1)).empty());
}

TEST_CASE("a promise that was moved is reminded of anew", "[reminders]")
{
    auto story = a_case().promised(morning + 2h);
    const auto before = of_kind(Reminder::promise, story).front().instance;
    story.does(Reschedule{1, morning + 5h, words("bank")});
    const auto after = of_kind(Reminder::promise, story);
    CHECK(after[2].at == morning + 5h);
    CHECK(after[2].instance != before);
}

TEST_CASE("on the day that was said we ask the user again", "[reminders]")
{
    const auto monday = on(11, 23, 10h);
    auto story = a_case().touched().awaiting_user(monday);
    CHECK(of_kind(Reminder::ask_again, story) == std::vector{once(Reminder::ask_again, 0, monday)});
    CHECK(of_kind(Reminder::promise, story).empty());
    CHECK(of_kind(Reminder::ask_again, story.answered()).empty());
}

TEST_CASE("help that nobody takes within ten minutes is asked elsewhere", "[reminders]")
{
    auto story = a_case().asked_help_of("jon", "sam");
    const auto asked = story.now();
    const auto after_ten = [](Instant since) {
        return std::vector{DueReminder{Reminder::help_unanswered, Stage::due, 1, since + 10min, since}};
    };
    CHECK(of_kind(Reminder::help_unanswered, story) == after_ten(asked));
    story.after(10min).does(PassHelpOn{1}, timer());
    CHECK(of_kind(Reminder::help_unanswered, story) == after_ten(asked + 10min));
    CHECK(of_kind(Reminder::help_unanswered, story.does(TakeHelp{1}, koe("sam"))).empty());
}

TEST_CASE("a task with a date is reminded of when it is due", "[reminders]")
{
    auto story = a_case().does(AddTask{words("ask the bank"), {}, morning + 3h}).does(AddTask{words("find the log")});
    CHECK(of_kind(Reminder::task, story) == std::vector{once(Reminder::task, 1, morning + 3h)});
    CHECK(of_kind(Reminder::task, story.does(FinishTask{1})).empty());
}

TEST_CASE("after 30 days of waiting for a fix the lead looks at it", "[reminders]")
{
    auto story = a_case().in(Status::waiting_fix);
    const auto since = story.now();
    CHECK(of_kind(Reminder::fix_wait_review, story) ==
          std::vector{DueReminder{Reminder::fix_wait_review, Stage::lead, 0, since + 30 * 24h, since}});
    story.does(ShipFix{CauseId{31}, words("tell the user")}, timer());
    CHECK(of_kind(Reminder::fix_wait_review, story).empty());
}
