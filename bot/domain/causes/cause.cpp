#include "bot/domain/causes/cause.hpp"

#include "bot/domain/match.hpp"

#include <algorithm>
#include <set>

namespace kintsugi::causes {
namespace {

using enum CauseState;

void join(Cause& cause, const CaseJoined& joined, Instant at)
{
    const bool known = std::ranges::find(cause.joined, joined.of, &JoinedCase::of) != cause.joined.end();
    if (known) return;
    cause.joined.push_back(
        {joined.of, joined.customer, joined.koe, joined.heat, joined.level, joined.evidence, at, false});
    cause.level = std::min(cause.level, joined.level); // 1 is the worst
}

/// "The worst of its cases"; the last one known where none is left.
void leave(Cause& cause, CaseId of)
{
    std::erase_if(cause.joined, [&](const JoinedCase& one) { return one.of == of; });
    const auto worst = std::ranges::min_element(cause.joined, {}, &JoinedCase::level);
    if (worst != cause.joined.end()) cause.level = worst->level;
}

/// Whoever plans, mends or ships has taken it on, whether or not they said so first.
void take_on(Cause& cause, const PersonId& by)
{
    if (cause.acknowledged_by.empty() && by != system_actor) cause.acknowledged_by = by;
}

void set_told(Cause& cause, CaseId of)
{
    for (auto& joined : cause.joined)
        if (joined.of == of) joined.told = true;
}

} // namespace

Cause evolve(Cause current, const Recorded<CauseEvent>& recorded)
{
    const auto at = recorded.at;
    std::visit(Match{[](const Struck&) {},
                     [&](const CauseReported& event) {
                         current.area = event.area;
                         current.title = event.title;
                         current.level = event.level;
                         current.reporter = recorded.by;
                         current.reported_at = current.unanswered_since = at;
                     },
                     [&](const CaseJoined& event) { join(current, event, at); },
                     [&](const CaseLeft& event) { leave(current, event.of); },
                     [&](const CauseAcknowledged&) {
                         current.state = acknowledged;
                         current.acknowledged_by = recorded.by;
                     },
                     [&](const FixPlanned& event) {
                         current.state = planned;
                         take_on(current, recorded.by);
                         current.eta = event.eta;
                     },
                     [&](const FixStarted&) {
                         current.state = fixing;
                         take_on(current, recorded.by);
                     },
                     [&](const FixReleased& event) {
                         current.state = observing;
                         take_on(current, recorded.by);
                         current.change = event.what;
                         current.shipped_at = event.since;
                         current.members_told = current.members.empty();
                     },
                     [&](const CauseStayedQuiet&) { current.state = immune; },
                     [&](const CauseRecurred&) {
                         current.state = recurred;
                         current.unanswered_since = at;
                     },
                     [&](const CauseDeclined& event) {
                         current.state = declined;
                         current.decline_reason = event.reason;
                         current.alternative = event.alternative;
                     },
                     [&](const DeclineAppealed&) {
                         current.state = reported;
                         current.appealed = true;
                         current.unanswered_since = at;
                     },
                     [&](const MarkedDuplicate& event) {
                         current.state = duplicate;
                         current.duplicate_of = event.of;
                     },
                     [&](const MemberMetIt& event) {
                         if (std::ranges::find(current.members, event.member) == current.members.end())
                             current.members.push_back(event.member);
                     },
                     [&](const MemberTookItBack& event) { std::erase(current.members, event.member); },
                     [&](const UserTold& event) { set_told(current, event.of); },
                     [&](const MembersTold&) { current.members_told = true; }},
               recorded.event);
    return current;
}

std::optional<Cause> fold_cause(CauseId id, std::span<const Recorded<CauseEvent>> log)
{
    const auto counting = effective(log);
    if (!begins_with<CauseReported>(counting)) return std::nullopt;
    Cause folded;
    folded.id = id;
    for (const auto& recorded : counting)
        folded = evolve(std::move(folded), recorded);
    return folded;
}

int distinct_users(const Cause& cause)
{
    std::set<CustomerId> users;
    for (const auto& joined : cause.joined)
        users.insert(joined.customer);
    return static_cast<int>(users.size());
}

int heat_sum(const Cause& cause)
{
    int sum = 0;
    for (const auto& joined : cause.joined)
        sum += joined.heat;
    return sum;
}

int joined_since(const Cause& cause, Instant from)
{
    return static_cast<int>(
        std::ranges::count_if(cause.joined, [&](const JoinedCase& joined) { return joined.at >= from; }));
}

bool is_shipped(const Cause& cause)
{
    return cause.state == observing || cause.state == immune;
}

} // namespace kintsugi::causes
