#pragma once
// One command against one case, with all that a guard may look at.

#include "bot/domain/cases/case.hpp"
#include "bot/domain/cases/command.hpp"
#include "bot/domain/cases/policy.hpp"
#include "bot/domain/person.hpp"

namespace kintsugi::cases {

/// `policy` must outlive the call that it is passed to.
struct Context {
    Instant now{};
    PersonId actor;
    Roles roles;
    PrivateText reason; ///< why a lead acts on somebody else's case
    const Policy* policy = nullptr;
};

struct Attempt {
    const Case& current;
    const Command& command;
    const Context& context;

    template <class Kind>
    [[nodiscard]] const Kind& as() const
    {
        return std::get<Kind>(command);
    }
};

} // namespace kintsugi::cases
