#include "tests/bot/domain/cases/refusals.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

std::vector<Refusing> kintsugi::tests::refusals_about_dates()
{
    using enum Refused;
    Rate too_high, too_low, nothing;
    too_high.recommend = 11;
    too_low.respected = 0;
    return {
        {"a plan has a promise with a date",
         has_dated_promise,
         a_case().touched(),
         MakePlan{words("refund"), {}},
         {dated_promise_needed}},
        {"a plan lies ahead",
         has_dated_promise,
         a_case().touched(),
         MakePlan{words("refund"), yesterday},
         {time_is_past, {}, yesterday}},
        {"a promise has a date", promise_has_date, a_case(), MakePromise{words("news"), {}}, {time_missing}},
        {"a promise lies ahead",
         promise_has_date,
         a_case(),
         MakePromise{words("news"), yesterday},
         {time_is_past, {}, yesterday}},
        {"a new date is given", new_date_given, a_case().promised(tomorrow), Reschedule{1, {}}, {time_missing}},
        {"a new date lies ahead",
         new_date_given,
         a_case().promised(tomorrow),
         Reschedule{1, yesterday},
         {time_is_past, {}, yesterday}},
        {"waiting says when we ask again",
         says_when_again,
         a_case().touched(),
         WaitForUser{words("a screenshot"), {}},
         {time_missing}},
        {"heat runs from 0 to 4", heat_in_range, a_case(), SetHeat{5}, {number_out_of_range, "0–4"}},
        {"heat is not below 0", heat_in_range, a_case(), SetHeat{-1}, {number_out_of_range, "0–4"}},
        {"a rating has a figure",
         figures_in_range,
         a_case().in(Status::closed),
         nothing,
         {number_out_of_range, "0–10"}},
        {"a recommendation runs to 10",
         figures_in_range,
         a_case().in(Status::closed),
         too_high,
         {number_out_of_range, "0–10"}},
        {"justice runs from 1 to 5",
         figures_in_range,
         a_case().in(Status::closed),
         too_low,
         {number_out_of_range, "1–5"}},
        {"no case is reopened after 90 days",
         within_reopening_time,
         a_case().in(Status::closed).after(90 * 24h + 1min).does(AddNote{words("late")}),
         Reopen{words("again")},
         {too_late_to_reopen, "90"}},
        {"no case is split after 30 days",
         within_splitting_time,
         a_case().in(Status::merged).after(30 * 24h + 1min).does(SetLegalHold{false}, with_role("wang", Role::legal)),
         Split{},
         {too_late_to_split, "30"}},
    };
}

TEST_CASE("figures at the ends of their ranges are taken", "[cases][guards]")
{
    for (const int heat : {0, hottest})
        CHECK(a_case().does(SetHeat{heat}).build().heat == heat);
    Rate least, most;
    least.overall = least.recommend = 0;
    least.fair = least.respected = least.clear = 1;
    most.overall = most.recommend = 10;
    most.fair = most.respected = most.clear = 5;
    const auto story = a_case().in(Status::closed).does(least).does(most).build();
    CHECK(story.ratings.front().figures.overall == 0);
    CHECK(story.ratings.back().figures.clear == 5);
}

TEST_CASE("each guard on dates and figures refuses with its own reason", "[cases][guards]")
{
    check(refusals_about_dates());
}
