#include "bot/domain/cases/lifecycle.hpp"
#include "bot/domain/cases/transitions.hpp"

#include <algorithm>

namespace kintsugi::cases {
namespace {

using Events = std::vector<Event>;

/// How long after closing the look back of a case of level 1 or 2 is due: in working days of the office.
constexpr int retro_working_days = 5;

template <class Item>
int next_number(const std::vector<Item>& items)
{
    return static_cast<int>(items.size()) + 1;
}

Instant working_days_from(const Context& context, int days)
{
    const auto& work = context.policy->work;
    return after_open_time(work, context.now, days * working_day(work));
}

/// One overload per command: what happens once table, person and guards have said yes.
class Happening {
public:
    Happening(const Case& current, const Context& context) : case_(current), context_(context) {}

    Events operator()(const Open& open) const
    {
        std::vector<std::string> keys;
        for (const auto& signal : open.reading.signals)
            keys.push_back(signal.key);
        const auto owner = open.owner.empty() ? context_.actor : open.owner;
        return {CaseOpened{open.customer, owner, open.origin, open.level, open.reading.heat,
                           score(open.reading.signals), std::move(keys), has_hard_trigger(open.reading.signals),
                           open.second_failure, open.reading.wants, open.text, open.summary}};
    }

    Events operator()(const AddNote& note) const { return {NoteAdded{note.text, note.meant_for}}; }
    Events operator()(const AddEvidence& evidence) const { return {EvidenceAdded{evidence.reference}}; }
    Events operator()(const Touch& touch) const { return {UserTouched{touch.sent, touch.sent.empty()}}; }
    Events operator()(const SetHeat& set) const { return {HeatSet{set.heat}}; }

    Events operator()(const MakePromise& promise) const
    {
        return {promised(promise.what, *promise.due, promise.owner, promise.purpose)};
    }

    Events operator()(const KeepPromise& kept) const { return {PromiseKept{kept.number}}; }

    Events operator()(const Reschedule& moved) const
    {
        return {PromiseRescheduled{moved.number, *moved.due, moved.reason}};
    }

    Events operator()(const ReleasePromise& released) const { return {PromiseReleased{released.number}}; }

    Events operator()(const MakePlan& plan) const
    {
        Events events{PlanMade{plan.text}};
        if (plan.due) events.emplace_back(promised(plan.text, *plan.due, {}, Purpose::plan));
        return events;
    }

    Events operator()(const AddTask& task) const
    {
        return {TaskAdded{next_number(case_.tasks), task.what, or_owner(task.assignee), task.due}};
    }

    Events operator()(const FinishTask& task) const { return {TaskDone{task.number}}; }
    Events operator()(const DropTask& task) const { return {TaskDropped{task.number, task.reason}}; }

    Events operator()(const AskHelp& ask) const
    {
        return {HelpAsked{next_number(case_.help), ask.whom, ask.then, ask.what, ask.due}};
    }

    Events operator()(const PassHelpOn& pass) const
    {
        return {HelpPassedOn{pass.number, find_help(case_, pass.number)->then}};
    }

    Events operator()(const TakeHelp& take) const { return {HelpTaken{take.number, context_.actor}}; }

    Events operator()(const AnswerHelp& answer) const
    {
        Events events;
        if (find_help(case_, answer.number)->state == HelpState::asked)
            events.emplace_back(HelpTaken{answer.number, context_.actor});
        events.emplace_back(HelpAnswered{answer.number, answer.answer});
        return events;
    }

    Events operator()(const HandOver& over) const { return {HandoverOffered{over.to, over.reason}}; }
    Events operator()(const AcceptHandover&) const { return {HandoverAccepted{context_.actor}}; }
    Events operator()(const DeclineHandover& decline) const { return {HandoverDeclined{decline.reason}}; }

    Events operator()(const WaitForUser& wait) const
    {
        return {UserAwaited{wait.asked, *wait.ask_again},
                promised(wait.asked, *wait.ask_again, {}, Purpose::ask_again)};
    }

    Events operator()(const ReportReply& reply) const
    {
        Events events{UserReplied{reply.words}};
        keep_ask_again(events);
        return events;
    }

    Events operator()(const AskAgain&) const
    {
        Events events{AskAgainDue{}};
        keep_ask_again(events);
        return events;
    }

    Events operator()(const SetLevel& set) const { return {LevelSet{set.level, set.reason}}; }
    Events operator()(const LinkCause& link) const { return {CauseLinked{link.cause}}; }

    Events operator()(const WaitForFix& wait) const
    {
        Events events;
        const auto cause = wait.cause ? *wait.cause : *case_.cause;
        if (case_.cause != cause) events.emplace_back(CauseLinked{cause});
        events.emplace_back(FixAwaited{cause, wait.remedy});
        return events;
    }

    Events operator()(const ShipFix& ship) const
    {
        return {FixShipped{ship.cause},
                TaskAdded{next_number(case_.tasks), ship.task, case_.owner, working_days_from(context_, 1)}};
    }

    Events operator()(const Resolve& resolve) const { return {CaseResolved{resolve.what}}; }

    Events operator()(const Confirm& confirm) const
    {
        return with_retro({ResolutionConfirmed{confirm.basis, confirm.words, confirm.outcome}});
    }

    Events operator()(const RejectResolution& reject) const { return {ResolutionNotAccepted{reject.words}}; }

    Events operator()(const Close& close) const
    {
        return with_retro({CaseClosed{*close.outcome, close.unexplained, close.public_line}});
    }

    Events operator()(const Reopen& reopen) const { return {CaseReopened{reopen.reason}}; }
    Events operator()(const Merge& merge) const { return {CaseMerged{merge.into}}; }
    Events operator()(const Split&) const { return {CaseSplit{}}; }

    Events operator()(const Rate& rate) const
    {
        const bool closed_long = case_.closed_at && context_.now - *case_.closed_at >= Days{6};
        const auto phase = rate.phase.value_or(closed_long ? SurveyPhase::day_7 : SurveyPhase::at_close);
        return {
            SatisfactionRated{phase, rate.source, rate.overall, rate.fair, rate.respected, rate.clear, rate.recommend}};
    }

    Events operator()(const ReportFollowUp& follow) const { return {FollowedUp{follow.result, follow.words}}; }
    Events operator()(const RequestErasure& request) const { return {ErasureRequested{request.evidence}}; }
    Events operator()(const Erase&) const { return {CaseErased{}}; }
    Events operator()(const SetLegalHold& hold) const { return {LegalHoldSet{hold.on}}; }

private:
    [[nodiscard]] PersonId or_owner(const PersonId& person) const { return person.empty() ? case_.owner : person; }

    [[nodiscard]] Event promised(const PrivateText& what, Instant due, const PersonId& owner, Purpose purpose) const
    {
        return PromiseMade{next_number(case_.promises), what, due, or_owner(owner), purpose};
    }

    /// Waiting for the user ends: the promise to ask again has done its work.
    void keep_ask_again(Events& events) const
    {
        for (const auto& promise : case_.promises)
            if (promise.state == PromiseState::open && promise.purpose == Purpose::ask_again)
                events.emplace_back(PromiseKept{promise.number});
    }

    [[nodiscard]] Events with_retro(Events events) const
    {
        if (case_.level != Level::mild && !case_.retro_due)
            events.emplace_back(RetroPlanned{working_days_from(context_, retro_working_days)});
        return events;
    }

    const Case& case_;
    const Context& context_;
};

const Transition* any_row_of(Verb verb)
{
    const auto rows = transitions();
    return &*std::ranges::find(rows, verb, &Transition::verb);
}

Refusal wrong_state(const Case& current)
{
    if (current.status == Status::closed) return {Refused::already_closed, {}, current.closed_at};
    return {Refused::wrong_state, std::string{name_of(current.status)}};
}

std::optional<Refusal> refusal_of(const Attempt& attempt)
{
    const auto verb = verb_of(attempt.command);
    const auto* row = find_transition(attempt.current.status, verb);
    const auto who = row != nullptr ? row->who : any_row_of(verb)->who;
    if (auto refusal = check_who(who, attempt)) return refusal;
    if (row == nullptr) return wrong_state(attempt.current);
    for (const auto guard : row->guards)
        if (guard != nullptr)
            if (auto refusal = guard(attempt)) return refusal;
    return std::nullopt;
}

/// Acting for the owner leaves a trace of its reason; verbs that carry a reason of their own have it there.
bool lead_acts_for_owner(const Attempt& attempt)
{
    const auto* row = find_transition(attempt.current.status, verb_of(attempt.command));
    const bool for_owner =
        row->who == Who::owner || row->who == Who::owner_or_timer || row->who == Who::owner_then_lead;
    const auto& actor = attempt.context.actor;
    return for_owner && actor != attempt.current.owner && actor != system_actor && !attempt.context.reason.empty();
}

} // namespace

Outcome<std::vector<Event>> decide(const Case& current, const Command& command, const Context& context)
{
    const Attempt attempt{current, command, context};
    if (auto refusal = refusal_of(attempt)) return tl::unexpected{std::move(*refusal)};
    auto events = std::visit(Happening{current, context}, command);
    if (lead_acts_for_owner(attempt)) events.insert(events.begin(), LeadActed{context.reason});
    return events;
}

} // namespace kintsugi::cases
