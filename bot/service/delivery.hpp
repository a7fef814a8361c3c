#pragma once
// From the outbox to the platforms. "Sent" means that the platform accepted; what cannot be sent is reported.
// DESIGN.md, section 4.

#include "bot/service/http_client.hpp"
#include "bot/service/knowledge.hpp"
#include "bot/service/stores.hpp"

#include <optional>
#include <set>
#include <vector>

namespace kintsugi::service {

struct Prepared {
    std::int64_t id = 0;
    ConnectionId connection;
    std::string destination; ///< the platform's conversation
    conversation::HttpRequest request;
};

/// What is due now, rendered by the adapters; at most one per destination. Inside a job.
[[nodiscard]] std::vector<Prepared> prepare_deliveries(Stores& stores, const Knowledge& knowledge, Instant now,
                                                       const std::set<std::int64_t>& in_flight, int most);

/// What the platform said. Inside a job. Answers what became of the message; nothing if it was settled before.
std::optional<conversation::Delivery> complete_delivery(Stores& stores, const Knowledge& knowledge, std::int64_t id,
                                                        const conversation::HttpResponse& response, Instant now);

/// How long to wait before attempt number `attempt` + 1: exponential with jitter, 1 s to 10 min.
[[nodiscard]] Milliseconds back_off(int attempt, std::uint64_t random);

} // namespace kintsugi::service
