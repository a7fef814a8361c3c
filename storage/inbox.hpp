#pragma once
// Deliveries of the platforms, each once by connection and event id. Message and answer are sealed together.

#include "bot/service/stores.hpp"
#include "storage/vault.hpp"

namespace kintsugi::storage {

/// When a delivery whose handling failed is tried again: 10 s after the first time, doubling up to ten minutes.
[[nodiscard]] Milliseconds retry_after(int attempts);

class SqlInbox final : public service::Inbox {
public:
    SqlInbox(Connection& database, Vault& vault) : database_(database), vault_(vault) {}

    /// The answer of a forgotten or erased delivery is an empty 200.
    std::optional<service::InboxEntry> find(const ConnectionId& connection, const std::string& event) override;
    /// Sealed for the system where the key of `sealed_for` is gone: the order to erase is not the user's text.
    void record(const service::InboxEntry& entry, const conversation::Message& message, CustomerId sealed_for,
                Instant now) override;
    /// Failed ones whose time has come, in the order of their arrival.
    std::vector<std::pair<service::InboxEntry, conversation::Message>> to_retry(Instant now, int most) override;
    int parked() override;
    std::vector<service::SaidMessage> said(const service::Destination& where, int most) override;
    void forget_before(Instant when) override;

private:
    Connection& database_;
    Vault& vault_;
};

} // namespace kintsugi::storage
