#include "bot/domain/cases/clocks.hpp"

#include "bot/domain/cases/lifecycle.hpp"
#include "bot/domain/cases/stretches.hpp"

#include <algorithm>
#include <array>
#include <bitset>

namespace kintsugi::cases {
namespace {

bool unfinished(const Case& c)
{
    return is_open(c.status) && c.status != Status::resolved;
}

/// When a clock of one kind starts, counts and rests, as the case stands at some moment.
struct Rule {
    ClockKind kind;
    std::optional<Instant> (*started)(const Case&);
    bool (*counts)(const Case&);
    bool (*rests)(const Case&); ///< it will count again; otherwise it has stopped
};

constexpr auto never = [](const Case&) { return false; };
constexpr auto since_opening = [](const Case& c) { return std::optional{c.opened_at}; };
constexpr auto is_merged = [](const Case& c) { return c.status == Status::merged; };

constexpr std::array rules{
    Rule{ClockKind::first_touch, since_opening, [](const Case& c) { return unfinished(c) && !c.touched_at; },
         [](const Case& c) { return is_merged(c) && !c.touched_at; }},
    Rule{ClockKind::plan, since_opening, [](const Case& c) { return unfinished(c) && !c.planned_at; },
         [](const Case& c) { return is_merged(c) && !c.planned_at; }},
    Rule{ClockKind::update, [](const Case& c) { return c.last_update_at; },
         [](const Case& c) { return unfinished(c) && c.status != Status::waiting_user; },
         [](const Case& c) { return is_merged(c) || c.status == Status::waiting_user; }},
    Rule{ClockKind::resolution, since_opening,
         [](const Case& c) {
             return unfinished(c) && c.status != Status::waiting_user && c.status != Status::waiting_fix;
         },
         [](const Case& c) {
             return is_merged(c) || c.status == Status::waiting_user || c.status == Status::waiting_fix;
         }},
    Rule{ClockKind::confirm, [](const Case& c) { return c.resolved_at; },
         [](const Case& c) { return c.status == Status::resolved; }, never},
};

/// Which clocks count after each event of a case, and how the case stands in the end.
struct Life {
    struct Moment {
        Instant at;
        std::bitset<rules.size()> counts;
    };
    std::vector<Moment> moments;
    Case now;
};

Life live(std::span<const Recorded<Event>> counting)
{
    Life life;
    for (const auto& recorded : counting) {
        life.now = evolve(std::move(life.now), recorded);
        auto& moment = life.moments.emplace_back(recorded.at);
        for (std::size_t rule = 0; rule < rules.size(); ++rule)
            moment.counts[rule] = rules[rule].counts(life.now);
    }
    return life;
}

std::optional<Run> run_of(std::size_t rule, const Life& life)
{
    const auto started = rules[rule].started(life.now);
    if (!started) return std::nullopt;
    Run run{*started, std::nullopt, {}};
    bool counts = true;
    for (const auto& moment : life.moments) {
        if (moment.at < *started || moment.counts[rule] == counts) continue;
        counts = !counts;
        run.turns.emplace_back(moment.at, counts);
    }
    if (!counts && !rules[rule].rests(life.now)) run.stopped = run.turns.back().first;
    return run;
}

Milliseconds counted(const Stretch& stretch, const Calendar& calendar)
{
    return stretch.counts ? open_time(calendar, stretch.from, stretch.to) : Milliseconds{0};
}

/// The first update after contact has a budget of its own.
const Budget& budget_in(const Stretch& stretch, ClockKind kind, bool later_update)
{
    if (kind == ClockKind::update && later_update) return stretch.policy->for_level(stretch.level).later_update;
    return budget_of(*stretch.policy, stretch.level, kind);
}

/// The instant within `stretch` at which `left` of the budget was used up; nothing if it was not.
std::optional<Instant> used_up(const Stretch& stretch, const Calendar& calendar, Milliseconds left, bool last)
{
    if (!stretch.counts) return std::nullopt;
    const bool over = left < open_time(calendar, stretch.from, stretch.to) || (last && left <= Milliseconds{0});
    return over ? std::optional{after_open_time(calendar, stretch.from, left)} : std::nullopt;
}

CaseClock measure(ClockKind kind, const Run& run, const std::vector<Stretch>& life, bool later_update)
{
    CaseClock clock;
    clock.kind = kind;
    clock.started = run.started;
    clock.stopped = run.stopped;
    for (const auto& stretch : life) {
        const auto& budget = budget_in(stretch, kind, later_update);
        const auto& calendar = calendar_of(*stretch.policy, budget.hours);
        clock.level = stretch.level;
        clock.hours = budget.hours;
        clock.budget = length_of(*stretch.policy, budget);
        if (!clock.broken)
            clock.broken = used_up(stretch, calendar, clock.budget - clock.elapsed, &stretch == &life.back());
        clock.elapsed += counted(stretch, calendar);
    }
    const auto& last = life.back();
    const auto& calendar = calendar_of(*last.policy, clock.hours);
    clock.state = run.stopped ? ClockState::stopped : last.counts ? ClockState::running : ClockState::paused;
    if (clock.state == ClockState::running)
        clock.due = clock.elapsed < clock.budget ? after_open_time(calendar, last.from, clock.budget - clock.elapsed)
                                                 : clock.broken;
    return clock;
}

/// "As promised": an open promise to the user takes the place of the default interval.
void follow_promise(CaseClock& clock, const Case& current, Instant now)
{
    const auto* promise = next_promise(current);
    if (promise == nullptr || clock.state != ClockState::running) return;
    clock.promise = promise->number;
    clock.hours = Hours::always;
    clock.started = promise->made_at;
    clock.due = promise->due;
    clock.elapsed = now - promise->made_at;
    clock.budget = promise->due - promise->made_at;
    clock.broken = now >= promise->due ? clock.due : std::nullopt;
}

} // namespace

std::vector<CaseClock> clocks(std::span<const Recorded<Event>> counting, const PolicyHistory& policies, Instant now)
{
    const auto until = std::ranges::upper_bound(counting, now, {}, &Recorded<Event>::at);
    counting = counting.first(static_cast<std::size_t>(until - counting.begin()));
    if (counting.empty()) return {};
    const auto life = live(counting);
    const bool later_update = life.now.last_update_at != life.now.touched_at;
    std::vector<CaseClock> found;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        const auto run = run_of(rule, life);
        if (!run) continue;
        const auto kind = rules[rule].kind;
        auto clock = measure(kind, *run, stretches(*run, counting, policies, now), later_update);
        if (kind == ClockKind::update) follow_promise(clock, life.now, now);
        found.push_back(clock);
    }
    return found;
}

const CaseClock* find_clock(const std::vector<CaseClock>& clocks, ClockKind kind)
{
    const auto found = std::ranges::find(clocks, kind, &CaseClock::kind);
    return found == clocks.end() ? nullptr : &*found;
}

std::optional<Instant> share_used_at(const CaseClock& clock, double share, const PolicyHistory& policies, Instant now)
{
    if (clock.state != ClockState::running) return std::nullopt;
    const auto wanted = std::chrono::duration_cast<Milliseconds>(clock.budget * share);
    if (clock.elapsed >= wanted) return now;
    const auto& calendar = calendar_of(policy_at(policies, now), clock.hours);
    return after_open_time(calendar, now, wanted - clock.elapsed);
}

} // namespace kintsugi::cases
