#include "bot/domain/causes/product_work.hpp"

#include "bot/domain/written.hpp"

#include <algorithm>

namespace kintsugi::causes {
namespace {

using enum CauseState;

const CauseTransition table[] = {
    {CauseVerb::acknowledge, {reported, recurred}, acknowledged, true},
    {CauseVerb::plan, {reported, acknowledged, planned, recurred}, planned, true},
    {CauseVerb::fix, {reported, acknowledged, planned, recurred}, fixing, true},
    {CauseVerb::ship, {reported, acknowledged, planned, fixing, recurred}, observing, true},
    {CauseVerb::decline, {reported, acknowledged, planned, recurred}, declined, true},
    {CauseVerb::mark_duplicate, {reported, acknowledged, planned}, duplicate, true},
    {CauseVerb::appeal, {declined}, reported, false},
    {CauseVerb::recur, {observing, immune}, recurred, false},
    {CauseVerb::settle, {observing}, immune, false},
};

constexpr auto severe_acknowledged_within = std::chrono::hours{2};

std::optional<Refusal> check_words(const Cause& current, const CauseOrder& order)
{
    switch (order.verb) {
    case CauseVerb::plan:
        if (!order.when && order.text.empty()) return Refusal{Refused::time_missing};
        return std::nullopt;
    case CauseVerb::ship:
        if (order.text.empty()) return Refusal{Refused::what_changed_missing};
        return std::nullopt;
    case CauseVerb::decline:
        if (order.text.empty()) return Refusal{Refused::reason_missing};
        if (!order.plain || order.alternative.empty()) return Refusal{Refused::plain_words_needed};
        return std::nullopt;
    case CauseVerb::appeal:
        if (current.appealed) return Refusal{Refused::already_appealed};
        if (order.text.empty()) return Refusal{Refused::reason_missing};
        return std::nullopt;
    case CauseVerb::mark_duplicate:
        if (!order.of) return Refusal{Refused::cause_missing};
        if (*order.of == current.id) return Refusal{Refused::merge_with_itself, written(current.id)};
        return std::nullopt;
    case CauseVerb::recur:
        if (!order.in) return Refusal{Refused::which_case};
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

/// Who acts where no area is asked for.
std::optional<Refusal> check_actor(CauseVerb verb, const CauseActor& actor)
{
    const bool system = actor.id == system_actor;
    if (verb == CauseVerb::appeal && !actor.roles.has(Role::lead)) return Refusal{Refused::lead_only};
    if (verb == CauseVerb::recur && !system && !actor.roles.employee()) return Refusal{Refused::not_for_you};
    if (verb == CauseVerb::settle && !system) return Refusal{Refused::not_for_you};
    return std::nullopt;
}

std::optional<Refusal> check_settled(const Cause& current, Instant now)
{
    if (may_settle(current, now)) return std::nullopt;
    if (!owed(current).empty() || !current.members_told) return Refusal{Refused::still_owed};
    return Refusal{Refused::wrong_state, std::string{name_of(current.state)}, *current.shipped_at + observed_for};
}

CauseEvent event_of(const CauseOrder& order, Instant now)
{
    switch (order.verb) {
    case CauseVerb::acknowledge:
        return CauseAcknowledged{};
    case CauseVerb::plan:
        return FixPlanned{order.when, order.text};
    case CauseVerb::fix:
        return FixStarted{};
    case CauseVerb::ship:
        return FixReleased{order.text, order.when.value_or(now)};
    case CauseVerb::decline:
        return CauseDeclined{order.text, order.alternative};
    case CauseVerb::appeal:
        return DeclineAppealed{order.text};
    case CauseVerb::mark_duplicate:
        return MarkedDuplicate{order.of.value()};
    case CauseVerb::recur:
        return CauseRecurred{order.in.value()};
    case CauseVerb::settle:
        return CauseStayedQuiet{};
    }
    throw std::logic_error{"unknown cause verb"};
}

} // namespace

std::span<const CauseTransition> cause_transitions()
{
    return table;
}

Outcome<CauseEvent> decide(const Cause& current, const CauseOrder& order, const CauseActor& actor, Instant now)
{
    const auto* row = std::ranges::find(table, order.verb, &CauseTransition::verb);
    const bool lead = actor.roles.has(Role::lead);
    if (row->needs_area && !actor.of_area && !lead) return refuse(Refused::not_your_area, current.area.value());
    if (auto refusal = check_actor(order.verb, actor)) return tl::unexpected{std::move(*refusal)};
    if (std::ranges::find(row->from, current.state) == row->from.end())
        return refuse(Refused::wrong_state, std::string{name_of(current.state)});
    if (auto refusal = check_words(current, order)) return tl::unexpected{std::move(*refusal)};
    if (order.verb == CauseVerb::settle)
        if (auto refusal = check_settled(current, now)) return tl::unexpected{std::move(*refusal)};
    return event_of(order, now);
}

Instant acknowledge_by(const Cause& cause, const cases::PolicyHistory& policies)
{
    if (cause.level == cases::Level::severe) return cause.unanswered_since + severe_acknowledged_within;
    const auto& work = cases::policy_at(policies, cause.unanswered_since).work;
    return after_open_time(work, cause.unanswered_since, working_day(work));
}

std::vector<const JoinedCase*> owed(const Cause& cause)
{
    std::vector<const JoinedCase*> waiting;
    if (!is_shipped(cause)) return waiting;
    for (const auto& joined : cause.joined)
        if (!joined.told) waiting.push_back(&joined);
    return waiting;
}

bool may_settle(const Cause& cause, Instant now)
{
    return cause.state == observing && now - *cause.shipped_at >= observed_for && owed(cause).empty() &&
           cause.members_told;
}

} // namespace kintsugi::causes
