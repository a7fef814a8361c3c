#pragma once
// For each `Who` of the table people who may and people who may not.

#include "bot/domain/cases/transitions.hpp"
#include "tests/bot/domain/people.hpp"

#include <stdexcept>
#include <vector>

namespace kintsugi::tests {

struct Turned {
    Actor away;
    Refused because;
};

inline const Actor owner = koe("wei");
inline const Actor colleague = koe("lena");
inline const Actor helper = koe("jon");
inline const Actor receiver = koe("ben");

inline std::vector<Actor> who_may(cases::Who who)
{
    using cases::Who;
    const auto by_reason = lead("wei is on holiday");
    switch (who) {
    case Who::any_koe:
        return {colleague, lead()};
    case Who::involved:
        return {owner, lead(), timer()};
    case Who::owner:
        return {owner, by_reason};
    case Who::owner_or_lead:
        return {owner, lead()};
    case Who::owner_or_timer:
        return {owner, by_reason, timer()};
    case Who::owner_lead_or_commander:
        return {owner, lead(), with_role("zhao", Role::commander)};
    case Who::owner_then_lead:
        return {owner, by_reason};
    case Who::lead:
        return {lead()};
    case Who::receiver:
        return {receiver};
    case Who::helper:
        return {helper, koe("sam"), timer()};
    case Who::timer:
        return {timer()};
    case Who::second_person:
        return {with_role("sun", Role::admin)};
    case Who::legal:
        return {with_role("wang", Role::legal)};
    }
    throw std::logic_error{"unknown who"};
}

inline std::vector<Turned> who_may_not(cases::Who who)
{
    using cases::Who;
    switch (who) {
    case Who::any_koe:
        return {{with_role("abu", Role::member), Refused::not_for_you}, {timer(), Refused::not_for_you}};
    case Who::involved:
        return {{colleague, Refused::owner_only}, {with_role("ann", Role::auditor), Refused::owner_only}};
    case Who::owner:
        return {{colleague, Refused::owner_only}, {lead(), Refused::lead_gives_reason}, {timer(), Refused::owner_only}};
    case Who::owner_or_lead:
    case Who::owner_lead_or_commander:
        return {{colleague, Refused::owner_only}, {timer(), Refused::owner_only}};
    case Who::owner_or_timer:
    case Who::owner_then_lead:
        return {{colleague, Refused::owner_only}, {lead(), Refused::lead_gives_reason}};
    case Who::lead:
        return {{owner, Refused::lead_only}, {colleague, Refused::lead_only}};
    case Who::receiver:
        return {{owner, Refused::receiver_only}, {lead(), Refused::receiver_only}};
    case Who::helper:
        return {{owner, Refused::not_for_you}, {lead(), Refused::not_for_you}};
    case Who::timer:
        return {{owner, Refused::not_for_you}, {lead(), Refused::not_for_you}};
    case Who::second_person:
        return {{{owner.id, {Role::koe, Role::admin}}, Refused::second_person_needed},
                {lead(), Refused::second_person_needed}};
    case Who::legal:
        return {{owner, Refused::not_for_you}, {lead(), Refused::not_for_you}};
    }
    throw std::logic_error{"unknown who"};
}

} // namespace kintsugi::tests
