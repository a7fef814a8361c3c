#include "bot/domain/cases/reminders.hpp"
#include "tests/bot/domain/cases/samples.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

struct Call {
    int number; ///< day of a follow-up, try of a survey
    Instant at;

    bool operator==(const Call&) const = default;
};

std::vector<Call> calls(Reminder what, CaseBuilder& story, const Zone& zone = shanghai)
{
    const auto counting = effective<Event>(story.log());
    const auto found =
        reminders(story.build(), clocks(counting, usual_policies(), story.now()), usual_policies(), zone, story.now());
    std::vector<Call> of_kind;
    for (const auto& reminder : found)
        if (reminder.what == what) {
            CHECK(reminder.instance == reminder.at); // each is sent once
            of_kind.push_back({reminder.number, reminder.at});
        }
    return of_kind;
}

/// Confirmed on Saturday 21 November at 15:00.
CaseBuilder confirmed(Level level)
{
    return a_case().at_level(level).in(Status::resolved).at(on(11, 21, 15h)).confirmed();
}

} // namespace

TEST_CASE("a mild case is followed up on day 7, the others on day 30 too, at ten in the morning", "[reminders]")
{
    auto mild = confirmed(Level::mild);
    CHECK(calls(Reminder::follow_up, mild) == std::vector<Call>{{7, on(11, 28, 10h)}});
    for (const auto level : {Level::medium, Level::severe}) {
        auto story = confirmed(level);
        CHECK(calls(Reminder::follow_up, story) == std::vector<Call>{{7, on(11, 28, 10h)}, {30, on(12, 21, 10h)}});
    }
}

TEST_CASE("ten in the morning is that of the owner's zone, and so is the day", "[reminders]")
{
    const Zone auckland{"Pacific/Auckland"}, new_york{"America/New_York"};
    auto story = confirmed(Level::mild); // 20:00 in Auckland, 02:00 in New York
    CHECK(calls(Reminder::follow_up, story, auckland) == std::vector<Call>{{7, on(11, 28, 10h, auckland)}});
    CHECK(calls(Reminder::follow_up, story, new_york) == std::vector<Call>{{7, on(11, 28, 10h, new_york)}});
    auto late = a_case().in(Status::resolved).at(on(11, 21, 22h)).confirmed(); // Sunday 03:00 in Auckland
    CHECK(calls(Reminder::follow_up, late, auckland) == std::vector<Call>{{7, on(11, 29, 10h, auckland)}});
}

TEST_CASE("each follow-up that was made leaves the next", "[reminders]")
{
    auto story = confirmed(Level::medium).at(on(11, 28, 11h)).does(ReportFollowUp{});
    CHECK(calls(Reminder::follow_up, story) == std::vector<Call>{{30, on(12, 21, 10h)}});
    CHECK(calls(Reminder::follow_up, story.does(ReportFollowUp{FollowUpResult::unreachable})).empty());
}

TEST_CASE("24 h after the confirmation the user is asked how it was, at most twice", "[reminders]")
{
    const auto at = on(11, 21, 15h);
    auto story = confirmed(Level::mild);
    CHECK(calls(Reminder::ask_satisfaction, story) == std::vector<Call>{{1, at + 24h}, {2, at + 48h}});
    Rate rate;
    rate.overall = 8;
    CHECK(calls(Reminder::ask_satisfaction, story.does(rate)).empty());
}

TEST_CASE("who gave figures before the failure is still asked afterwards", "[reminders]")
{
    Rate before;
    before.overall = 7;
    before.phase = SurveyPhase::before;
    auto story = a_case().in(Status::resolved).does(before).at(on(11, 21, 15h)).confirmed();
    CHECK(calls(Reminder::ask_satisfaction, story).size() == 2);
}

TEST_CASE("nobody is asked about a case that was closed without a confirmation", "[reminders]")
{
    auto story = a_case().touched().closed(CloseOutcome::unreachable);
    CHECK(calls(Reminder::ask_satisfaction, story).empty());
}

TEST_CASE("the look back of a medium case is reminded of when it is due", "[reminders]")
{
    auto story = confirmed(Level::medium);
    CHECK(calls(Reminder::retro, story) == std::vector<Call>{{0, *story.build().retro_due}});
}

TEST_CASE("closing stops every reminder of the work", "[reminders]")
{
    auto story = a_case()
                     .at_level(Level::medium)
                     .touched()
                     .does(AddTask{words("ask the bank"), {}, morning + 3h})
                     .asked_help_of("jon")
                     .closed();
    for (const auto& [what, name] : Names<Reminder>::all) {
        const bool aftercare =
            what == Reminder::follow_up || what == Reminder::retro || what == Reminder::ask_satisfaction;
        CAPTURE(name);
        if (!aftercare) CHECK(calls(what, story).empty());
    }
}

TEST_CASE("reopening stops the aftercare; closing again begins it anew", "[reminders]")
{
    auto story = confirmed(Level::mild).at(on(11, 28, 11h)).does(ReportFollowUp{FollowUpResult::again}).reopened();
    CHECK(calls(Reminder::follow_up, story).empty());
    CHECK(calls(Reminder::ask_satisfaction, story).empty());
    story.at(on(12, 1, 9h)).resolved().confirmed();
    CHECK(calls(Reminder::follow_up, story) == std::vector<Call>{{7, on(12, 8, 10h)}});
}
