#include "bot/domain/cases/permission.hpp"

#include <algorithm>

namespace kintsugi::cases {

std::optional<Entitlement> may_read(const Person& reader, const Case& current)
{
    const bool by_role = reader.roles.has(Role::lead) || reader.roles.has(Role::auditor);
    const bool by_part = reader.id == current.owner || reader.id == current.opener ||
                         (current.handover && current.handover->to == reader.id) ||
                         std::ranges::find(current.earlier_owners, reader.id) != current.earlier_owners.end();
    if (!by_role && !by_part) return std::nullopt;
    return Entitlement{reader.id, current.id};
}

} // namespace kintsugi::cases
