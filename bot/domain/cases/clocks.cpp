#include "bot/domain/cases/clocks.hpp"

#include "bot/domain/cases/lifecycle.hpp"
#include "bot/domain/cases/stretches.hpp"

#include <algorithm>
#include <array>

namespace kintsugi::cases {
namespace {

bool unfinished(Status status)
{
    return is_open(status) && status != Status::resolved;
}

/// When a clock of one kind starts, counts and rests, as the case stands at some moment.
struct Rule {
    ClockKind kind;
    std::optional<Instant> (*started)(const Case&);
    bool (*counts)(const Case&, Status);
    bool (*rests)(Status); ///< it will count again; otherwise it has stopped
};

constexpr auto never = [](Status) { return false; };
constexpr auto since_opening = [](const Case& c) { return std::optional{c.opened_at}; };

constexpr std::array rules{
    Rule{ClockKind::first_touch, since_opening,
         [](const Case& c, Status status) { return unfinished(status) && !c.touched_at; }, never},
    Rule{ClockKind::plan, since_opening,
         [](const Case& c, Status status) { return unfinished(status) && !c.planned_at; }, never},
    Rule{ClockKind::update, [](const Case& c) { return c.last_update_at; },
         [](const Case&, Status status) { return unfinished(status) && status != Status::waiting_user; },
         [](Status status) { return status == Status::waiting_user; }},
    Rule{ClockKind::resolution, since_opening,
         [](const Case&, Status status) {
             return unfinished(status) && status != Status::waiting_user && status != Status::waiting_fix;
         },
         [](Status status) { return status == Status::waiting_user || status == Status::waiting_fix; }},
    Rule{ClockKind::confirm, [](const Case& c) { return c.resolved_at; },
         [](const Case&, Status status) { return status == Status::resolved; }, never},
};

enum class Pace { counts, rests, stopped };

/// What would go on if a merged case were split rests while it is merged.
Pace pace_of(const Rule& rule, const Case& current)
{
    const bool merged = current.status == Status::merged;
    const auto status = merged ? current.before_merge : current.status;
    if (rule.counts(current, status)) return merged ? Pace::rests : Pace::counts;
    return rule.rests(status) ? Pace::rests : Pace::stopped;
}

/// How each clock goes after each event of a case, and how the case stands in the end.
struct Life {
    struct Moment {
        Instant at;
        std::array<Pace, rules.size()> paces{};
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
            moment.paces[rule] = pace_of(rules[rule], life.now);
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
        if (moment.at < *started) continue;
        const auto pace = moment.paces[rule];
        if (counts != (pace == Pace::counts)) {
            counts = !counts;
            run.turns.emplace_back(moment.at, counts);
        }
        run.stopped = pace == Pace::stopped ? run.stopped.value_or(moment.at) : std::optional<Instant>{};
    }
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

/// The instant within `stretch` at which `left` of the budget was used up while the clock still ran; nothing if it was
/// not. A clock that is stopped, paused or given more time at that very instant is not broken.
std::optional<Instant> used_up(const Stretch& stretch, const Calendar& calendar, Milliseconds left, bool last)
{
    if (!stretch.counts || left > open_time(calendar, stretch.from, stretch.to)) return std::nullopt;
    const auto at = after_open_time(calendar, stretch.from, left);
    return at < stretch.to || last ? std::optional{at} : std::nullopt;
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
