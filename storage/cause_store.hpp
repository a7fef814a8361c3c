#pragma once
// Root causes. What is known of them is masked, so their logs have nothing to seal.

#include "bot/service/stores.hpp"
#include "storage/event_log.hpp"

namespace kintsugi::storage {

class SqlCauseStore final : public service::CauseStore {
public:
    SqlCauseStore(Connection& database, EventLog& log) : database_(database), log_(log) {}

    CauseId create() override;
    causes::CauseHistory log(CauseId id) override;
    void append(CauseId id, std::span<const Recorded<causes::CauseEvent>> events) override;
    void save(const service::CauseRow& row) override;
    void remove_row(CauseId id) override;
    std::vector<service::CauseRow> rows() override;
    std::vector<CauseId> due(Instant now, int most) override;
    std::vector<CauseId> all() override;

private:
    Connection& database_;
    EventLog& log_;
};

} // namespace kintsugi::storage
