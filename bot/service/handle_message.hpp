#pragma once
// One verified message of one person: understood, decided, answered. DESIGN.md, section 6.

#include "bot/service/knowledge.hpp"
#include "bot/service/stores.hpp"

namespace kintsugi::service {

struct Handled {
    CustomerId sealed_for; ///< whose key seals the message in the inbox; empty: the system's
};

/// Inside a job of the writer. Everything it does is in the stores; answers lie in the outbox.
Handled handle_message(Stores& stores, const Knowledge& knowledge, const ConnectionId& connection,
                       const conversation::Message& message, Instant now);

} // namespace kintsugi::service
