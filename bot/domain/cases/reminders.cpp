#include "bot/domain/cases/reminders.hpp"

#include <algorithm>

namespace kintsugi::cases {
namespace {

constexpr double half_used = 0.5;
constexpr double most_used = 0.8;
constexpr TimeOfDay daytime{std::chrono::hours{10}}; ///< when a person may be called

/// The five stages around one deadline.
class Ladder {
public:
    Ladder(std::vector<DueReminder>& found, Milliseconds step) : found_(found), step_(step) {}

    void add(Reminder what, int number, Instant half, Instant most, Instant due, Instant instance)
    {
        found_.push_back({what, Stage::half, number, half, instance});
        found_.push_back({what, Stage::most, number, most, instance});
        found_.push_back({what, Stage::due, number, due, instance});
        found_.push_back({what, Stage::deputy, number, due + step_, instance});
        found_.push_back({what, Stage::lead, number, due + 2 * step_, instance});
    }

private:
    std::vector<DueReminder>& found_;
    Milliseconds step_;
};

Reminder reminder_of(ClockKind kind)
{
    switch (kind) {
    case ClockKind::first_touch:
        return Reminder::first_touch;
    case ClockKind::plan:
        return Reminder::plan;
    case ClockKind::update:
        return Reminder::update;
    case ClockKind::resolution:
        return Reminder::resolution;
    case ClockKind::confirm:
        return Reminder::confirm;
    }
    throw std::logic_error{"unknown clock"};
}

void add_clocks(const std::vector<CaseClock>& clocks, const PolicyHistory& policies, Instant now, Ladder& ladder)
{
    for (const auto& clock : clocks) {
        if (clock.state != ClockState::running || clock.promise) continue; // promises have a ladder of their own
        const auto half = share_used_at(clock, half_used, policies, now);
        const auto most = share_used_at(clock, most_used, policies, now);
        const auto instance = clock.kind == ClockKind::update ? *clock.due : clock.started;
        ladder.add(reminder_of(clock.kind), 0, *half, *most, *clock.due, instance);
    }
}

void add_promises(const Case& current, Ladder& ladder)
{
    for (const auto& promise : current.promises) {
        if (promise.state != PromiseState::open || promise.purpose == Purpose::ask_again) continue;
        const auto length = promise.due - promise.made_at;
        ladder.add(Reminder::promise, promise.number, promise.made_at + length / 2, promise.made_at + length * 4 / 5,
                   promise.due, promise.due);
    }
}

void add_open_work(const Case& current, std::vector<DueReminder>& found)
{
    for (const auto& task : current.tasks)
        if (task.state == TaskState::open && task.due)
            found.push_back({Reminder::task, Stage::due, task.number, *task.due, *task.due});
    for (const auto& request : current.help)
        if (request.state == HelpState::asked)
            found.push_back({Reminder::help_unanswered, Stage::due, request.number,
                             request.asked_at + help_answered_within, request.asked_at});
    if (current.waiting && current.status == Status::waiting_user)
        found.push_back({Reminder::ask_again, Stage::due, 0, current.waiting->ask_again, current.waiting->ask_again});
}

bool rated_in(const Case& current, SurveyPhase phase)
{
    return std::ranges::any_of(current.ratings, [&](const Rating& rating) { return rating.figures.phase == phase; });
}

void add_aftercare(const Case& current, const LevelPolicy& policy, const Zone& zone, std::vector<DueReminder>& found)
{
    if (current.status != Status::closed) return;
    if (current.confirmed_at && !rated_in(current, SurveyPhase::at_close)) {
        const auto first = *current.confirmed_at + ask_satisfaction_after;
        found.push_back({Reminder::ask_satisfaction, Stage::due, 1, first, first});
        found.push_back({Reminder::ask_satisfaction, Stage::due, 2, first + Days{1}, first + Days{1}});
    }
    const auto closed_on = zone.local(*current.closed_at).date;
    for (std::size_t i = current.follow_ups.size(); i < policy.follow_up_days.size(); ++i) {
        const auto at = zone.instant(next_day(closed_on, policy.follow_up_days[i]), daytime);
        found.push_back({Reminder::follow_up, Stage::due, policy.follow_up_days[i], at, at});
    }
    if (current.retro_due) found.push_back({Reminder::retro, Stage::due, 0, *current.retro_due, *current.retro_due});
}

} // namespace

std::vector<DueReminder> reminders(const Case& current, const std::vector<CaseClock>& clocks,
                                   const PolicyHistory& policies, const Zone& zone, Instant now)
{
    std::vector<DueReminder> found;
    const auto& policy = policy_at(policies, now).for_level(current.level);
    Ladder ladder{found, policy.escalate_after};
    if (is_open(current.status)) {
        add_clocks(clocks, policies, now, ladder);
        add_promises(current, ladder);
        add_open_work(current, found);
        if (current.status == Status::waiting_fix && current.fix_awaited_since)
            found.push_back({Reminder::fix_wait_review, Stage::lead, 0, *current.fix_awaited_since + fix_wait_at_most,
                             *current.fix_awaited_since});
    }
    add_aftercare(current, policy, zone, found);
    return found;
}

} // namespace kintsugi::cases
