#pragma once
// Work on the whole store: rows derived anew from the logs. DESIGN.md, section 1: state is a fold of events.

#include "bot/service/knowledge.hpp"
#include "bot/service/stores.hpp"

#include <functional>

namespace kintsugi::service {

struct Rebuilt {
    int looked_at = 0;
    int differed = 0; ///< rows that were not what their log makes
};

/// Called with (done, all) from time to time.
using Progress = std::function<void(int, int)>;

/// Derives every row from its log; with `write`, stores it. Dates of timers are renewed, not compared. Inside a job.
[[nodiscard]] Rebuilt rebuild(Stores& stores, const Knowledge& knowledge, Instant now, bool write,
                              const Progress& progress);

} // namespace kintsugi::service
