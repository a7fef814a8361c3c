#include "bot/domain/cases/transitions.hpp"

#include "bot/domain/cases/guards.hpp"

#include <algorithm>

namespace kintsugi::cases {
namespace {

using enum Status;

constexpr StatusSet any_open{fresh, contacted, working, waiting_user, waiting_fix, resolved};
constexpr StatusSet not_erased{fresh, contacted, working, waiting_user, waiting_fix, resolved, closed, merged};
constexpr StatusSet open_or_closed{fresh, contacted, working, waiting_user, waiting_fix, resolved, closed};
constexpr auto stays = std::nullopt;

constexpr Transition table[] = {
    {Verb::open, {fresh}, fresh, Who::any_koe, {not_open_yet, text_long_enough}},
    {Verb::touch, {fresh}, contacted, Who::owner, {sent_text_or_declared}},
    {Verb::touch,
     {contacted, working, waiting_user, waiting_fix, resolved},
     stays,
     Who::owner,
     {sent_text_or_declared}},
    {Verb::plan, {fresh, contacted}, working, Who::owner, {touched_first, plan_has_words, has_dated_promise}},
    {Verb::plan, {working, waiting_fix}, stays, Who::owner, {plan_has_words, has_dated_promise}},
    {Verb::wait_for_user,
     {fresh, contacted, working},
     waiting_user,
     Who::owner,
     {touched_first, says_what_was_asked, says_when_again}},
    {Verb::user_replied, {waiting_user}, working, Who::owner_or_timer},
    {Verb::user_replied, {contacted, working, waiting_fix, resolved}, stays, Who::owner},
    {Verb::ask_again, {waiting_user}, working, Who::timer},
    {Verb::wait_for_fix, {working}, waiting_fix, Who::owner, {cause_is_linked, remedy_or_reason_given}},
    {Verb::fix_shipped, {waiting_fix}, working, Who::timer},
    {Verb::resolve, {contacted, working, waiting_fix}, resolved, Who::owner, {no_open_promise, no_open_task}},
    {Verb::confirm, {resolved}, closed, Who::owner, {rests_on_users_word, recovered_or_partly}},
    {Verb::not_accepted, {resolved}, working, Who::owner_or_timer},
    {Verb::close,
     any_open,
     closed,
     Who::owner_then_lead,
     {outcome_given, no_open_promise, cause_known_or_unexplained, public_line_given}},
    {Verb::close, {closed}, stays, Who::owner_then_lead, {outcome_given}},
    {Verb::reopen, {closed}, working, Who::owner_or_lead, {reason_to_reopen, within_reopening_time}},
    {Verb::merge, any_open, merged, Who::owner_or_lead, {target_can_take, no_legal_hold}},
    {Verb::split, {merged}, stays, Who::owner_or_lead, {within_splitting_time}},
    {Verb::hand_over, any_open, stays, Who::owner_or_lead, {receiver_is_someone_else}},
    {Verb::accept_handover, any_open, stays, Who::receiver},
    {Verb::decline_handover, any_open, stays, Who::receiver},
    {Verb::set_level,
     any_open,
     stays,
     Who::owner_lead_or_commander,
     {level_changes, reason_for_level, may_lower_hard_trigger}},
    {Verb::request_erasure, not_erased, stays, Who::involved, {evidence_given, no_legal_hold}},
    {Verb::erase, not_erased, erased, Who::second_person, {no_legal_hold}},
    {Verb::set_legal_hold, not_erased, stays, Who::legal},

    {Verb::note, open_or_closed, stays, Who::involved, {note_has_words}},
    {Verb::add_evidence, open_or_closed, stays, Who::involved, {evidence_has_reference}},
    {Verb::set_heat, open_or_closed, stays, Who::owner, {heat_in_range}},
    {Verb::promise, any_open, stays, Who::owner, {promise_has_words, promise_has_date}},
    {Verb::keep_promise, any_open, stays, Who::owner_or_timer, {promise_is_open}},
    {Verb::reschedule, any_open, stays, Who::owner, {promise_is_open, new_date_given}},
    {Verb::release_promise, any_open, stays, Who::lead, {promise_is_open}},
    {Verb::add_task, any_open, stays, Who::owner, {task_has_words}},
    {Verb::finish_task, any_open, stays, Who::involved, {task_is_open}},
    {Verb::drop_task, any_open, stays, Who::owner, {task_is_open, reason_to_drop}},
    {Verb::ask_help, any_open, stays, Who::owner, {help_has_words}},
    {Verb::pass_help_on, any_open, stays, Who::helper, {help_is_asked, someone_is_next}},
    {Verb::take_help, any_open, stays, Who::helper, {help_is_asked}},
    {Verb::answer_help, any_open, stays, Who::helper, {help_not_answered, answer_has_words}},
    {Verb::link_cause, open_or_closed, stays, Who::owner, {cause_is_new}},
    {Verb::rate, {resolved, closed}, stays, Who::owner, {figures_in_range}},
    {Verb::follow_up, {closed}, stays, Who::owner},
};

bool is_helper(const Attempt& attempt)
{
    const auto number = help_number(attempt.command);
    const auto* request = number ? find_help(attempt.current, *number) : nullptr;
    return request != nullptr && (request->whom == attempt.context.actor || request->then == attempt.context.actor);
}

bool is_involved(const Case& current, const Context& context)
{
    return context.actor == current.owner || context.actor == current.opener || context.roles.has(Role::lead) ||
           (current.handover && current.handover->to == context.actor) ||
           std::ranges::find(current.earlier_owners, context.actor) != current.earlier_owners.end();
}

std::optional<Refusal> check_owner(const Attempt& attempt)
{
    if (attempt.context.actor == attempt.current.owner) return std::nullopt;
    if (!attempt.context.roles.has(Role::lead)) return Refusal{Refused::owner_only};
    if (attempt.context.reason.empty()) return Refusal{Refused::lead_gives_reason};
    return std::nullopt;
}

std::optional<Refusal> check_second_person(const Attempt& attempt)
{
    const auto& order = attempt.as<Erase>();
    const auto requester =
        order.requested_by.empty() ? attempt.current.erasure_requested_by : std::optional{order.requested_by};
    if (!requester) return Refusal{Refused::evidence_missing};
    if (*requester == attempt.context.actor) return Refusal{Refused::second_person_needed};
    const bool admin_among_them =
        attempt.context.roles.has(Role::admin) || (order.requester_is_admin && attempt.context.roles.has(Role::lead));
    return unless(admin_among_them, Refused::second_person_needed);
}

} // namespace

std::span<const Transition> transitions()
{
    return table;
}

const Transition* find_transition(Status from, Verb verb)
{
    const auto* row = std::ranges::find_if(
        table, [&](const Transition& transition) { return transition.verb == verb && transition.from.has(from); });
    return row == std::end(table) ? nullptr : row;
}

std::optional<Refusal> check_who(Who who, const Attempt& attempt)
{
    const auto& [current, command, context] = attempt;
    const bool timer = context.actor == system_actor;
    const bool lead = context.roles.has(Role::lead);
    switch (who) {
    case Who::any_koe:
        return unless(context.roles.has(Role::koe) || lead, Refused::not_for_you);
    case Who::involved:
        return unless(timer || is_involved(current, context), Refused::owner_only);
    case Who::owner:
        return check_owner(attempt);
    case Who::owner_or_lead:
        return unless(lead || context.actor == current.owner, Refused::owner_only);
    case Who::owner_lead_or_commander:
        return unless(lead || context.roles.has(Role::commander) || context.actor == current.owner,
                      Refused::owner_only);
    case Who::owner_or_timer:
        return timer ? std::nullopt : check_owner(attempt);
    case Who::owner_then_lead:
        if (current.level == Level::severe) return unless(lead, Refused::lead_only);
        return check_owner(attempt);
    case Who::lead:
        return unless(lead, Refused::lead_only);
    case Who::receiver:
        return unless(current.handover && current.handover->to == context.actor, Refused::receiver_only);
    case Who::helper:
        return unless(timer || is_helper(attempt), Refused::not_for_you);
    case Who::timer:
        return unless(timer, Refused::not_for_you);
    case Who::second_person:
        return check_second_person(attempt);
    case Who::legal:
        return unless(context.roles.has(Role::legal), Refused::not_for_you);
    }
    throw std::logic_error{"unknown who"};
}

} // namespace kintsugi::cases
