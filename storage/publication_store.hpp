#pragma once
// Texts on their way to a community.

#include "bot/service/stores.hpp"
#include "storage/event_log.hpp"

namespace kintsugi::storage {

class SqlPublicationStore final : public service::PublicationStore {
public:
    SqlPublicationStore(Connection& database, EventLog& log) : database_(database), log_(log) {}

    PublicationId create() override;
    sharing::PublicationHistory log(PublicationId id) override;
    void append(PublicationId id, std::span<const Recorded<sharing::PublicationEvent>> events,
                CustomerId sealed_for) override;
    void save(const service::PublicationRow& row) override;
    void remove_row(PublicationId id) override;
    std::vector<service::PublicationRow> of_case(CaseId id) override;
    std::vector<service::PublicationRow> in_states(std::span<const sharing::PublicationState> states) override;
    std::vector<PublicationId> due(Instant now, int most) override;
    std::vector<PublicationId> all() override;

private:
    Connection& database_;
    EventLog& log_;
};

} // namespace kintsugi::storage
