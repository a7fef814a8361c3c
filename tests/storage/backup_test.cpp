#include "storage/backup.hpp"
#include "storage/migrate.hpp"
#include "storage/verify_audit.hpp"
#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

#include <fstream>

namespace kintsugi::storage {
namespace {

namespace fs = std::filesystem;

void write_cases(service::Stores& stores, int from, int count)
{
    for (int id = from; id < from + count; ++id)
        stores.cases.append(CaseId{id}, recorded(every_event<cases::Event>()), CustomerId{id});
}

std::int64_t rows_in(const CheckReport& report, std::string_view table)
{
    for (const auto& [name, count] : report.counts)
        if (name == table) return count;
    return -1;
}

} // namespace

TEST_CASE("a backup is a single sound file with everything", "[storage][backup]")
{
    Base base{Place::file};
    write_cases(base.stores(), 1001, 3);
    base.transactions().commit();
    std::int64_t last = 0, whole = 0;
    const auto report = backup(base.file(), base.beside("copy.db"), [&](std::int64_t done, std::int64_t total) {
        CHECK(done >= last);
        last = done;
        whole = total;
    });
    CHECK(report.sound());
    CHECK(report.schema == report.newest_schema);
    CHECK(rows_in(report, "event") == 3 * std::ssize(every_event<cases::Event>()));
    CHECK((last == whole && whole > 0));
    CHECK_FALSE(fs::exists(base.beside("copy.db-wal")));
    CHECK_FALSE(fs::exists(base.beside("copy.db.part")));
    const auto copy = open_database(base.beside("copy.db"), key_of(7), Access::write);
    CHECK(copy->stores().cases.log(CaseId{1002}) == recorded(every_event<cases::Event>()));
    CHECK(verify_audit(copy->connection()).broken.empty());
    CHECK_THROWS_AS(backup(base.file(), base.beside("copy.db")), StorageError); // never over another file
    CHECK_THROWS_AS(backup(base.beside("none.db"), base.beside("other.db")), StorageError);
    base.transactions().begin();
}

TEST_CASE("a backup is made of one moment while the bot goes on writing", "[storage][backup]")
{
    Base base{Place::file};
    write_cases(base.stores(), 1001, 150); // several steps of copying
    base.transactions().commit();
    int id = 2001, steps = 0;
    const auto report = backup(base.file(), base.beside("copy.db"), [&](std::int64_t, std::int64_t) {
        ++steps;
        base.transactions().begin();
        write_cases(base.stores(), id++, 1);
        base.transactions().commit();
    });
    CHECK(steps > 1);
    CHECK(rows_in(report, "event") == 150 * std::ssize(every_event<cases::Event>()));
    base.transactions().begin();
    CHECK(std::ssize(base.stores().cases.all()) == 150 + steps);
}

TEST_CASE("a restored database is as it was", "[storage][backup]")
{
    Base base{Place::file};
    write_cases(base.stores(), 1001, 2);
    base.transactions().commit();
    backup(base.file(), base.beside("copy.db"));
    base.transactions().begin();
    write_cases(base.stores(), 2001, 2);
    base.close();

    SECTION("in the place of the present one")
    {
        CHECK(restore(base.beside("copy.db"), base.file()).sound());
    }
    SECTION("where there is none")
    {
        fs::remove(base.file());
        CHECK(restore(base.beside("copy.db"), base.file()).sound());
    }
    base.open();
    CHECK(base.stores().cases.all() == std::vector{CaseId{1001}, CaseId{1002}});
    CHECK(base.stores().cases.log(CaseId{1001}) == recorded(every_event<cases::Event>()));
    CHECK_FALSE(fs::exists(base.beside("test.db.restoring")));
}

TEST_CASE("who was erased since the backup stays erased", "[storage][backup]")
{
    Base base{Place::file};
    const auto erased = base.stores().customers.create(0, PrivateText{"张三"}, at_minute(0));
    const auto other = base.stores().customers.create(0, PrivateText{"李四"}, at_minute(0));
    base.transactions().commit();
    backup(base.file(), base.beside("copy.db"));
    base.transactions().begin();
    base.stores().customers.destroy_key(erased.id);
    base.close();
    restore(base.beside("copy.db"), base.file());
    base.open();
    CHECK(base.stores().customers.find(erased.id)->erased);
    CHECK(base.stores().customers.find(other.id)->name == PrivateText{"李四"});
}

TEST_CASE("what is no sound backup is refused, and the database stays", "[storage][backup]")
{
    Base base{Place::file};
    write_cases(base.stores(), 1001, 20);
    base.transactions().commit();
    backup(base.file(), base.beside("copy.db"));
    base.transactions().begin();
    base.close();
    const auto before = bytes_of(base.file());
    const auto copy = base.beside("copy.db");

    SECTION("truncated")
    {
        fs::resize_file(copy, fs::file_size(copy) / 2);
    }
    SECTION("truncated within a page")
    {
        fs::resize_file(copy, fs::file_size(copy) - 100);
    }
    SECTION("empty")
    {
        fs::resize_file(copy, 0);
    }
    SECTION("missing")
    {
        fs::remove(copy);
    }
    SECTION("something else")
    {
        std::ofstream{copy} << std::string(10'000, 'x');
    }
    SECTION("damaged inside")
    {
        std::fstream stream{copy, std::ios::in | std::ios::out | std::ios::binary};
        stream.seekp(3 * 4096);
        stream << std::string(20 * 4096, '\xAA');
    }
    SECTION("of a newer program")
    {
        open_sqlite(copy, Access::write)->run("INSERT INTO schema_version (version, name) VALUES (999, 'future')");
    }
    CHECK_THROWS_AS(restore(copy, base.file()), StorageError);
    CHECK((bytes_of(base.file()) == before)); // not shown when it fails: it is the whole file
    CHECK_FALSE(fs::exists(base.beside("test.db.restoring")));
    base.open();
    CHECK(base.stores().cases.all().size() == 20);
}

TEST_CASE("nothing is restored over a database that somebody uses", "[storage][backup]")
{
    Base base{Place::file};
    write_cases(base.stores(), 1001, 2);
    base.transactions().commit();
    backup(base.file(), base.beside("copy.db"));
    CHECK_THROWS_WITH(restore(base.beside("copy.db"), base.file()), Catch::Contains("in use"));
    base.transactions().begin();
    CHECK(base.stores().cases.all().size() == 2);
}

TEST_CASE("a check says what is wrong", "[storage][backup]")
{
    Base base{Place::file};
    write_cases(base.stores(), 1001, 2);
    CHECK(check(base.connection()).sound());
    base.connection().run("COMMIT");
    base.connection().run("PRAGMA foreign_keys = OFF");
    base.connection().run("INSERT INTO customer_identifier (kind, digest, customer) VALUES ('phone', x'00', 77)");
    const auto report = check(base.connection());
    REQUIRE_FALSE(report.sound());
    CHECK(report.problems.front().find("customer") != std::string::npos);
    base.transactions().begin();
}

} // namespace kintsugi::storage
