#pragma once
// Conversations as keyed digests: the id of a direct conversation names a person on some platforms, so it stands in
// columns only in this form.

#include "bot/service/records.hpp"
#include "storage/vault.hpp"

#include <string>

namespace kintsugi::storage {

[[nodiscard]] inline std::string place_digest(const Vault& vault, const service::Destination& where)
{
    // The length keeps connection and conversation apart.
    auto words = std::to_string(where.connection.value().size()) + ':' + where.connection.value();
    words += where.address.direct ? "direct:" : "room:";
    words += where.address.conversation;
    return vault.digest("place", words);
}

} // namespace kintsugi::storage
