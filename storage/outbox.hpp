#pragma once
// Messages on their way. Destination and card are sealed together; columns know the conversation only by its digest.

#include "bot/service/stores.hpp"
#include "storage/vault.hpp"

namespace kintsugi::storage {

/// Of one destination, priority goes before age. A message that is being tried again holds up those behind it, so that
/// order holds; one whose first time has not come yet (it waits for the end of quiet hours) holds up nobody.
class SqlOutbox final : public service::Outbox {
public:
    SqlOutbox(Connection& database, Vault& vault) : database_(database), vault_(vault) {}

    /// Sealed for the system where the key of `sealed_for` is gone: what is said about an erasure is ours.
    std::int64_t add(const service::OutboxItem& item) override;
    std::vector<service::OutboxItem> due(Instant now, int most, bool outbound_on_hold) override;
    std::optional<service::OutboxItem> find(std::int64_t id) override;
    void sent(std::int64_t id, Instant now) override;
    void later(std::int64_t id, Instant next_attempt, std::string_view why) override;
    void failed(std::int64_t id, std::string_view why) override;
    void withdraw(PublicationId publication) override;
    std::optional<Instant> next_attempt() override; ///< of what is not held up
    int waiting() override;
    std::vector<service::OutboxItem> sent_to(const service::Destination& where, int most) override;

private:
    struct Waiting;
    [[nodiscard]] service::OutboxItem item_in(Row row);

    Connection& database_;
    Vault& vault_;
};

} // namespace kintsugi::storage
