#pragma once
// Consents to share a case: one log per case.

#include "bot/service/stores.hpp"
#include "storage/event_log.hpp"

namespace kintsugi::storage {

class SqlConsentStore final : public service::ConsentStore {
public:
    SqlConsentStore(Connection& database, EventLog& log) : database_(database), log_(log) {}

    sharing::ConsentHistory log(CaseId id) override;
    void append(CaseId id, std::span<const Recorded<sharing::ConsentEvent>> events, CustomerId sealed_for) override;
    void save(CaseId id, sharing::ConsentState state, std::optional<Instant> ends) override;
    std::vector<CaseId> due(Instant now, int most) override;

private:
    Connection& database_;
    EventLog& log_;
};

} // namespace kintsugi::storage
