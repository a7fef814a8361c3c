// What the four stores with logs have in common.

#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

namespace kintsugi::storage {
namespace {

using cases::Event;

Recorded<Event> note(int number, std::string words)
{
    return {number, ActId{number}, at_minute(number), PersonId{"wei"},
            cases::NoteAdded{PrivateText{std::move(words)}, {}}};
}

} // namespace

TEST_CASE("every event of every log comes back", "[storage][logs]")
{
    Base base{any_place()};
    auto log_of_case = recorded(every_event<Event>());
    auto log_of_consent = recorded(every_event<sharing::ConsentEvent>());
    auto log_of_publication = recorded(every_event<sharing::PublicationEvent>());
    auto log_of_cause = recorded(every_event<causes::CauseEvent>());
    base.stores().cases.append(CaseId{1001}, log_of_case, CustomerId{7});
    base.stores().consents.append(CaseId{1001}, log_of_consent, CustomerId{7});
    base.stores().publications.append(PublicationId{1}, log_of_publication, CustomerId{7});
    base.stores().causes.append(CauseId{1}, log_of_cause);
    base.again();
    CHECK(base.stores().cases.log(CaseId{1001}) == log_of_case);
    CHECK(base.stores().consents.log(CaseId{1001}) == log_of_consent);
    CHECK(base.stores().publications.log(PublicationId{1}) == log_of_publication);
    CHECK(base.stores().causes.log(CauseId{1}) == log_of_cause);
}

TEST_CASE("a log goes on where it ended and nowhere else", "[storage][logs]")
{
    Base base{any_place()};
    auto& cases = base.stores().cases;
    const CaseId id{1001};
    cases.append(id, std::vector{note(1, "one"), note(2, "two")}, {});
    cases.append(id, std::vector<Recorded<Event>>{}, {});
    for (const int number : {1, 2, 4, 0, -1})
        CHECK_THROWS_WITH(cases.append(id, std::vector{note(number, "no")}, {}), Catch::Contains("case/1001"));
    cases.append(id, std::vector{note(3, "three")}, {});
    CHECK_THROWS_AS(cases.append(CaseId{1002}, std::vector{note(2, "no")}, {}), StorageError);
    CHECK(cases.log(id).size() == 3);
    CHECK(cases.log(CaseId{1002}).empty());
}

TEST_CASE("a log with two keys reads both", "[storage][logs]")
{
    Base base{any_place()};
    auto& cases = base.stores().cases;
    cases.append(CaseId{1001}, std::vector{note(1, "one")}, CustomerId{1});
    cases.append(CaseId{1001}, std::vector{note(2, "two")}, {});
    const auto log = cases.log(CaseId{1001});
    CHECK(log == std::vector{note(1, "one"), note(2, "two")});
}

TEST_CASE("all logs are found, in the order of their numbers", "[storage][logs]")
{
    Base base{any_place()};
    CHECK(base.stores().cases.all().empty());
    for (const int id : {1005, 1001, 1003})
        base.stores().cases.append(CaseId{id}, std::vector{note(1, "one"), note(2, "two")}, {});
    base.stores().publications.append(PublicationId{4}, recorded(every_event<sharing::PublicationEvent>()), {});
    CHECK(base.stores().cases.all() == std::vector{CaseId{1001}, CaseId{1003}, CaseId{1005}});
    CHECK(base.stores().publications.all() == std::vector{PublicationId{4}});
    CHECK(base.stores().causes.all().empty());
}

TEST_CASE("an event that cannot be read is named", "[storage][logs]")
{
    Base base;
    auto& cases = base.stores().cases;
    cases.append(CaseId{1042}, std::vector{note(1, "one"), note(2, "two")}, CustomerId{1});
    SECTION("an unknown name")
    {
        base.connection().run("UPDATE event SET name = 'exploded' WHERE number = 2");
    }
    SECTION("facts that are no JSON")
    {
        base.connection().run("UPDATE event SET facts = '{' WHERE number = 2");
    }
    SECTION("a ciphertext from elsewhere")
    {
        base.connection().run("UPDATE event SET sealed = (SELECT sealed FROM event WHERE number = 1) WHERE number = 2");
    }
    CHECK_THROWS_WITH(cases.log(CaseId{1042}), Catch::Contains("case/1042/2"));
}

TEST_CASE("after its key was destroyed a log has its facts and no words", "[storage][logs]")
{
    Base base{any_place()};
    auto& stores = base.stores();
    const auto customer = stores.customers.create(0, PrivateText{"张三"}, at_minute(0));
    stores.cases.append(
        CaseId{1001},
        std::vector{note(1, "secret"), Recorded<Event>{2, ActId{2}, at_minute(2), PersonId{"wei"}, cases::HeatSet{3}}},
        customer.id);
    stores.cases.append(CaseId{1002}, std::vector{note(1, "someone else's")}, {});
    stores.customers.destroy_key(customer.id);
    base.again();
    const auto log = base.stores().cases.log(CaseId{1001});
    REQUIRE(log.size() == 2);
    CHECK(std::get<cases::NoteAdded>(log[0].event).text.empty());
    CHECK(log[0].by == PersonId{"wei"});
    CHECK(std::get<cases::HeatSet>(log[1].event).heat == 3);
    CHECK(base.stores().cases.log(CaseId{1002}) == std::vector{note(1, "someone else's")});
    // Facts go on; words cannot be kept for nobody.
    base.stores().cases.append(
        CaseId{1001}, std::vector{Recorded<Event>{3, ActId{3}, at_minute(3), PersonId{"wei"}, cases::CaseErased{}}},
        customer.id);
    CHECK_THROWS_AS(base.stores().cases.append(CaseId{1001}, std::vector{note(4, "late")}, customer.id), StorageError);
}

} // namespace kintsugi::storage
