#pragma once
// The clocks of PRODUCT.md, section 4, as pure functions of the case's events, the calendars and the policy in force at
// each moment. Nothing is stored: an undo, a pause or a new policy simply gives another answer.

#include "bot/domain/cases/event.hpp"
#include "bot/domain/cases/policy.hpp"

#include <optional>
#include <span>
#include <vector>

namespace kintsugi::cases {

enum class ClockState { running, paused, stopped };

struct CaseClock {
    ClockKind kind{};
    ClockState state = ClockState::running;
    Instant started{};
    std::optional<Instant> stopped; ///< set in state `stopped`
    std::optional<Instant> due;     ///< set in state `running`; in the past once broken
    std::optional<Instant> broken;  ///< when the budget was used up, whether or not the clock was stopped later
    Milliseconds elapsed{};         ///< counted time up to now or to the stop, pauses left out
    Milliseconds budget{};          ///< in the policy and level of now or of the stop
    std::optional<int> promise;     ///< the promise that takes the place of the default interval (update clock only)
    Level level = Level::mild;      ///< now or at the stop
    Hours hours = Hours::always;    ///< in which the budget counts

    bool operator==(const CaseClock&) const = default;
};

/// One clock per kind that has started, in the order of ClockKind. `counting` is `effective(log)`, opening first.
/// After a reopening the resolution clock goes on with the time it had. Events after `now` do not count.
[[nodiscard]] std::vector<CaseClock> clocks(std::span<const Recorded<Event>> counting, const PolicyHistory& policies,
                                            Instant now);

[[nodiscard]] const CaseClock* find_clock(const std::vector<CaseClock>& clocks, ClockKind kind);

/// When `share` (0.5 for 50 %) of a running clock's budget will have been used; nothing for a clock that is not
/// running. In the past where it has been used already.
[[nodiscard]] std::optional<Instant> share_used_at(const CaseClock& clock, double share, const PolicyHistory& policies,
                                                   Instant now);

} // namespace kintsugi::cases
