#include "storage/check.hpp"
#include "tests/storage/base.hpp"
#include "tests/storage/everything.hpp"

namespace kintsugi::storage {
namespace {

/// All that stands in the database, table by table.
std::string content(Connection& database)
{
    std::string all;
    for (const auto& table : column_of<std::string>(database.query(database.dialect().table_names))) {
        if (table.starts_with("case_words") || table == "case_terms" || table == "schema_version") continue;
        all += "\n" + table;
        std::string columns = "''";
        for (const auto& column :
             column_of<std::string>(database.query("SELECT name FROM pragma_table_info($1)", table)))
            columns += " || '|' || quote(" + column + ")";
        for (const auto& row :
             column_of<std::string>(database.query("SELECT " + columns + " AS line FROM " + table + " ORDER BY line")))
            all += "\n" + row;
    }
    return all;
}

} // namespace

TEST_CASE("a job that is undone leaves nothing in any table nor in memory", "[storage][transactions]")
{
    Base base{any_place()};
    auto& stores = base.stores();
    base.transactions().begin_job();
    write_everywhere(stores, 1);
    base.transactions().end_job();
    const auto before = content(base.connection());
    const auto people = stores.people.everyone();
    const auto policies = stores.settings.policies();

    base.transactions().begin_job();
    write_everywhere(stores, 2);
    stores.people.save(person("p1", "Other"));
    stores.customers.destroy_key(CustomerId{1});
    base.transactions().undo_job();

    CHECK(content(base.connection()) == before);
    CHECK(stores.people.everyone() == people);
    CHECK(stores.settings.policies() == policies);
    CHECK_FALSE(stores.people.by_account(ConnectionId{"wecom"}, "p2"));
    CHECK(stores.customers.find(CustomerId{1})->name == PrivateText{"张三"});
    CHECK(stores.index.search("退款", 10).size() == 1);

    base.transactions().begin_job(); // what was undone can be done
    write_everywhere(stores, 2);
    base.transactions().end_job();
    base.again();
    CHECK(base.stores().customers.find(CustomerId{2})->name == PrivateText{"张三"});
    CHECK(check(base.connection()).sound());
}

TEST_CASE("a transaction that is rolled back leaves nothing", "[storage][transactions]")
{
    Base base{any_place()};
    base.again();
    const auto before = content(base.connection());
    write_everywhere(base.stores(), 1);
    base.transactions().rollback();
    base.transactions().begin();
    CHECK(content(base.connection()) == before);
    CHECK(base.stores().people.everyone().empty());
}

TEST_CASE("rolling back is harmless where nothing was begun", "[storage][transactions]")
{
    Base base;
    base.transactions().commit();
    CHECK_NOTHROW(base.transactions().rollback());
    CHECK_NOTHROW(base.transactions().begin());
}

TEST_CASE("a second writer waits for the first, and each then sees the other's", "[storage][transactions]")
{
    Base base{Place::file};
    base.stores().people.save(person("wei", "Wei"));
    base.transactions().commit();
    const auto other = open_database(base.file(), key_of(7), Access::write);
    other->begin();
    CHECK(other->stores().people.find(PersonId{"wei"})->name == "Wei");
    other->stores().people.save(person("wei", "老魏"));
    other->commit();
    base.transactions().begin();
    CHECK(base.stores().people.find(PersonId{"wei"})->name == "老魏"); // not what it remembers
}

TEST_CASE("a reader sees what is committed, and nothing of an erased customer", "[storage][transactions]")
{
    Base base{Place::file};
    const auto customer = base.stores().customers.create(0, PrivateText{"张三"}, at_minute(0));
    base.transactions().commit();
    const auto reading = open_database(base.file(), key_of(7), Access::read);
    const auto name = [&] {
        reading->begin();
        auto found = reading->stores().customers.find(customer.id)->name;
        reading->commit();
        return found;
    };
    CHECK(name() == PrivateText{"张三"});
    base.transactions().begin();
    base.stores().customers.destroy_key(customer.id);
    CHECK(name() == PrivateText{"张三"});
    base.transactions().commit();
    CHECK(name().empty());
    reading->begin();
    CHECK_THROWS_AS(reading->stores().settings.set("key", "value"), StorageError);
    reading->rollback();
    base.transactions().begin();
}

TEST_CASE("a reader in the way delays the overwriting of a destroyed key, not the commit", "[storage][transactions]")
{
    Base base{Place::file};
    const auto customer = base.stores().customers.create(0, PrivateText{"张三"}, at_minute(0));
    const auto wrapped =
        value_of<std::string>(base.connection().query("SELECT wrapped FROM sealing_key WHERE owner = 'customer/1'"));
    base.transactions().commit();
    const auto reading = open_database(base.file(), key_of(7), Access::read);
    reading->begin();
    CHECK_FALSE(reading->stores().customers.find(customer.id)->erased);

    base.transactions().begin();
    base.stores().customers.destroy_key(customer.id);
    base.transactions().commit();
    const auto on_disk = [&] {
        return (bytes_of(base.file()) + bytes_of(base.file().string() + "-wal")).find(*wrapped) != std::string::npos;
    };
    CHECK(on_disk());
    reading->commit();
    base.transactions().begin();
    base.transactions().commit();
    CHECK_FALSE(on_disk());
    base.transactions().begin();
}

} // namespace kintsugi::storage
