#pragma once
// What a product team, or the system, may do with a root cause. PRODUCT.md, 3.4.

#include "bot/domain/cases/policy.hpp"
#include "bot/domain/causes/cause.hpp"
#include "bot/domain/outcome.hpp"
#include "bot/domain/person.hpp"

namespace kintsugi::causes {

enum class CauseVerb { acknowledge, plan, fix, ship, decline, appeal, mark_duplicate, recur, settle };

struct CauseOrder {
    CauseVerb verb = CauseVerb::acknowledge;
    std::optional<Instant> when{}; ///< plan: the date; ship: since when
    MaskedText text{};             ///< plan without a date, what was shipped, why it is declined or appealed
    MaskedText alternative{};      ///< decline: what a user can do now
    bool plain = true;             ///< decline: the reason is in words a user understands
    std::optional<CauseId> of{};   ///< duplicate of
    std::optional<CaseId> in{};    ///< recurred in
};

/// Who acts; `of_area`: product owner of the cause's area.
struct CauseActor {
    PersonId id;
    Roles roles;
    bool of_area = false;
};

struct CauseTransition {
    CauseVerb verb;
    std::initializer_list<CauseState> from;
    CauseState to;
    bool needs_area; ///< the product owner of the area, or a lead
};

inline constexpr auto observed_for = Days{14};

[[nodiscard]] std::span<const CauseTransition> cause_transitions();

[[nodiscard]] Outcome<CauseEvent> decide(const Cause& current, const CauseOrder& order, const CauseActor& actor,
                                         Instant now);

/// When the product team must have acknowledged it: one working day of the office, 2 h at level 1.
[[nodiscard]] Instant acknowledge_by(const Cause& cause, const cases::PolicyHistory& policies);

/// Cases whose users have not heard of the fix yet.
[[nodiscard]] std::vector<const JoinedCase*> owed(const Cause& cause);

/// May the watch end well? Only after `observed_for` without recurrence, and never while someone is owed a message.
[[nodiscard]] bool may_settle(const Cause& cause, Instant now);

} // namespace kintsugi::causes
