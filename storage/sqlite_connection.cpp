#include "storage/sqlite_connection.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

namespace kintsugi::storage {
namespace {

/// Long enough for a checkpoint or a backup step of another connection on a slow disk.
constexpr int busy_timeout_ms = 5000;
constexpr int pages_per_backup_step = 256;

constexpr Dialect sqlite_dialect{.migrations = "sqlite",
                                 .begin_writing = "BEGIN IMMEDIATE",
                                 .begin_reading = "BEGIN",
                                 .table_names = "SELECT name FROM sqlite_schema WHERE type = 'table'"};

// Memory: 2 MB and 1 MB of pages keep the program small; the system caches the file, and 8 MB were no faster. The log
// is taken into the file every 8 MB, so that a burst of commits pays for few checkpoints.
constexpr auto for_writing = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -2048;
    PRAGMA wal_autocheckpoint = 2000;
    PRAGMA journal_size_limit = 33554432;
    PRAGMA trusted_schema = OFF;)";
constexpr auto for_reading = R"(
    PRAGMA query_only = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -1024;
    PRAGMA trusted_schema = OFF;)";

/// SQLite's own message names columns where a constraint failed; elsewhere it may quote bound values.
[[noreturn]] void fail(std::string_view doing, sqlite3* database, int code)
{
    std::string text{doing};
    text += ": ";
    text += (code & 0xFF) == SQLITE_CONSTRAINT ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    throw StorageError{text + " (" + std::to_string(code) + ")"};
}

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3* database, std::string_view sql) : database_(database)
    {
        const auto code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                             SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
        if (code != SQLITE_OK) // the text of a statement is ours, so its error may be quoted
            throw StorageError{std::string{sqlite3_errmsg(database)} + " in: " + std::string{sql}};
        find_parameters();
    }
    ~SqliteStatement() override { sqlite3_finalize(statement_); }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    void bind_null(int number) override { check(sqlite3_bind_null(statement_, place_of(number))); }
    void bind_integer(int number, std::int64_t value) override
    {
        check(sqlite3_bind_int64(statement_, place_of(number), value));
    }
    void bind_real(int number, double value) override
    {
        check(sqlite3_bind_double(statement_, place_of(number), value));
    }
    void bind_text(int number, std::string_view value) override
    {
        check(sqlite3_bind_text64(statement_, place_of(number), value.data() == nullptr ? "" : value.data(),
                                  value.size(), SQLITE_TRANSIENT, SQLITE_UTF8)); // NOLINT: the macro is a C cast
    }
    void bind_bytes(int number, std::string_view value) override
    {
        check(sqlite3_bind_blob64(statement_, place_of(number), value.data() == nullptr ? "" : value.data(),
                                  value.size(), SQLITE_TRANSIENT)); // NOLINT: the macro is a C cast
    }

    bool step() override
    {
        const auto code = sqlite3_step(statement_);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        fail(sqlite3_sql(statement_), database_, sqlite3_extended_errcode(database_));
    }
    void reset() noexcept override
    {
        sqlite3_reset(statement_); // repeats the error of the last step, which was thrown already
        in_use_ = false;
    }

    bool is_null(int column) override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) override { return sqlite3_column_int64(statement_, column); }
    double real(int column) override { return sqlite3_column_double(statement_, column); }
    std::string_view bytes(int column) override
    {
        const auto* start = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return start == nullptr
                   ? std::string_view{}
                   : std::string_view{start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

    SqliteStatement& take()
    {
        if (in_use_) throw std::logic_error{std::string{"a statement runs already: "} + sqlite3_sql(statement_)};
        in_use_ = true;
        return *this;
    }

private:
    /// SQLite numbers parameters by first appearance; $2 may come before $1.
    void find_parameters()
    {
        const auto count = sqlite3_bind_parameter_count(statement_);
        for (int number = 1; number <= count; ++number)
            places_.push_back(sqlite3_bind_parameter_index(statement_, ("$" + std::to_string(number)).c_str()));
    }

    [[nodiscard]] int place_of(int number) const
    {
        const auto index = static_cast<std::size_t>(number) - 1;
        if (index >= places_.size() || places_[index] == 0)
            throw std::logic_error{std::string{"no such parameter in: "} + sqlite3_sql(statement_)};
        return places_[index];
    }

    void check(int code)
    {
        if (code != SQLITE_OK) fail(sqlite3_sql(statement_), database_, code);
    }

    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
    std::vector<int> places_;
    bool in_use_ = false;
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::filesystem::path& file, Access access)
        : database_(file.string(), SQLite::OPEN_NOMUTEX | flags_of(access), busy_timeout_ms)
    {
        sqlite3_extended_result_codes(database_.getHandle(), 1);
        database_.exec(access == Access::write ? for_writing : for_reading);
    }

    const Dialect& dialect() const override { return sqlite_dialect; }

    Statement& statement(std::string_view sql) override
    {
        auto found = statements_.find(sql);
        if (found == statements_.end())
            found = statements_.emplace(std::string{sql}, std::make_unique<SqliteStatement>(database_.getHandle(), sql))
                        .first;
        return found->second->take();
    }

    void execute(std::string_view script) override
    {
        if (sqlite3_exec(database_.getHandle(), std::string{script}.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw StorageError{sqlite3_errmsg(database_.getHandle())}; // a script holds no values
    }

    bool in_transaction() const override { return sqlite3_get_autocommit(database_.getHandle()) == 0; }

    bool changed_elsewhere() override
    {
        Query version{statement("PRAGMA data_version")};
        const auto now = version.next() ? version.row().get<std::int64_t>(0) : 0;
        return std::exchange(seen_version_, now) != now;
    }

    bool forget_replaced_rows() noexcept override
    {
        sqlite3_busy_timeout(database_.getHandle(), 0); // a reader must not hold up the writer
        const auto code =
            sqlite3_wal_checkpoint_v2(database_.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        sqlite3_busy_timeout(database_.getHandle(), busy_timeout_ms);
        return code == SQLITE_OK;
    }

private:
    static int flags_of(Access access)
    {
        return access == Access::write ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE : SQLite::OPEN_READONLY;
    }

    SQLite::Database database_;
    std::unordered_map<std::string, std::unique_ptr<SqliteStatement>, TextHash, std::equal_to<>> statements_;
    std::int64_t seen_version_ = -1;
};

} // namespace

std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file, Access access)
{
    try {
        return std::make_unique<SqliteConnection>(file, access);
    } catch (const SQLite::Exception& error) {
        throw StorageError{"cannot open " + file.string() + ": " + error.what()};
    }
}

void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to, const Progress& progress)
{
    try {
        SQLite::Database source{from.string(), SQLite::OPEN_READONLY, busy_timeout_ms};
        // An open read transaction holds one moment; without it every commit of the writer would start the copy anew.
        source.exec("BEGIN; SELECT count(*) FROM sqlite_schema");
        SQLite::Database target{to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms};
        SQLite::Backup copy{target, source};
        for (int code = SQLITE_OK; code != SQLITE_DONE;) {
            code = copy.executeStep(pages_per_backup_step);
            if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw StorageError{"the database stays locked"};
            const auto total = copy.getTotalPageCount();
            if (progress) progress(total - copy.getRemainingPageCount(), total);
        }
    } catch (const SQLite::Exception& error) {
        throw StorageError{"cannot copy " + from.string() + ": " + error.what()};
    }
    close_for_good(to);
}

void close_for_good(const std::filesystem::path& file)
{
    try {
        SQLite::Database database{file.string(), SQLite::OPEN_READWRITE, 0};
        const auto mode = database.execAndGet("PRAGMA journal_mode = DELETE").getString();
        if (mode != "delete") throw StorageError{file.string() + " is in use"};
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_BUSY) throw StorageError{file.string() + " is in use"};
        throw StorageError{"cannot close " + file.string() + ": " + error.what()};
    }
}

} // namespace kintsugi::storage
