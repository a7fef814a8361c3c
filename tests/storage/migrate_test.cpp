#include "storage/check.hpp"
#include "storage/migrate.hpp"
#include "tests/storage/base.hpp"

#include <fstream>

namespace kintsugi::storage {

TEST_CASE("an empty file becomes a database, once", "[storage][migrate]")
{
    const TemporaryFolder folder;
    std::ofstream{folder / "test.db"}; // a file of no bytes
    const auto database = open_sqlite(folder / "test.db", Access::write);
    CHECK(schema_of(*database) == 0);

    std::vector<std::string> applied;
    const auto note = [&](const std::string& name) { applied.push_back(name); };
    migrate(*database, note);
    CHECK(std::ssize(applied) == newest_schema(database->dialect()));
    CHECK(applied.front() == "0001_first.sql");
    CHECK(schema_of(*database) == newest_schema(database->dialect()));

    migrate(*database, note);
    CHECK(std::ssize(applied) == newest_schema(database->dialect()));
    CHECK(check(*database).sound());
}

TEST_CASE("opening again finds everything as it was", "[storage][migrate]")
{
    Base base{Place::file};
    base.stores().settings.set("greeting", "你好");
    base.again();
    base.again();
    CHECK(base.stores().settings.get("greeting") == "你好");
}

TEST_CASE("a database of a newer program is refused with a clear message, for writing and for reading",
          "[storage][migrate]")
{
    Base base{Place::file};
    base.connection().run("INSERT INTO schema_version (version, name) VALUES (999, '0999_future.sql')");
    base.close();
    for (const auto access : {Access::write, Access::read})
        CHECK_THROWS_WITH(open_database(base.file(), key_of(7), access),
                          Catch::Contains("schema 999") && Catch::Contains("newer kintsugi"));
}

TEST_CASE("a file that is no database of ours is refused and left alone", "[storage][migrate]")
{
    const TemporaryFolder folder;
    std::ofstream{folder / "text"} << std::string(5000, 'x');
    CHECK_THROWS_AS(open_database(folder / "text", key_of(7), Access::write), StorageError);
    CHECK(bytes_of(folder / "text") == std::string(5000, 'x'));

    open_sqlite(folder / "other.db", Access::write)->execute("CREATE TABLE recipe (name TEXT)");
    CHECK_THROWS_WITH(open_database(folder / "other.db", key_of(7), Access::write), Catch::Contains("not one of"));
}

TEST_CASE("reading needs a database that is there and up to date", "[storage][migrate]")
{
    const TemporaryFolder folder;
    CHECK_THROWS_AS(open_database(folder / "none.db", key_of(7), Access::read), StorageError);
    (void)open_sqlite(folder / "empty.db", Access::write)->in_transaction();
    CHECK_THROWS_WITH(open_database(folder / "empty.db", key_of(7), Access::read), Catch::Contains("migrate"));
    CHECK_THROWS_AS(open_database(folder / "no such folder" / "test.db", key_of(7), Access::write), StorageError);
}

TEST_CASE("another master key is told at once, for writing and for reading", "[storage][migrate]")
{
    Base base{Place::file};
    base.close();
    for (const auto access : {Access::write, Access::read})
        CHECK_THROWS_WITH(open_database(base.file(), key_of(8), access), Catch::Contains("not the master key"));
    CHECK_NOTHROW(open_database(base.file(), key_of(7), Access::read));
}

TEST_CASE("every table belongs to an organisation", "[storage][migrate]")
{
    Base base;
    for (const auto& table : column_of<std::string>(base.connection().query(base.connection().dialect().table_names))) {
        // One schema for all; the tables of the index are SQLite's own.
        if (table == "schema_version" || table.starts_with("sqlite_") || table.starts_with("case_words") ||
            table == "case_terms")
            continue;
        CAPTURE(table);
        CHECK(value_of<int>(base.connection().query("SELECT count(*) FROM pragma_table_info($1) "
                                                    "WHERE name = 'organisation' AND dflt_value = '1'",
                                                    table)) == 1);
    }
}

} // namespace kintsugi::storage
