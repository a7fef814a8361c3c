#include "bot/service/timed/tick.hpp"

namespace kintsugi::service {
namespace {

constexpr int most_of_a_kind = 100; ///< keeps one commit short while much is due, after a night or an outage

} // namespace

Ticked tick(Stores& stores, const Knowledge& knowledge, Instant now)
{
    Ticked ticked;
    for (auto* part : {remind_of_cases, expire_consents, move_publications, watch_causes}) {
        const int done = part(stores, knowledge, now, most_of_a_kind);
        ticked.done += done;
        ticked.more = ticked.more || done == most_of_a_kind;
    }
    ticked.done += send_digests(stores, knowledge, now);
    return ticked;
}

} // namespace kintsugi::service
