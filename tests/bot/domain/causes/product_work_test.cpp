#include "bot/domain/causes/product_work.hpp"
#include "bot/domain/match.hpp"
#include "tests/bot/domain/causes/causes.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::causes;
using namespace kintsugi::tests;

namespace {

/// An order that has all that its verb needs.
CauseOrder order(CauseVerb verb)
{
    return {verb,        morning + 96h, masked("the next version removes it"), masked("switch it off"), true,
            CauseId{35}, CaseId{1}};
}

/// Long after anything, so that what time must bring has come.
const Instant much_later = morning + Days{60};

std::vector<CauseActor> who_may(const CauseTransition& row)
{
    if (row.needs_area) return {jon, the_lead};
    if (row.verb == CauseVerb::appeal) return {the_lead};
    if (row.verb == CauseVerb::settle) return {machine};
    return {machine, {PersonId{"lin"}, {Role::koe}, false}};
}

std::pair<CauseActor, Refused> who_may_not(const CauseTransition& row)
{
    if (row.needs_area) return {stranger, Refused::not_your_area};
    if (row.verb == CauseVerb::appeal) return {jon, Refused::lead_only};
    if (row.verb == CauseVerb::settle) return {jon, Refused::not_for_you};
    return {{PersonId{"abu"}, {Role::member}, false}, Refused::not_for_you};
}

std::optional<Refused> refused(const Cause& cause, const CauseOrder& what, const CauseActor& who,
                               Instant now = much_later)
{
    const auto outcome = decide(cause, what, who, now);
    return outcome ? std::nullopt : std::optional{outcome.error().reason};
}

} // namespace

TEST_CASE("each row of a cause leads where it says, for everyone who may do it", "[causes][table]")
{
    for (const auto& row : cause_transitions())
        for (const auto from : row.from)
            for (const auto& actor : who_may(row)) {
                auto builder = a_cause().in(from);
                CAPTURE(static_cast<int>(row.verb), from, actor.id.value());
                const auto event = decide(builder.build(), order(row.verb), actor, much_later);
                REQUIRE(event.has_value());
                CHECK(builder.hear(*event, actor.id).build().state == row.to);
            }
}

TEST_CASE("each row of a cause refuses those who may not, and every state that it does not name", "[causes][table]")
{
    for (const auto& row : cause_transitions())
        for (const auto& [state, name] : Names<CauseState>::all) {
            CAPTURE(static_cast<int>(row.verb), name);
            const auto cause = a_cause().in(state).build();
            const auto& [turned_away, because] = who_may_not(row);
            CHECK(refused(cause, order(row.verb), turned_away) == because);
            if (std::ranges::find(row.from, state) == row.from.end())
                CHECK(decide(cause, order(row.verb), who_may(row).front(), much_later).error() ==
                      Refusal{Refused::wrong_state, std::string{name}});
        }
}

TEST_CASE("a plan has a date, or what must be known first", "[causes]")
{
    CauseOrder plan{CauseVerb::plan};
    CHECK(refused(a_cause().build(), plan, jon) == Refused::time_missing);
    plan.text = masked("the log of Monday, by Tuesday");
    CHECK(decide(a_cause().build(), plan, jon, morning).value() == CauseEvent{FixPlanned{{}, plan.text}});
    plan.when = morning + 96h;
    CHECK(decide(a_cause().build(), plan, jon, morning).value() == CauseEvent{FixPlanned{plan.when, plan.text}});
}

TEST_CASE("who ships says what changed; without a date it is out since now", "[causes]")
{
    CauseOrder ship{CauseVerb::ship};
    CHECK(refused(a_cause().build(), ship, jon) == Refused::what_changed_missing);
    ship.text = masked("6.3.1 guards the button");
    CHECK(decide(a_cause().build(), ship, jon, morning).value() == CauseEvent{FixReleased{ship.text, morning}});
    ship.when = morning + 11h;
    CHECK(decide(a_cause().build(), ship, jon, morning).value() == CauseEvent{FixReleased{ship.text, morning + 11h}});
}

TEST_CASE("who declines says why in a user's words and what a user can do now", "[causes]")
{
    auto decline = order(CauseVerb::decline);
    CHECK_FALSE(refused(a_cause().build(), decline, jon).has_value());
    decline.plain = false;
    CHECK(refused(a_cause().build(), decline, jon) == Refused::plain_words_needed);
    decline.plain = true;
    decline.alternative = {};
    CHECK(refused(a_cause().build(), decline, jon) == Refused::plain_words_needed);
    decline.text = {};
    CHECK(refused(a_cause().build(), decline, jon) == Refused::reason_missing);
}

TEST_CASE("a lead appeals once, with a reason", "[causes]")
{
    auto appeal = order(CauseVerb::appeal);
    auto builder = a_cause().declined();
    CHECK_FALSE(refused(builder.build(), appeal, the_lead).has_value());
    appeal.text = {};
    CHECK(refused(builder.build(), appeal, the_lead) == Refused::reason_missing);
    builder.appealed().declined();
    CHECK(refused(builder.build(), order(CauseVerb::appeal), the_lead) == Refused::already_appealed);
}

TEST_CASE("a duplicate points to another cause", "[causes]")
{
    auto duplicate = order(CauseVerb::mark_duplicate);
    CHECK(a_cause().duplicate().build().duplicate_of == CauseId{35});
    duplicate.of = CauseId{31};
    CHECK(refused(a_cause().build(), duplicate, jon) == Refused::merge_with_itself);
    duplicate.of.reset();
    CHECK(refused(a_cause().build(), duplicate, jon) == Refused::cause_missing);
}

TEST_CASE("a recurrence names the case in which it was seen", "[causes]")
{
    CHECK(refused(a_cause().shipped().build(), CauseOrder{CauseVerb::recur}, machine) == Refused::which_case);
}
