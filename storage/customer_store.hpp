#pragma once
// The people who complained, each with a key of their own.

#include "bot/service/stores.hpp"
#include "storage/vault.hpp"

namespace kintsugi::storage {

class SqlCustomerStore final : public service::CustomerStore {
public:
    SqlCustomerStore(Connection& database, Vault& vault) : database_(database), vault_(vault) {}

    service::Customer create(int label, const PrivateText& name, Instant now) override;
    std::optional<service::Customer> find(CustomerId id) override;
    void rename(CustomerId id, const PrivateText& name) override;
    void add_identifier(CustomerId id, std::string_view kind, const PrivateText& value) override;
    std::optional<CustomerId> by_identifier(std::string_view kind, const PrivateText& value) override;
    /// Forgets the identifiers too, and withdraws what waits in the outbox and could not be read any more.
    void destroy_key(CustomerId id) override;

private:
    Connection& database_;
    Vault& vault_;
};

} // namespace kintsugi::storage
