#pragma once
// Walks every chain of hashes: the log of each case, consent, publication and cause, and the system's. Needs no key,
// since the chains hold ciphertext; verifies after an erasure too.

#include "storage/connection.hpp"
#include "storage/sqlite_connection.hpp"

#include <string>
#include <vector>

namespace kintsugi::storage {

/// The first entry of a chain that does not fit: changed, missing, or cut off at the end.
struct BrokenChain {
    std::string stream; ///< case, consent, publication, cause, system
    std::int64_t id = 0;
    int number = 0;

    friend auto operator<=>(const BrokenChain&, const BrokenChain&) = default;
};

struct AuditReport {
    std::int64_t chains = 0;
    std::int64_t entries = 0;
    std::vector<BrokenChain> broken; ///< one entry for each broken chain
};

[[nodiscard]] AuditReport verify_audit(Connection& database, const Progress& progress = {});

} // namespace kintsugi::storage
