#pragma once
// All stores on one connection, and its transactions. This is what the program constructs:
//
//     const auto key = storage::load_master_key("/etc/kintsugi/master.key");
//     const auto writing = storage::open_database("kintsugi.db", key, storage::Access::write);
//     const auto reading = storage::open_database("kintsugi.db", key, storage::Access::read);

#include "storage/act_log.hpp"
#include "storage/audit_log.hpp"
#include "storage/board_store.hpp"
#include "storage/case_index.hpp"
#include "storage/case_store.hpp"
#include "storage/cause_store.hpp"
#include "storage/consent_store.hpp"
#include "storage/customer_store.hpp"
#include "storage/dialog_store.hpp"
#include "storage/event_log.hpp"
#include "storage/inbox.hpp"
#include "storage/outbox.hpp"
#include "storage/people_store.hpp"
#include "storage/publication_store.hpp"
#include "storage/reminder_log.hpp"
#include "storage/room_store.hpp"
#include "storage/setting_store.hpp"
#include "storage/sqlite_connection.hpp"
#include "storage/vault.hpp"

#include <filesystem>
#include <memory>

namespace kintsugi::storage {

/// For one thread at a time. A reading instance must be between `begin` and `commit` while it is read, so that all that
/// it gives out is of one moment.
class SqlStores final : public service::Transactions {
public:
    SqlStores(std::unique_ptr<Connection> database, const MasterKey& master, Access access);

    void begin() override;
    void commit() override;
    void rollback() override; ///< also where nothing is open: the commit may have failed and undone all itself
    void begin_job() override;
    void end_job() override;
    void undo_job() override;
    service::Stores& stores() override { return stores_; }

    [[nodiscard]] Connection& connection() { return *database_; }

private:
    void forget_cached();

    std::unique_ptr<Connection> database_;
    Access access_;
    Vault vault_;
    EventLog log_;
    SqlCaseStore cases_;
    SqlCustomerStore customers_;
    SqlConsentStore consents_;
    SqlPublicationStore publications_;
    SqlBoardStore board_;
    SqlCauseStore causes_;
    SqlPeopleStore people_;
    SqlRoomStore rooms_;
    SqlDialogStore dialogs_;
    SqlActLog acts_;
    SqlInbox inbox_;
    SqlOutbox outbox_;
    SqlReminderLog reminders_;
    SqlAuditLog audit_;
    SqliteCaseIndex index_;
    SqlSettingStore settings_;
    service::Stores stores_;
};

/// `Access::write` makes a missing database and brings its schema up to date; `Access::read` needs one that is there.
/// `:memory:` is a database of its own. Throws StorageError for a wrong master key, a newer schema, a file that is not
/// ours.
[[nodiscard]] std::unique_ptr<SqlStores> open_database(const std::filesystem::path& file, const MasterKey& master,
                                                       Access access);

} // namespace kintsugi::storage
