#include "bot/domain/cases/lifecycle.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

TEST_CASE("no answer counts as confirmed only after two touches since the case was resolved", "[cases][closing]")
{
    const Confirm silence{Basis::no_answer};
    auto story = a_case().touched().touched().touched().resolved();
    CHECK(refused(story.build(), silence, owner, story.now()) == Refused::users_word_needed);
    CHECK(refused(story.touched().build(), silence, owner, story.now()) == Refused::users_word_needed);
    CHECK(story.touched().does(silence).build().confirmed_by == Basis::no_answer);
}

TEST_CASE("touches before an earlier rejection do not count", "[cases][closing]")
{
    auto story = a_case().in(Status::resolved).touched().touched().does(RejectResolution{}).resolved();
    CHECK(refused(story.build(), Confirm{Basis::no_answer}, owner, story.now()) == Refused::users_word_needed);
}

TEST_CASE("the answer by the user's link needs no words", "[cases][closing]")
{
    CHECK(a_case().in(Status::resolved).does(Confirm{Basis::users_link}).build().status == Status::closed);
}

TEST_CASE("a confirmed case is closed as recovered or partly so", "[cases][closing]")
{
    auto story = a_case().in(Status::resolved);
    const auto closed = story.does(Confirm{Basis::users_words, words("mostly"), CloseOutcome::partly}).build();
    CHECK(closed.outcome == CloseOutcome::partly);
    CHECK(closed.confirmed_at == story.now());
    CHECK(closed.closed_at == story.now());
    CHECK(closed.confirmed_by == Basis::users_words);
}

TEST_CASE("a user may reject the resolution by their link", "[cases][closing]")
{
    const auto rejected = a_case().in(Status::resolved).does(RejectResolution{words("still broken")}, timer()).build();
    CHECK(rejected.status == Status::working);
    CHECK(rejected.reopened == 1);
    CHECK_FALSE(rejected.resolved_at.has_value());
}

TEST_CASE("closing again after the confirmation changes the outcome and not the day", "[cases][closing]")
{
    auto story = a_case().in(Status::closed);
    const auto confirmed = story.build();
    const auto again = story.does(Close{CloseOutcome::partly, true, {}}).build();
    CHECK(again.outcome == CloseOutcome::partly);
    CHECK(again.closed_at == confirmed.closed_at);
    CHECK(again.confirmed_by == Basis::users_words);
}

TEST_CASE("a look back is planned once, five working days later, at level 1 and 2 only", "[cases][closing]")
{
    const auto friday = on(11, 27, 16h);
    auto medium = a_case().at_level(Level::medium).in(Status::resolved);
    CHECK(medium.at(friday).confirmed().build().retro_due == on(12, 4, 16h));
    CHECK(medium.at(friday + 96h).does(Close{CloseOutcome::partly, true, {}}).build().retro_due == on(12, 4, 16h));
    CHECK(a_case().at_level(Level::severe).at(friday).closed().build().retro_due == on(12, 4, 16h));
    CHECK_FALSE(a_case().at(friday).closed().build().retro_due.has_value());
}

TEST_CASE("a case is reopened within 90 days, keeps its outcome and is counted", "[cases][reopening]")
{
    auto story = a_case().at_level(Level::medium).in(Status::resolved).confirmed().does(ReportFollowUp{});
    const auto closed = story.build();
    const auto last = *closed.closed_at + 90 * 24h;
    CHECK(refused(closed, Reopen{words("again")}, owner, last + 1ms) == Refused::too_late_to_reopen);
    const auto reopened = story.at(last).reopened().build();
    CHECK(reopened.status == Status::working);
    CHECK(reopened.reopened == 1);
    CHECK(reopened.outcome == CloseOutcome::recovered);
    CHECK_FALSE(reopened.closed_at.has_value());
    CHECK_FALSE(reopened.confirmed_by.has_value());
    CHECK_FALSE(reopened.retro_due.has_value());
    CHECK(reopened.follow_ups.empty());
}

TEST_CASE("figures without a phase belong to the time at which they come", "[cases][satisfaction]")
{
    Rate rate;
    rate.source = SurveySource::users_link;
    rate.overall = 8;
    auto story = a_case().in(Status::closed);
    const auto closed_at = story.now();
    story.at(closed_at + 6 * 24h - 1ms).does(rate).at(closed_at + 6 * 24h).does(rate);
    rate.phase = SurveyPhase::before;
    const auto ratings = story.does(rate).build().ratings;
    REQUIRE(ratings.size() == 3);
    CHECK(ratings[0].figures.phase == SurveyPhase::at_close);
    CHECK(ratings[1].figures.phase == SurveyPhase::day_7);
    CHECK(ratings[2].figures.phase == SurveyPhase::before);
    CHECK(ratings[0].figures.source == SurveySource::users_link);
}
