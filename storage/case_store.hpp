#pragma once
// Cases: their logs, and the rows that lists, timers and reports read.

#include "bot/service/stores.hpp"
#include "storage/event_log.hpp"

namespace kintsugi::storage {

class SqlCaseStore final : public service::CaseStore {
public:
    SqlCaseStore(Connection& database, EventLog& log) : database_(database), log_(log) {}

    CaseId create() override;
    cases::History log(CaseId id) override;
    void append(CaseId id, std::span<const Recorded<cases::Event>> events, CustomerId sealed_for) override;
    void save(const service::CaseRow& row) override;
    void remove_row(CaseId id) override;
    std::optional<service::CaseRow> row(CaseId id) override;
    std::vector<service::CaseRow> open_of(const PersonId& owner) override;
    std::vector<service::CaseRow> of_customer(CustomerId customer) override;
    std::vector<service::CaseRow> opened_between(Instant from, Instant to) override; ///< `to` not included
    std::vector<CaseId> due(Instant now, int most) override;
    std::vector<CaseId> all() override;

private:
    Connection& database_;
    EventLog& log_;
};

} // namespace kintsugi::storage
