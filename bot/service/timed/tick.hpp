#pragma once
// Timed work: everything that is due now, found by stored dates. One call is one job of the writer; what it leaves for
// the next call (`more`) is still due then. PRODUCT.md, section 4.

#include "bot/service/knowledge.hpp"
#include "bot/service/stores.hpp"

namespace kintsugi::service {

struct Ticked {
    int done = 0;
    bool more = false; ///< there was more than one call takes
};

[[nodiscard]] Ticked tick(Stores& stores, const Knowledge& knowledge, Instant now);

// Its parts; each takes at most `most` items and answers how many it took.
int remind_of_cases(Stores& stores, const Knowledge& knowledge, Instant now, int most);
int expire_consents(Stores& stores, const Knowledge& knowledge, Instant now, int most);
int move_publications(Stores& stores, const Knowledge& knowledge, Instant now, int most);
int watch_causes(Stores& stores, const Knowledge& knowledge, Instant now, int most);
int send_digests(Stores& stores, const Knowledge& knowledge, Instant now);

} // namespace kintsugi::service
