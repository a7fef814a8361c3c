#include "storage/audit_log.hpp"

#include "storage/chain.hpp"
#include "storage/counters.hpp"

#include <functional>

namespace kintsugi::storage {

void SqlAuditLog::add(const service::AuditEntry& entry, Instant now)
{
    const auto previous = value_of<std::string>(
        database_.query("SELECT hash FROM audit WHERE organisation = 1 ORDER BY number DESC LIMIT 1"));
    // The counter would tell if the last entries were cut off.
    const auto number = static_cast<int>(next_number(database_, "audit"));
    const audit::Entry chained{std::string{system_chain}, number, now, entry.by, entry.what, entry.subject, {}};
    const auto hash = audit::chain_hash(previous.value_or(std::string{}), chained, std::ref(sha256_));
    database_.run("INSERT INTO audit (number, at, by, what, subject, hash) VALUES ($1, $2, $3, $4, $5, $6)", number,
                  now, entry.by, entry.what, entry.subject, Bytes{hash});
}

} // namespace kintsugi::storage
