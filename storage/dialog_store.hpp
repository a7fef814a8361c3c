#pragma once
// What is open between a person and the bot. Sealed as a whole for the system: it may hold a text that waits for a
// choice, of which nobody knows yet to whom it belongs.

#include "bot/service/stores.hpp"
#include "storage/vault.hpp"

namespace kintsugi::storage {

class SqlDialogStore final : public service::DialogStore {
public:
    SqlDialogStore(Connection& database, Vault& vault) : database_(database), vault_(vault) {}

    conversation::Dialog load(const PersonId& person, const service::Destination& where) override;
    void save(const PersonId& person, const service::Destination& where, const conversation::Dialog& dialog) override;

private:
    Connection& database_;
    Vault& vault_;
};

} // namespace kintsugi::storage
