#include "bot/domain/cases/transitions.hpp"
#include "tests/bot/domain/cases/samples.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

/// Calls `visit(row, status)` for each row of the table and each status from which it leads.
template <class Visit>
void each_row(Visit visit)
{
    for (const auto& row : transitions())
        for (const auto& [status, name] : Names<Status>::all)
            if (row.from.has(status)) visit(row, status);
}

/// A case without first contact is new, so from there these two verbs only say what is missing: 先联系用户.
bool wants_contact_first(const Transition& row, Status from)
{
    return from == Status::fresh && (row.verb == Verb::plan || row.verb == Verb::wait_for_user);
}

Case after(Case current, const std::vector<Event>& events, const Actor& actor, Instant now)
{
    for (const auto& event : events)
        current = evolve(std::move(current), {0, ActId{99}, now, actor.id, event});
    return current;
}

Status status_after(const Transition& row, const Case& before)
{
    return row.verb == Verb::split ? before.before_merge : row.to.value_or(before.status);
}

} // namespace

TEST_CASE("each row leads where it says, for everyone who may do it", "[cases][table]")
{
    each_row([](const Transition& row, Status from) {
        if (wants_contact_first(row, from)) return;
        for (const auto& actor : who_may(row.who)) {
            Instant now = morning;
            const auto before = case_for(row.verb, from, now);
            CAPTURE(static_cast<int>(row.verb), from, actor.id.value());
            REQUIRE(before.status == from);
            const auto events = attempt(before, sample(row.verb, before, now), actor, now);
            INFO((events ? "accepted" : name_of(events.error().reason)));
            REQUIRE(events.has_value());
            CHECK(after(before, *events, actor, now).status == status_after(row, before));
        }
    });
}

TEST_CASE("each row refuses those who may not, and says why", "[cases][table]")
{
    each_row([](const Transition& row, Status from) {
        for (const auto& turned : who_may_not(row.who)) {
            Instant now = morning;
            const auto before = case_for(row.verb, from, now);
            CAPTURE(static_cast<int>(row.verb), from, turned.away.id.value());
            CHECK(refused(before, sample(row.verb, before, now), turned.away, now) == turned.because);
        }
    });
}

TEST_CASE("a verb is refused in every state from which no row leads", "[cases][table]")
{
    for (const auto& row : transitions())
        for (const auto& [status, name] : Names<Status>::all) {
            if (find_transition(status, row.verb) != nullptr) continue;
            Instant now = morning;
            const auto before = case_for(row.verb, status, now);
            const auto actor = who_may(row.who).front();
            CAPTURE(static_cast<int>(row.verb), status);
            if (is_about_handover(row.verb) && !before.handover)
                CHECK(refused(before, sample(row.verb, before, now), actor, now) == Refused::receiver_only);
            else if (status == Status::closed)
                CHECK(attempt(before, sample(row.verb, before, now), actor, now).error() ==
                      Refusal{Refused::already_closed, {}, before.closed_at});
            else
                CHECK(attempt(before, sample(row.verb, before, now), actor, now).error() ==
                      Refusal{Refused::wrong_state, std::string{name}});
        }
}

TEST_CASE("plan and waiting want first contact before they leave the new state", "[cases][table]")
{
    each_row([](const Transition& row, Status from) {
        if (!wants_contact_first(row, from)) return;
        const auto fresh = a_case().build();
        CHECK(refused(fresh, sample(row.verb, fresh, morning), owner, morning) == Refused::contact_first);
    });
}

TEST_CASE("every verb has a row, and no two rows of a verb leave from the same state", "[cases][table]")
{
    for (int verb = 0; verb <= static_cast<int>(Verb::set_legal_hold); ++verb) {
        CAPTURE(verb);
        const auto is_of_verb = [&](const Transition& row) { return row.verb == static_cast<Verb>(verb); };
        CHECK(std::ranges::any_of(transitions(), is_of_verb));
        for (const auto& [status, name] : Names<Status>::all)
            CHECK(std::ranges::count_if(transitions(), [&, from = status](const Transition& row) {
                      return is_of_verb(row) && row.from.has(from);
                  }) <= 1);
    }
}

TEST_CASE("an erased case takes no order at all", "[cases][table]")
{
    for (const auto& row : transitions())
        CHECK_FALSE(row.from.has(Status::erased));
}
