#include "storage/sqlite_connection.hpp"
#include "tests/storage/base.hpp"

namespace kintsugi::storage {
namespace {

std::unique_ptr<Connection> with_table()
{
    auto database = open_sqlite(":memory:", Access::write);
    database->execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, word TEXT, raw BLOB, share REAL) STRICT");
    return database;
}

} // namespace

TEST_CASE("values are bound by their number, not by where they stand", "[storage][connection]")
{
    const auto database = with_table();
    database->run("INSERT INTO thing (word, id) VALUES ($2, $1)", 5, "five");
    CHECK(value_of<std::string>(database->query("SELECT word FROM thing WHERE id = $1 OR id = $1 + 0", 5)) == "five");
    CHECK_THROWS_AS(database->run("INSERT INTO thing (id) VALUES ($1)", 6, "too much"), std::logic_error);
}

TEST_CASE("every kind of value comes back", "[storage][connection]")
{
    const auto database = with_table();
    const std::string raw{"\0\1\xff", 3};
    database->run("INSERT INTO thing (id, word, raw, share) VALUES ($1, $2, $3, $4)", std::int64_t{1} << 60, "",
                  Bytes{raw}, 0.25);
    database->run("INSERT INTO thing (id, word, raw) VALUES ($1, $2, $3)", 2, std::optional<std::string>{},
                  Bytes{std::string_view{}});
    for (const Row row : database->query("SELECT id, word, raw, share FROM thing WHERE id > 2")) {
        CHECK(row.get<std::int64_t>(0) == std::int64_t{1} << 60);
        CHECK(row.get<std::optional<std::string>>(1) == "");
        CHECK(row.get<std::string>(2) == raw);
        CHECK(row.get<double>(3) == 0.25);
        CHECK_THROWS_AS(row.get<int>(0), StorageError); // does not fit
    }
    for (const Row row : database->query("SELECT word, raw IS NULL, share FROM thing WHERE id = 2")) {
        CHECK(row.get<std::optional<std::string>>(0) == std::nullopt);
        CHECK_FALSE(row.get<bool>(1));
        CHECK(row.get<std::optional<double>>(2) == std::nullopt);
    }
}

TEST_CASE("a statement that runs cannot be begun again, and is free afterwards", "[storage][connection]")
{
    const auto database = with_table();
    database->run("INSERT INTO thing (id) VALUES (1), (2)");
    {
        auto first = database->query("SELECT id FROM thing");
        CHECK(first.next());
        CHECK_THROWS_AS(database->query("SELECT id FROM thing"), std::logic_error);
    }
    CHECK(column_of<int>(database->query("SELECT id FROM thing")) == std::vector{1, 2});
}

TEST_CASE("a statement is usable after it failed", "[storage][connection]")
{
    const auto database = with_table();
    constexpr auto insert = "INSERT INTO thing (id, word) VALUES ($1, $2)";
    database->run(insert, 1, "张三");
    try {
        database->run(insert, 1, "李四的秘密");
        FAIL("no error");
    } catch (const StorageError& error) {
        CHECK(std::string{error.what()}.find("thing.id") != std::string::npos);
        CHECK(std::string{error.what()}.find("秘密") == std::string::npos);
    }
    CHECK_NOTHROW(database->run(insert, 2, "李四"));
    CHECK_THROWS_WITH(database->run("SELECT nothing FROM nowhere"), Catch::Contains("nowhere"));
}

TEST_CASE("a reading connection changes nothing and sees one moment", "[storage][connection]")
{
    const TemporaryFolder folder;
    const auto writing = open_sqlite(folder / "test.db", Access::write);
    writing->execute("CREATE TABLE thing (id INTEGER PRIMARY KEY)");
    const auto reading = open_sqlite(folder / "test.db", Access::read);
    const auto count = [&] { return value_of<int>(reading->query("SELECT count(*) FROM thing")); };

    (void)reading->changed_elsewhere();
    reading->run(reading->dialect().begin_reading);
    CHECK(count() == 0);
    writing->run("INSERT INTO thing VALUES (1)");
    CHECK(count() == 0);
    CHECK_FALSE(reading->changed_elsewhere());
    reading->run("COMMIT");
    CHECK(count() == 1);
    CHECK(reading->changed_elsewhere());
    (void)writing->changed_elsewhere();
    writing->run("INSERT INTO thing VALUES (2)");
    CHECK_FALSE(writing->changed_elsewhere()); // its own changes are known to it
    CHECK_THROWS_AS(reading->run("INSERT INTO thing VALUES (3)"), StorageError);
}

TEST_CASE("what is committed is as durable as SQLite can make it", "[storage][connection]")
{
    const TemporaryFolder folder;
    const auto database = open_sqlite(folder / "test.db", Access::write);
    CHECK(value_of<std::string>(database->query("PRAGMA journal_mode")) == "wal");
    CHECK(value_of<int>(database->query("PRAGMA synchronous")) == 2); // full
    CHECK(value_of<int>(database->query("PRAGMA foreign_keys")) == 1);
    CHECK(value_of<int>(database->query("PRAGMA secure_delete")) == 1); // what is deleted is overwritten
}

} // namespace kintsugi::storage
