#include "bot/domain/cases/guards.hpp"

#include "bot/domain/match.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"

namespace kintsugi::cases {
namespace {

Verdict lies_ahead(const std::optional<Instant>& when, Instant now)
{
    if (!when) return Refusal{Refused::time_missing};
    return unless(*when > now, Refused::time_is_past, {}, when);
}

Verdict in_range(const std::optional<int>& figure, int least, int most)
{
    const bool fits = !figure || (*figure >= least && *figure <= most);
    return unless(fits, Refused::number_out_of_range, std::to_string(least) + "–" + std::to_string(most));
}

int promise_number(const Command& command)
{
    return std::visit(Match{[](const KeepPromise& one) { return one.number; },
                            [](const Reschedule& one) { return one.number; },
                            [](const ReleasePromise& one) { return one.number; }, [](const auto&) { return 0; }},
                      command);
}

int task_number(const Command& command)
{
    return std::visit(Match{[](const FinishTask& one) { return one.number; },
                            [](const DropTask& one) { return one.number; }, [](const auto&) { return 0; }},
                      command);
}

const HelpRequest* help_of(const Attempt& attempt)
{
    return find_help(attempt.current, help_number(attempt.command).value_or(0));
}

} // namespace

std::optional<int> help_number(const Command& command)
{
    using Number = std::optional<int>;
    return std::visit(Match{[](const PassHelpOn& one) { return Number{one.number}; },
                            [](const TakeHelp& one) { return Number{one.number}; },
                            [](const AnswerHelp& one) { return Number{one.number}; },
                            [](const auto&) { return Number{}; }},
                      command);
}

Verdict has_dated_promise(const Attempt& attempt)
{
    const auto& due = attempt.as<MakePlan>().due;
    if (due) return unless(*due > attempt.context.now, Refused::time_is_past, {}, due);
    return unless(next_promise(attempt.current) != nullptr, Refused::dated_promise_needed);
}

Verdict promise_has_date(const Attempt& attempt)
{
    return lies_ahead(attempt.as<MakePromise>().due, attempt.context.now);
}

Verdict new_date_given(const Attempt& attempt)
{
    return lies_ahead(attempt.as<Reschedule>().due, attempt.context.now);
}

Verdict says_when_again(const Attempt& attempt)
{
    return lies_ahead(attempt.as<WaitForUser>().ask_again, attempt.context.now);
}

Verdict within_reopening_time(const Attempt& attempt)
{
    const bool soon = attempt.current.closed_at && attempt.context.now - *attempt.current.closed_at <= reopen_within;
    return unless(soon, Refused::too_late_to_reopen, std::to_string(reopen_within.count()));
}

Verdict within_splitting_time(const Attempt& attempt)
{
    const bool soon = attempt.current.merged_at && attempt.context.now - *attempt.current.merged_at <= split_within;
    return unless(soon, Refused::too_late_to_split, std::to_string(split_within.count()));
}

Verdict heat_in_range(const Attempt& attempt)
{
    return in_range(attempt.as<SetHeat>().heat, 0, hottest);
}

Verdict figures_in_range(const Attempt& attempt)
{
    const auto& rate = attempt.as<Rate>();
    if (!rate.overall && !rate.fair && !rate.respected && !rate.clear && !rate.recommend)
        return Refusal{Refused::number_out_of_range, "0–10"};
    for (const auto& of_ten : {rate.overall, rate.recommend})
        if (auto refusal = in_range(of_ten, 0, 10)) return refusal;
    for (const auto& of_five : {rate.fair, rate.respected, rate.clear})
        if (auto refusal = in_range(of_five, 1, 5)) return refusal;
    return std::nullopt;
}

Verdict not_open_yet(const Attempt& attempt)
{
    return unless(attempt.current.owner.empty(), Refused::already_so, written(attempt.current.id));
}

Verdict touched_first(const Attempt& attempt)
{
    return unless(attempt.current.touched_at.has_value(), Refused::contact_first);
}

Verdict promise_is_open(const Attempt& attempt)
{
    const auto number = promise_number(attempt.command);
    const auto* promise = find_promise(attempt.current, number);
    if (promise == nullptr) return Refusal{Refused::no_such_number, written_promise(number)};
    return unless(promise->state == PromiseState::open, Refused::already_so, written_promise(number));
}

Verdict task_is_open(const Attempt& attempt)
{
    const auto number = task_number(attempt.command);
    const auto* task = find_task(attempt.current, number);
    if (task == nullptr) return Refusal{Refused::no_such_number, written_task(number)};
    return unless(task->state == TaskState::open, Refused::already_so, written_task(number));
}

Verdict help_is_asked(const Attempt& attempt)
{
    const auto* request = help_of(attempt);
    return unless(request != nullptr && request->state == HelpState::asked, Refused::already_so);
}

Verdict someone_is_next(const Attempt& attempt)
{
    return unless(!help_of(attempt)->then.empty(), Refused::person_unknown);
}

Verdict help_not_answered(const Attempt& attempt)
{
    const auto* request = help_of(attempt);
    return unless(request != nullptr && request->state != HelpState::answered, Refused::already_so);
}

Verdict no_open_promise(const Attempt& attempt)
{
    const auto* promise = next_promise(attempt.current);
    if (promise == nullptr) return std::nullopt;
    return Refusal{Refused::promise_open, written_promise(promise->number), promise->due};
}

Verdict no_open_task(const Attempt& attempt)
{
    const auto* task = open_task(attempt.current);
    return task == nullptr ? std::nullopt : Verdict{Refusal{Refused::task_open, written_task(task->number), task->due}};
}

Verdict cause_is_linked(const Attempt& attempt)
{
    const bool known = attempt.as<WaitForFix>().cause || attempt.current.cause;
    return unless(known, Refused::cause_missing);
}

Verdict cause_is_new(const Attempt& attempt)
{
    const auto cause = attempt.as<LinkCause>().cause;
    return unless(attempt.current.cause != cause, Refused::already_so, written(cause));
}

Verdict cause_known_or_unexplained(const Attempt& attempt)
{
    return unless(attempt.current.cause || attempt.as<Close>().unexplained, Refused::cause_or_unexplained);
}

Verdict rests_on_users_word(const Attempt& attempt)
{
    const auto& confirm = attempt.as<Confirm>();
    switch (confirm.basis) {
    case Basis::users_link:
        return std::nullopt;
    case Basis::users_words:
        return unless(!confirm.words.empty(), Refused::users_word_needed);
    case Basis::no_answer:
        return unless(attempt.current.touches_since_resolved >= users_reminded_before_no_answer,
                      Refused::users_word_needed);
    }
    return std::nullopt;
}

Verdict recovered_or_partly(const Attempt& attempt)
{
    const auto outcome = attempt.as<Confirm>().outcome;
    return unless(outcome == CloseOutcome::recovered || outcome == CloseOutcome::partly, Refused::outcome_missing);
}

Verdict outcome_given(const Attempt& attempt)
{
    return unless(attempt.as<Close>().outcome.has_value(), Refused::outcome_missing);
}

Verdict target_can_take(const Attempt& attempt)
{
    const auto& merge = attempt.as<Merge>();
    if (merge.into == attempt.current.id) return Refusal{Refused::merge_with_itself, written(merge.into)};
    const bool reachable = merge.target != Status::merged && merge.target != Status::erased;
    if (!reachable) return Refusal{Refused::wrong_state, written(merge.into)};
    return unless(merge.same_customer || merge.different_users_known, Refused::different_users, written(merge.into));
}

Verdict receiver_is_someone_else(const Attempt& attempt)
{
    const auto& to = attempt.as<HandOver>().to;
    if (to.empty() || to == system_actor) return Refusal{Refused::person_unknown};
    return unless(to != attempt.current.owner, Refused::receiver_is_owner);
}

Verdict level_changes(const Attempt& attempt)
{
    return unless(attempt.as<SetLevel>().level != attempt.current.level, Refused::already_so);
}

Verdict may_lower_hard_trigger(const Attempt& attempt)
{
    const bool lowers = attempt.as<SetLevel>().level > attempt.current.level;
    const bool may = attempt.context.roles.has(Role::lead) || attempt.context.roles.has(Role::commander);
    return unless(!attempt.current.hard_trigger || !lowers || may, Refused::hard_trigger);
}

Verdict no_legal_hold(const Attempt& attempt)
{
    return unless(!attempt.current.legal_hold, Refused::under_legal_hold);
}

} // namespace kintsugi::cases
