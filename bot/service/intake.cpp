#include "bot/service/intake.hpp"

#include "bot/service/handle_message.hpp"

namespace kintsugi::service {
namespace {

constexpr int attempts_before_parking = 5;

} // namespace

conversation::HttpResponse take_in(Stores& stores, const Knowledge& knowledge, const ConnectionId& connection,
                                   const conversation::Messages& messages, Instant now)
{
    auto answer = knowledge.platforms.at(connection)->acknowledge();
    for (const auto& message : messages) {
        if (const auto known = stores.inbox.find(connection, message.event)) {
            answer = known->answer;
            continue;
        }
        const auto handled = handle_message(stores, knowledge, connection, message, now);
        stores.inbox.record({connection, message.event, "done", answer, 1}, message, handled.sealed_for, now);
    }
    return answer;
}

conversation::HttpResponse keep_for_later(Stores& stores, const Knowledge& knowledge, const ConnectionId& connection,
                                          const conversation::Messages& messages, Instant now)
{
    const auto answer = knowledge.platforms.at(connection)->acknowledge();
    for (const auto& message : messages)
        if (!stores.inbox.find(connection, message.event))
            stores.inbox.record({connection, message.event, "failed", answer, 1}, message, {}, now);
    return answer;
}

void retry(Stores& stores, const Knowledge& knowledge, const InboxEntry& entry, const conversation::Message& message,
           Instant now)
{
    const auto handled = handle_message(stores, knowledge, entry.connection, message, now);
    auto done = entry;
    done.state = "done";
    ++done.attempts;
    stores.inbox.record(done, message, handled.sealed_for, now);
}

void retry_failed(Stores& stores, const InboxEntry& entry, const conversation::Message& message, Instant now)
{
    auto again = entry;
    ++again.attempts;
    again.state = again.attempts >= attempts_before_parking ? "parked" : "failed";
    stores.inbox.record(again, message, {}, now);
}

} // namespace kintsugi::service
