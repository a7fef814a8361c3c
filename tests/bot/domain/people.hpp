#pragma once
// Short ways to say who does what and when. Days are in November 2026, Shanghai; the 21st is a Saturday.

#include "bot/domain/cases/lifecycle.hpp"
#include "bot/domain/cases/policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kintsugi::tests {

using std::chrono_literals::operator""h;
using std::chrono_literals::operator""min;
using std::chrono_literals::operator""ms;

inline const Zone shanghai{"Asia/Shanghai"};

inline Instant on(int month, int day, TimeOfDay of_day, const Zone& zone = shanghai)
{
    return zone.instant(std::chrono::year{2026} / month / day, of_day);
}

/// When the case of PRODUCT.md, 7.2, is opened: Saturday 21 November 2026, 09:06.
inline const Instant morning = on(11, 21, 9h + 6min);

struct Actor {
    PersonId id;
    Roles roles;
    std::string reason{}; ///< why a lead acts for the owner
};

inline Actor koe(const std::string& name)
{
    return {PersonId{name}, {Role::koe}};
}
inline Actor lead(const std::string& reason = {})
{
    return {PersonId{"gao"}, {Role::koe, Role::lead}, reason};
}
inline Actor with_role(const std::string& name, Role role)
{
    return {PersonId{name}, {role}};
}
inline Actor timer()
{
    return {system_actor, {}};
}

inline PrivateText words(const std::string& text)
{
    return PrivateText{text};
}

inline const cases::Policy& usual_policy()
{
    static const auto policy = cases::default_policy(shanghai);
    return policy;
}
inline const cases::PolicyHistory& usual_policies()
{
    static const cases::PolicyHistory history{{Instant{}, usual_policy()}};
    return history;
}

inline cases::Context context_of(const Actor& actor, Instant now)
{
    return {now, actor.id, actor.roles, PrivateText{actor.reason}, &usual_policy()};
}

inline Outcome<std::vector<cases::Event>> attempt(const cases::Case& current, const cases::Command& command,
                                                  const Actor& actor, Instant now)
{
    return cases::decide(current, command, context_of(actor, now));
}

/// Why `actor` may not; nothing if they may.
inline std::optional<Refused> refused(const cases::Case& current, const cases::Command& command, const Actor& actor,
                                      Instant now)
{
    const auto outcome = attempt(current, command, actor, now);
    return outcome ? std::nullopt : std::optional{outcome.error().reason};
}

} // namespace kintsugi::tests
