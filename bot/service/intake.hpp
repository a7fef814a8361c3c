#pragma once
// Verified deliveries become stored and answered messages: de-duplicated, understood, decided, with what must be sent,
// in one transaction. DESIGN.md, section 6.

#include "bot/service/knowledge.hpp"
#include "bot/service/stores.hpp"

namespace kintsugi::service {

/// Takes in the messages of one delivery inside a job of the writer. A repetition gets the stored answer and changes
/// nothing. Whatever goes wrong with a message throws; the caller then runs `keep_for_later` in a job of its own.
[[nodiscard]] conversation::HttpResponse take_in(Stores& stores, const Knowledge& knowledge,
                                                 const ConnectionId& connection, const conversation::Messages& messages,
                                                 Instant now);

/// Stores messages whose handling failed, so that nothing is lost: tried again with back-off, parked after a few times.
[[nodiscard]] conversation::HttpResponse keep_for_later(Stores& stores, const Knowledge& knowledge,
                                                        const ConnectionId& connection,
                                                        const conversation::Messages& messages, Instant now);

/// One more attempt at a message that was kept; throws where it fails again. Then `retry_failed` counts the attempt and
/// parks the message after a few of them: it is shown on /readyz.
void retry(Stores& stores, const Knowledge& knowledge, const InboxEntry& entry, const conversation::Message& message,
           Instant now);
void retry_failed(Stores& stores, const InboxEntry& entry, const conversation::Message& message, Instant now);

} // namespace kintsugi::service
