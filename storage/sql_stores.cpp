#include "storage/sql_stores.hpp"

#include "storage/migrate.hpp"

namespace kintsugi::storage {

SqlStores::SqlStores(std::unique_ptr<Connection> database, const MasterKey& master, Access access)
    : database_(std::move(database)), access_(access), vault_(*database_, master), log_(*database_, vault_),
      cases_(*database_, log_), customers_(*database_, vault_), consents_(*database_, log_),
      publications_(*database_, log_), board_(*database_), causes_(*database_, log_), people_(*database_, vault_),
      rooms_(*database_), dialogs_(*database_, vault_), acts_(*database_), inbox_(*database_, vault_),
      outbox_(*database_, vault_), reminders_(*database_), audit_(*database_), index_(*database_),
      settings_(*database_),
      stores_{cases_,   customers_, consents_, publications_, board_,     causes_, people_, rooms_,
              dialogs_, acts_,      inbox_,    outbox_,       reminders_, audit_,  index_,  settings_}
{
    vault_.check_master_key(access == Access::write);
}

void SqlStores::begin()
{
    const auto& dialect = database_->dialect();
    database_->run(access_ == Access::write ? dialect.begin_writing : dialect.begin_reading);
    if (database_->changed_elsewhere()) forget_cached();
}

void SqlStores::commit()
{
    database_->run("COMMIT");
    // A destroyed key must not live on in the log of the database. Where a reader is in the way, the next commit does.
    if (vault_.take_destroyed() && !database_->forget_replaced_rows()) vault_.remember_destroyed();
}

void SqlStores::rollback()
{
    if (database_->in_transaction()) database_->run("ROLLBACK");
    forget_cached();
}

void SqlStores::begin_job()
{
    database_->run("SAVEPOINT job");
}

void SqlStores::end_job()
{
    database_->run("RELEASE job");
}

void SqlStores::undo_job()
{
    database_->run("ROLLBACK TO job");
    database_->run("RELEASE job");
    forget_cached();
}

void SqlStores::forget_cached()
{
    vault_.forget_keys();
    people_.forget();
    settings_.forget();
}

std::unique_ptr<SqlStores> open_database(const std::filesystem::path& file, const MasterKey& master, Access access)
{
    auto database = open_sqlite(file, access);
    if (access == Access::write) migrate(*database);
    require_newest_schema(*database);
    return std::make_unique<SqlStores>(std::move(database), master, access);
}

} // namespace kintsugi::storage
