#pragma once
// Which reminder goes to whom and when it may be said: quiet hours and mutes of the receiver count, except where a
// severe case is late. Computed from stored facts, so that a restart forgets nothing.

#include "bot/domain/cases/reminders.hpp"
#include "bot/service/work.hpp"

#include <vector>

namespace kintsugi::service {

struct PlannedReminder {
    cases::DueReminder reminder;
    PersonId to;
    Instant say_at{};
};

/// Unsent ones with a receiver, earlier stages left out where a later one was sent.
[[nodiscard]] std::vector<PlannedReminder> planned_reminders(Work& work, const CaseFile& file);

} // namespace kintsugi::service
