#include "storage/verify_audit.hpp"
#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

namespace kintsugi::storage {
namespace {

using Broken = std::vector<BrokenChain>;

void write_logs(service::Stores& stores)
{
    for (const int id : {1001, 1002})
        stores.cases.append(CaseId{id}, recorded(every_event<cases::Event>()), CustomerId{id});
    stores.consents.append(CaseId{1001}, recorded(every_event<sharing::ConsentEvent>()), CustomerId{1001});
    stores.publications.append(PublicationId{1}, recorded(every_event<sharing::PublicationEvent>()), {});
    stores.causes.append(CauseId{1}, recorded(every_event<causes::CauseEvent>()));
    for (int i = 0; i < 5; ++i)
        stores.audit.add({PersonId{"wei"}, "export", "K-100" + std::to_string(i)}, at_minute(i));
}

/// Changes the byte at `place` (from 1) of a column of one event.
void flip(Connection& database, const std::string& column, const std::string& which, int place)
{
    const auto old = value_of<std::string>(database.query("SELECT " + column + " FROM event WHERE " + which)).value();
    auto changed = old;
    auto& byte = changed.at(static_cast<std::size_t>(place) - 1);
    byte = static_cast<char>(byte ^ 1);
    if (column == "facts")
        database.run("UPDATE event SET facts = $1 WHERE " + which, changed);
    else
        database.run("UPDATE event SET " + column + " = $1 WHERE " + which, Bytes{changed});
}

} // namespace

TEST_CASE("untouched chains verify, with progress", "[storage][audit]")
{
    Base base{any_place()};
    write_logs(base.stores());
    base.again();
    std::int64_t last = -1, whole = 0;
    const auto report = verify_audit(base.connection(), [&](std::int64_t done, std::int64_t total) {
        CHECK(done >= last);
        last = done;
        whole = total;
    });
    CHECK(report.broken.empty());
    CHECK(report.chains == 6);
    CHECK(report.entries == whole);
    CHECK(last == whole);
    CHECK(verify_audit(Base{}.connection()).broken.empty());
}

TEST_CASE("any changed byte of what was recorded names its row", "[storage][audit]")
{
    Base base;
    write_logs(base.stores());
    auto& database = base.connection();
    const std::string which = "stream = 'case' AND id = 1001 AND number = 8"; // promise_made: facts and sealed
    for (const std::string column : {"facts", "sealed", "hash"}) {
        const auto size =
            value_of<int>(database.query("SELECT length(" + column + ") FROM event WHERE " + which)).value();
        for (int place = 1; place <= size; ++place) {
            CAPTURE(column, place);
            base.transactions().begin_job();
            flip(database, column, which, place);
            CHECK(verify_audit(database).broken == Broken{{"case", 1001, 8}});
            base.transactions().undo_job();
        }
    }
    CHECK(verify_audit(database).broken.empty());
}

TEST_CASE("any other change of a recorded event is noticed too", "[storage][audit]")
{
    Base base;
    write_logs(base.stores());
    auto& database = base.connection();
    const std::string change = GENERATE(as<std::string>{}, "act = act + 1", "at = at + 1", "by = 'lena'",
                                        "name = 'resolved'", "sealed_for = 1002", "number = number + 500");
    database.run("UPDATE event SET " + change + " WHERE stream = 'case' AND id = 1001 AND number = 4");
    CHECK(verify_audit(database).broken == Broken{{"case", 1001, 4}});
}

TEST_CASE("missing events are noticed: in the middle, at the beginning, at the end, and all of them",
          "[storage][audit]")
{
    Base base;
    write_logs(base.stores());
    auto& database = base.connection();
    const auto last = static_cast<int>(base.stores().cases.log(CaseId{1002}).size());
    service::CaseRow row;
    row.id = CaseId{1002};
    row.level = cases::Level::mild;
    row.version = last;
    base.stores().cases.save(row);
    CHECK(verify_audit(database).broken.empty());
    const auto without = [&](const std::string& numbers) {
        base.transactions().begin_job();
        database.run("DELETE FROM event WHERE stream = 'case' AND id = 1002 AND number " + numbers);
        auto broken = verify_audit(database).broken;
        base.transactions().undo_job();
        return broken;
    };
    CHECK(without("= 5") == Broken{{"case", 1002, 5}});
    CHECK(without("= 1") == Broken{{"case", 1002, 1}});
    CHECK(without("= " + std::to_string(last)) == Broken{{"case", 1002, last}});
    CHECK(without("> 0") == Broken{{"case", 1002, 1}});
}

TEST_CASE("the system's chain notices changed and missing entries", "[storage][audit]")
{
    Base base;
    write_logs(base.stores());
    auto& database = base.connection();
    SECTION("changed")
    {
        database.run("UPDATE audit SET subject = 'K-2000' WHERE number = 3");
        CHECK(verify_audit(database).broken == Broken{{"system", 0, 3}});
    }
    SECTION("cut off")
    {
        database.run("DELETE FROM audit WHERE number > 3");
        CHECK(verify_audit(database).broken == Broken{{"system", 0, 4}});
    }
    SECTION("all gone")
    {
        database.run("DELETE FROM audit");
        CHECK(verify_audit(database).broken == Broken{{"system", 0, 1}});
    }
    SECTION("several chains at once")
    {
        database.run("UPDATE audit SET what = 'nothing' WHERE number > 1");
        database.run("UPDATE event SET by = 'lena' WHERE stream = 'cause' AND number > 2");
        CHECK(verify_audit(database).broken == Broken{{"cause", 1, 3}, {"system", 0, 2}});
    }
}

TEST_CASE("after a key was destroyed the chain verifies and the words are gone", "[storage][audit]")
{
    Base base{any_place()};
    write_logs(base.stores());
    base.stores().customers.destroy_key(CustomerId{1001});
    base.again();
    CHECK(verify_audit(base.connection()).broken.empty());
    const auto log = base.stores().cases.log(CaseId{1001});
    CHECK(std::get<cases::CaseOpened>(log[1].event).text.empty());
    CHECK(std::get<cases::CaseOpened>(log[1].event).heat != 0);
    CHECK_FALSE(std::get<cases::CaseOpened>(base.stores().cases.log(CaseId{1002})[1].event).text.empty());
}

} // namespace kintsugi::storage
