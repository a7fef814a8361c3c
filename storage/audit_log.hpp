#pragma once
// What is no change of state, as one chain of hashes.

#include "bot/service/stores.hpp"
#include "storage/connection.hpp"
#include "storage/digest.hpp"

namespace kintsugi::storage {

class SqlAuditLog final : public service::AuditLog {
public:
    explicit SqlAuditLog(Connection& database) : database_(database) {}

    void add(const service::AuditEntry& entry, Instant now) override;

private:
    Connection& database_;
    Sha256 sha256_;
};

} // namespace kintsugi::storage
