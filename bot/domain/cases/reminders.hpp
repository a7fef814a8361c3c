#pragma once
// When somebody must be reminded of something in a case, computed from the case and its clocks. PRODUCT.md, section 4:
// pre-alerts at 50 % and 80 %; what is late goes to the owner, then the deputy, then the lead. Which of these were sent
// already is known to storage; who may be disturbed when is decided in `service/tick`.

#include "bot/domain/cases/case.hpp"
#include "bot/domain/cases/clocks.hpp"

#include <vector>

namespace kintsugi::cases {

enum class Reminder {
    first_touch,
    plan,
    update,
    resolution,
    confirm,
    promise,
    task,
    ask_again,
    help_unanswered,
    ask_satisfaction,
    follow_up,
    retro,
    fix_wait_review
};

/// `half` and `most` warn ahead; `due` is for the owner; the next two walk the chain.
enum class Stage { half, most, due, deputy, lead };

struct DueReminder {
    Reminder what{};
    Stage stage = Stage::due;
    int number = 0;     ///< promise, task or help request; day of the follow-up; else 0
    Instant at{};       ///< when it is to be said; in the past where it is overdue
    Instant instance{}; ///< tells one run of a clock from the next, so that a reminder is sent once for each

    bool operator==(const DueReminder&) const = default;
};

/// Those already in the past and those to come, unsorted. `zone` is the owner's.
[[nodiscard]] std::vector<DueReminder> reminders(const Case& current, const std::vector<CaseClock>& clocks,
                                                 const PolicyHistory& policies, const Zone& zone, Instant now);

} // namespace kintsugi::cases

namespace kintsugi {

template <>
struct Names<cases::Reminder> {
    using enum cases::Reminder;
    static constexpr std::pair<cases::Reminder, std::string_view> all[] = {
        {first_touch, "first_touch"},
        {plan, "plan"},
        {update, "update"},
        {resolution, "resolution"},
        {confirm, "confirm"},
        {promise, "promise"},
        {task, "task"},
        {ask_again, "ask_again"},
        {help_unanswered, "help_unanswered"},
        {ask_satisfaction, "ask_satisfaction"},
        {follow_up, "follow_up"},
        {retro, "retro"},
        {fix_wait_review, "fix_wait_review"},
    };
};

template <>
struct Names<cases::Stage> {
    using enum cases::Stage;
    static constexpr std::pair<cases::Stage, std::string_view> all[] = {
        {half, "half"}, {most, "most"}, {due, "due"}, {deputy, "deputy"}, {lead, "lead"}};
};

} // namespace kintsugi
