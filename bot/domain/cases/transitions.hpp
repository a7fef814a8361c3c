#pragma once
// The state machine of a case as a table: PRODUCT.md, 3.1, same order. One row says from where a verb leads where, who
// may do it and under which guards. Tests walk every row.

#include "bot/domain/cases/attempt.hpp"
#include "bot/domain/outcome.hpp"

#include <array>
#include <initializer_list>
#include <optional>
#include <span>

namespace kintsugi::cases {

class StatusSet {
public:
    constexpr StatusSet(std::initializer_list<Status> statuses)
    {
        for (const auto status : statuses)
            bits_ |= 1U << static_cast<unsigned>(status);
    }

    [[nodiscard]] constexpr bool has(Status status) const { return (bits_ >> static_cast<unsigned>(status) & 1U) != 0; }

private:
    unsigned bits_ = 0;
};

/// Who may do it. A lead may do what the owner may, with a reason that is recorded.
enum class Who {
    any_koe,
    involved,                ///< owner, opener, earlier owners, receiver of a handover, leads
    owner,                   ///< or a lead with a reason
    owner_or_lead,           ///< the command carries its own reason
    owner_or_timer,          ///< the timer also speaks for a user who answered by a link
    owner_lead_or_commander, ///< the command carries its own reason
    owner_then_lead,         ///< the owner; at level 1 a lead
    lead,
    receiver, ///< the person to whom the case was offered
    helper,   ///< the person who was asked for help
    timer,
    second_person, ///< not the one who asked for it; one of the two is an administrator
    legal
};

/// A reason against it, or nothing.
using Guard = std::optional<Refusal> (*)(const Attempt&);

struct Transition {
    Verb verb;
    StatusSet from;
    std::optional<Status> to; ///< empty: the status stays; after a split it is the one before the merge
    Who who;
    std::array<Guard, 4> guards{}; ///< asked in order; null where unused
};

[[nodiscard]] std::span<const Transition> transitions();
[[nodiscard]] const Transition* find_transition(Status from, Verb verb);
[[nodiscard]] std::optional<Refusal> check_who(Who who, const Attempt& attempt);

} // namespace kintsugi::cases
