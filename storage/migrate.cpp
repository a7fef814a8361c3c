#include "storage/migrate.hpp"

#include "embedded/migrations.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace kintsugi::storage {
namespace {

struct Migration {
    int number;
    std::string name;
    std::string_view script;
};

/// Files are named sqlite/0001_first.sql; the build sorts them.
std::vector<Migration> migrations_of(const Dialect& dialect)
{
    std::vector<Migration> migrations;
    for (const auto& [path, script] : embedded::migrations()) {
        const auto slash = path.find('/');
        if (path.substr(0, slash) != dialect.migrations) continue;
        const auto name = path.substr(slash + 1);
        int number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        if (number != static_cast<int>(migrations.size()) + 1)
            throw std::logic_error{"migrations are not numbered one after the other"};
        migrations.push_back({number, std::string{name}, script});
    }
    return migrations;
}

[[noreturn]] void refuse_newer(int found, int known)
{
    throw StorageError{"the database has schema " + std::to_string(found) + ", but this program knows no more than " +
                       std::to_string(known) + ": it was written by a newer kintsugi; use that version"};
}

void apply(Connection& database, const Migration& migration)
{
    database.run(database.dialect().begin_writing);
    try {
        // Another program may have applied it while this one waited for the lock.
        if (schema_of(database) < migration.number) {
            database.execute(migration.script);
            database.run("INSERT INTO schema_version (version, name) VALUES ($1, $2)", migration.number,
                         migration.name);
        }
        database.run("COMMIT");
    } catch (const std::exception&) {
        if (database.in_transaction()) database.run("ROLLBACK");
        throw;
    }
}

} // namespace

int newest_schema(const Dialect& dialect)
{
    return static_cast<int>(migrations_of(dialect).size());
}

int schema_of(Connection& database)
{
    const auto tables = column_of<std::string>(database.query(database.dialect().table_names));
    if (tables.empty()) return 0;
    if (std::ranges::find(tables, "schema_version") == tables.end())
        throw StorageError{"the file is a database, but not one of kintsugi"};
    return value_of<std::optional<int>>(database.query("SELECT max(version) FROM schema_version"))
        .value_or(std::nullopt)
        .value_or(0);
}

void migrate(Connection& database, const std::function<void(const std::string& name)>& applying)
{
    const auto migrations = migrations_of(database.dialect());
    const auto present = schema_of(database);
    if (present > static_cast<int>(migrations.size())) refuse_newer(present, static_cast<int>(migrations.size()));
    for (const auto& migration : migrations) {
        if (migration.number <= present) continue;
        if (applying) applying(migration.name);
        apply(database, migration);
    }
}

void require_newest_schema(Connection& database)
{
    const auto present = schema_of(database);
    const auto known = newest_schema(database.dialect());
    if (present > known) refuse_newer(present, known);
    if (present < known)
        throw StorageError{"the database has schema " + std::to_string(present) + " and needs " +
                           std::to_string(known) + ": run `kintsugi migrate`"};
}

} // namespace kintsugi::storage
