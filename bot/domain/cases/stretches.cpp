#include "bot/domain/cases/stretches.hpp"

#include <algorithm>
#include <set>

namespace kintsugi::cases {
namespace {

Level level_at(std::span<const Recorded<Event>> counting, Instant at)
{
    auto level = Level::mild;
    for (const auto& recorded : counting) {
        if (recorded.at > at) break;
        if (const auto* opened = std::get_if<CaseOpened>(&recorded.event)) level = opened->level;
        if (const auto* set = std::get_if<LevelSet>(&recorded.event)) level = set->level;
    }
    return level;
}

bool counts_at(const Run& run, Instant at)
{
    bool counts = true;
    for (const auto& [turn, from_then] : run.turns)
        if (turn <= at) counts = from_then;
    return counts;
}

std::set<Instant> borders(const Run& run, std::span<const Recorded<Event>> counting, const PolicyHistory& policies,
                          Instant end)
{
    std::set<Instant> found{run.started, end};
    const auto add = [&](Instant at) {
        if (at > run.started && at < end) found.insert(at);
    };
    for (const auto& recorded : counting)
        if (std::holds_alternative<LevelSet>(recorded.event)) add(recorded.at);
    for (const auto& version : policies)
        add(version.from);
    for (const auto& [turn, counts] : run.turns)
        add(turn);
    return found;
}

} // namespace

std::vector<Stretch> stretches(const Run& run, std::span<const Recorded<Event>> counting, const PolicyHistory& policies,
                               Instant now)
{
    const auto end = std::max(run.started, std::min(run.stopped.value_or(now), now));
    const auto cuts = borders(run, counting, policies, end);
    std::vector<Stretch> found;
    for (auto from = cuts.begin(); from != cuts.end(); ++from) {
        const auto to = std::next(from) == cuts.end() ? end : *std::next(from);
        found.push_back({*from, to, counts_at(run, *from), level_at(counting, *from), &policy_at(policies, *from)});
    }
    return found;
}

} // namespace kintsugi::cases
