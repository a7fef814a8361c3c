#include "bot/http/webhooks.hpp"
#include "bot/service/intake.hpp"

namespace kintsugi::http {

using conversation::Messages;
using service::Stores;

Intake intake_of(const service::Knowledge& knowledge)
{
    return {
        [&](Stores& stores, const ConnectionId& connection, const Messages& messages, Instant now) {
            return service::take_in(stores, knowledge, connection, messages, now);
        },
        [&](Stores& stores, const ConnectionId& connection, const Messages& messages, Instant now) {
            return service::keep_for_later(stores, knowledge, connection, messages, now);
        },
    };
}

} // namespace kintsugi::http
