#pragma once
// The life of a clock cut into stretches within which level, policy and pause do not change. Used by `clocks.cpp` only.

#include "bot/domain/cases/event.hpp"
#include "bot/domain/cases/policy.hpp"

#include <optional>
#include <span>
#include <vector>

namespace kintsugi::cases {

struct Stretch {
    Instant from{};
    Instant to{};
    bool counts = true; ///< false while the clock is paused
    Level level = Level::mild;
    const Policy* policy = nullptr; ///< in the history that was passed
};

/// When a clock ran, as the events tell.
struct Run {
    Instant started{};
    std::optional<Instant> stopped;
    std::vector<std::pair<Instant, bool>> turns; ///< (at, counts from then on), sorted
};

/// Stretches from the start of `run` to its stop or to `now`. The last one is empty: it tells how things stand then.
[[nodiscard]] std::vector<Stretch> stretches(const Run& run, std::span<const Recorded<Event>> counting,
                                             const PolicyHistory& policies, Instant now);

} // namespace kintsugi::cases
