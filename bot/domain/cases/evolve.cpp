#include "bot/domain/cases/lifecycle.hpp"

#include <algorithm>

namespace kintsugi::cases {
namespace {

template <class Item>
Item* numbered(std::vector<Item>& items, int number)
{
    const auto found = std::ranges::find(items, number, &Item::number);
    return found == items.end() ? nullptr : &*found;
}

/// One overload per event: what it makes of the case.
class Evolution {
public:
    Evolution(Case& evolving, const Recorded<Event>& recorded) : case_(evolving), at_(recorded.at), by_(recorded.by) {}

    void operator()(const Struck&) {}
    void operator()(const LeadActed&) {}
    void operator()(const NoteAdded&) {}
    void operator()(const EvidenceAdded&) {}

    void operator()(const PlanMade&)
    {
        if (case_.status == Status::contacted) case_.status = Status::working;
        if (!case_.planned_at) case_.planned_at = at_;
    }

    void operator()(const CaseOpened& opened)
    {
        case_.opened_at = at_;
        case_.opener = by_;
        case_.owner = opened.owner;
        case_.customer = opened.customer;
        case_.origin = opened.origin;
        case_.level = opened.level;
        case_.heat = case_.heat_at_opening = opened.heat;
        case_.points = opened.points;
        case_.signals = opened.signals;
        case_.hard_trigger = opened.hard_trigger;
        case_.second_failure = opened.second_failure;
        case_.wants = opened.wants;
        case_.text = opened.text;
        case_.summary = opened.summary;
    }

    void operator()(const UserTouched&)
    {
        if (!case_.touched_at) case_.touched_at = at_;
        if (case_.status == Status::fresh) case_.status = Status::contacted;
        if (case_.status == Status::resolved) ++case_.touches_since_resolved;
        case_.last_update_at = at_;
    }

    void operator()(const HeatSet& set) { case_.heat = set.heat; }

    void operator()(const PromiseMade& made)
    {
        case_.promises.push_back({made.number, made.what, made.due, made.owner, made.purpose, PromiseState::open, at_});
    }

    void operator()(const PromiseKept& kept) { set_promise(kept.number, PromiseState::kept); }
    void operator()(const PromiseReleased& released) { set_promise(released.number, PromiseState::released); }

    void operator()(const PromiseRescheduled& moved)
    {
        if (auto* promise = numbered(case_.promises, moved.number)) promise->due = moved.due;
    }

    void operator()(const TaskAdded& added)
    {
        case_.tasks.push_back({added.number, added.what, added.assignee, added.due, TaskState::open});
    }

    void operator()(const TaskDone& done) { set_task(done.number, TaskState::done); }
    void operator()(const TaskDropped& dropped) { set_task(dropped.number, TaskState::dropped); }

    void operator()(const HelpAsked& asked)
    {
        case_.help.push_back(
            {asked.number, asked.whom, asked.then, asked.what, asked.due, at_, HelpState::asked, PrivateText{}});
    }

    void operator()(const HelpPassedOn& passed)
    {
        if (auto* request = numbered(case_.help, passed.number)) {
            request->whom = passed.to;
            request->then = PersonId{};
            request->asked_at = at_;
        }
    }

    void operator()(const HelpTaken& taken)
    {
        if (auto* request = numbered(case_.help, taken.number)) {
            request->whom = taken.helper;
            request->state = HelpState::taken;
        }
    }

    void operator()(const HelpAnswered& answered)
    {
        if (auto* request = numbered(case_.help, answered.number)) {
            request->answer = answered.answer;
            request->state = HelpState::answered;
        }
    }

    void operator()(const HandoverOffered& offered) { case_.handover = Handover{offered.to, offered.reason, at_}; }
    void operator()(const HandoverDeclined&) { case_.handover.reset(); }

    void operator()(const HandoverAccepted& accepted)
    {
        const auto earlier = case_.owner;
        case_.earlier_owners.push_back(earlier);
        case_.owner = accepted.owner;
        case_.handover.reset();
        for (auto& promise : case_.promises)
            if (promise.state == PromiseState::open && promise.owner == earlier) promise.owner = accepted.owner;
        for (auto& task : case_.tasks)
            if (task.state == TaskState::open && task.assignee == earlier) task.assignee = accepted.owner;
    }

    void operator()(const UserAwaited& awaited)
    {
        case_.status = Status::waiting_user;
        case_.waiting = Waiting{awaited.asked, awaited.ask_again};
        case_.last_update_at = at_;
    }

    void operator()(const UserReplied&) { user_no_longer_awaited(); }
    void operator()(const AskAgainDue&) { user_no_longer_awaited(); }
    void operator()(const LevelSet& set) { case_.level = set.level; }
    void operator()(const CauseLinked& linked) { case_.cause = linked.cause; }

    void operator()(const FixAwaited&)
    {
        case_.status = Status::waiting_fix;
        case_.fix_awaited_since = at_;
    }

    void operator()(const FixShipped&)
    {
        case_.status = Status::working;
        case_.fix_awaited_since.reset();
    }

    void operator()(const CaseResolved&)
    {
        case_.status = Status::resolved;
        case_.resolved_at = at_;
        case_.touches_since_resolved = 0;
    }

    void operator()(const ResolutionConfirmed& confirmed)
    {
        case_.confirmed_at = at_;
        case_.confirmed_by = confirmed.basis;
        close(confirmed.outcome);
    }

    void operator()(const ResolutionNotAccepted&)
    {
        case_.status = Status::working;
        case_.resolved_at.reset();
        ++case_.reopened;
    }

    void operator()(const CaseClosed& closed) { close(closed.outcome); }
    void operator()(const RetroPlanned& planned) { case_.retro_due = planned.due; }

    void operator()(const CaseReopened&)
    {
        case_.status = Status::working;
        case_.closed_at.reset();
        case_.resolved_at.reset();
        case_.confirmed_at.reset();
        case_.confirmed_by.reset();
        case_.retro_due.reset();
        case_.follow_ups.clear();
        ++case_.reopened;
    }

    void operator()(const CaseMerged& merged)
    {
        case_.before_merge = case_.status;
        case_.status = Status::merged;
        case_.merged_into = merged.into;
        case_.merged_at = at_;
    }

    void operator()(const CaseSplit&)
    {
        case_.status = case_.before_merge;
        case_.merged_into.reset();
        case_.merged_at.reset();
    }

    void operator()(const SatisfactionRated& rated) { case_.ratings.push_back({at_, rated}); }
    void operator()(const FollowedUp&) { case_.follow_ups.push_back(at_); }
    void operator()(const ErasureRequested&) { case_.erasure_requested_by = by_; }
    void operator()(const LegalHoldSet& hold) { case_.legal_hold = hold.on; }

    void operator()(const CaseErased&)
    {
        case_.status = Status::erased;
        case_.handover.reset();
    }

private:
    void set_promise(int number, PromiseState state)
    {
        if (auto* promise = numbered(case_.promises, number)) promise->state = state;
    }

    void set_task(int number, TaskState state)
    {
        if (auto* task = numbered(case_.tasks, number)) task->state = state;
    }

    void user_no_longer_awaited()
    {
        if (case_.status == Status::waiting_user) case_.status = Status::working;
        case_.waiting.reset();
    }

    void close(CloseOutcome outcome)
    {
        if (case_.status != Status::closed) case_.closed_at = at_;
        case_.status = Status::closed;
        case_.outcome = outcome;
        case_.handover.reset();
    }

    Case& case_;
    Instant at_;
    const PersonId& by_;
};

} // namespace

Case evolve(Case current, const Recorded<Event>& recorded)
{
    std::visit(Evolution{current, recorded}, recorded.event);
    return current;
}

std::optional<Case> fold(CaseId id, std::span<const Recorded<Event>> log)
{
    const auto counting = effective(log);
    if (!begins_with<CaseOpened>(counting)) return std::nullopt;
    Case folded;
    folded.id = id;
    for (const auto& recorded : counting)
        folded = evolve(std::move(folded), recorded);
    return folded;
}

} // namespace kintsugi::cases
