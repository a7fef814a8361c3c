#include "bot/service/timed/reminding.hpp"

#include <algorithm>
#include <tuple>

namespace kintsugi::service {
namespace {

using cases::Reminder;
using cases::Stage;

auto run_of(const cases::DueReminder& reminder)
{
    return std::tuple{reminder.what, reminder.number, reminder.instance};
}

std::vector<cases::DueReminder> unsent(Work& work, const CaseFile& file)
{
    const auto owner = work.person(file.current.owner);
    const auto zone = owner ? owner->zone : work.knowledge().practice.zone;
    auto due = cases::reminders(file.current, work.clocks(file), work.policies(), zone, work.now());
    const auto sent = work.stores().reminders.sent(file.current.id);
    std::erase_if(due, [&](const cases::DueReminder& reminder) {
        return std::ranges::any_of(sent, [&](const cases::DueReminder& earlier) {
            return run_of(earlier) == run_of(reminder) && earlier.stage >= reminder.stage;
        });
    });
    return due;
}

/// Who does the thing itself: the one who promised, the assignee, else the owner.
PersonId doer(const cases::Case& current, const cases::DueReminder& reminder)
{
    if (reminder.what == Reminder::promise)
        if (const auto* promise = cases::find_promise(current, reminder.number)) return promise->owner;
    if (reminder.what == Reminder::task)
        if (const auto* task = cases::find_task(current, reminder.number)) return task->assignee;
    return current.owner;
}

/// Owner, then deputy, then lead; where there is no deputy the lead hears it a step earlier.
PersonId receiver(Work& work, const cases::Case& current, const cases::DueReminder& reminder)
{
    if (reminder.stage < Stage::deputy) return doer(current, reminder);
    const auto owner = work.person(current.owner);
    if (!owner) return {};
    if (reminder.stage == Stage::deputy && !owner->deputy.empty()) return owner->deputy;
    return owner->lead;
}

/// Without a deputy the lead heard it at the deputy's step; once is enough.
bool heard_already(Work& work, const cases::Case& current, const cases::DueReminder& reminder)
{
    if (reminder.stage != Stage::lead || reminder.what == Reminder::fix_wait_review) return false;
    const auto owner = work.person(current.owner);
    return owner && owner->deputy.empty();
}

bool cannot_wait(const cases::Case& current, const cases::DueReminder& reminder)
{
    return current.level == cases::Level::severe && reminder.stage >= Stage::due;
}

} // namespace

std::vector<PlannedReminder> planned_reminders(Work& work, const CaseFile& file)
{
    std::vector<PlannedReminder> planned;
    for (const auto& reminder : unsent(work, file)) {
        const auto to = receiver(work, file.current, reminder);
        const auto person = to.empty() ? std::nullopt : work.person(to);
        if (!person || heard_already(work, file.current, reminder)) continue;
        const auto say_at = cannot_wait(file.current, reminder) ? reminder.at : after_quiet(*person, reminder.at);
        planned.push_back({reminder, to, say_at});
    }
    return planned;
}

} // namespace kintsugi::service
