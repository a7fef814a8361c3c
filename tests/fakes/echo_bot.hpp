#pragma once
// A bot without a mind: answers with sample cards from PRODUCT.md, so that the page of the web chat can be seen and
// tested before, and without, the real one.

#include "bot/conversation/message.hpp"
#include "bot/service/stores.hpp"

namespace kintsugi::tests {

/// People, rooms and a little history.
void seed(service::Stores& stores, Instant now);

/// Stores the message once and puts an answer into the outbox.
[[nodiscard]] conversation::HttpResponse echo(service::Stores& stores, const ConnectionId& connection,
                                              const conversation::Messages& messages, Instant now);

} // namespace kintsugi::tests
