#include "bot/domain/cases/policy.hpp"

#include <algorithm>

namespace kintsugi::cases {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Budget wall(Milliseconds time)
{
    return {time, 0, Hours::always};
}

Budget service_days(int days)
{
    return {{}, days, Hours::service};
}

LevelPolicy severe()
{
    return {wall(minutes{15}), wall(hours{4}), wall(hours{6}), wall(hours{24}),
            wall(hours{24}),   wall(Days{3}),  minutes{15},    {7, 30}};
}

LevelPolicy medium()
{
    return {{minutes{30}, 0, Hours::service},
            wall(hours{12}),
            wall(hours{12}),
            wall(hours{12}),
            wall(hours{48}),
            wall(Days{3}),
            minutes{30},
            {7, 30}};
}

LevelPolicy mild()
{
    return {{hours{1}, 0, Hours::service},
            service_days(1),
            wall(hours{24}),
            wall(hours{24}),
            service_days(3),
            wall(Days{3}),
            hours{1},
            {7}};
}

} // namespace

const Policy& policy_at(const PolicyHistory& history, Instant at)
{
    const auto later = std::ranges::upper_bound(history, at, {}, &PolicyVersion::from);
    return later == history.begin() ? history.front().policy : std::prev(later)->policy;
}

const Budget& budget_of(const Policy& policy, Level level, ClockKind kind)
{
    const auto& budgets = policy.for_level(level);
    switch (kind) {
    case ClockKind::first_touch:
        return budgets.first_touch;
    case ClockKind::plan:
        return budgets.plan;
    case ClockKind::update:
        return budgets.update;
    case ClockKind::resolution:
        return budgets.resolution;
    case ClockKind::confirm:
        return budgets.confirm;
    }
    throw std::logic_error{"unknown clock"};
}

const Calendar& calendar_of(const Policy& policy, Hours hours)
{
    static const Calendar always = around_the_clock();
    switch (hours) {
    case Hours::always:
        return always;
    case Hours::service:
        return policy.service;
    case Hours::work:
        return policy.work;
    }
    throw std::logic_error{"unknown hours"};
}

Milliseconds length_of(const Policy& policy, const Budget& budget)
{
    if (budget.working_days == 0) return budget.time;
    return budget.working_days * working_day(calendar_of(policy, budget.hours));
}

Policy default_policy(const Zone& zone)
{
    Policy policy;
    policy.levels = {severe(), medium(), mild()};
    policy.service.zone = zone;
    policy.service.week.fill({{hours{9}, hours{21}}});
    policy.work.zone = zone;
    for (std::size_t day = 1; day <= 5; ++day)
        policy.work.week[day] = {{hours{9}, hours{18}}};
    return policy;
}

} // namespace kintsugi::cases
