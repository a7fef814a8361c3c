// Whoever has the files but not the master key learns nothing of what people wrote and who they are.

#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

#include <set>

namespace kintsugi::storage {
namespace {

/// Markers that stand nowhere but in what must not be readable.
constexpr std::string_view markers[] = {
    private_marker,  "PersonName4711", "Alias4711", "Account4711", "Direct4711", "CustomerName4711", "13847114711",
    "CardTitle4711", "CardLine4711",   "Held4711",  "Inbox4711",   "Answer4711", "Renamed4711"};

void write_private_things(service::Stores& stores)
{
    const auto customer = stores.customers.create(0, PrivateText{"CustomerName4711"}, at_minute(0));
    stores.customers.rename(customer.id, PrivateText{"Renamed4711"});
    stores.customers.add_identifier(customer.id, "phone", PrivateText{"13847114711"});
    for (const auto sealed_for : {customer.id, CustomerId{}}) {
        const auto id = stores.cases.create();
        stores.cases.append(id, recorded(every_event<cases::Event>()), sealed_for);
        stores.consents.append(id, recorded(every_event<sharing::ConsentEvent>()), sealed_for);
        const auto publication = stores.publications.create();
        stores.publications.append(publication, recorded(every_event<sharing::PublicationEvent>()), sealed_for);

        service::OutboxItem item;
        item.to = {ConnectionId{"wecom"}, {"Direct4711", true}};
        item.card.title = "CardTitle4711";
        item.card.lines = {"CardLine4711"};
        item.sealed_for = sealed_for;
        stores.outbox.sent(stores.outbox.add(item), at_minute(0));

        auto message = filled<conversation::Message>();
        message.account = "Account4711";
        message.at.conversation = "Direct4711";
        message.text = PrivateText{"Inbox4711"};
        stores.inbox.record(
            {ConnectionId{"wecom"}, "e" + std::to_string(id.value()), "failed", {200, {}, "Answer4711"}, 1}, message,
            sealed_for, at_minute(0));
    }
    Person person;
    person.id = PersonId{"wei"};
    person.name = "PersonName4711";
    person.aliases = {"Alias4711"};
    stores.people.save(person);
    stores.people.set_account(person.id, ConnectionId{"wecom"}, "Account4711", "Direct4711");
    conversation::Dialog dialog;
    dialog.held = PrivateText{"Held4711"};
    stores.dialogs.save(person.id, {ConnectionId{"wecom"}, {"Direct4711", true}}, dialog);
}

void require_nothing_readable(const std::filesystem::path& file)
{
    const auto bytes = bytes_of(file);
    CAPTURE(file.string(), bytes.size());
    for (const auto marker : markers) {
        CAPTURE(marker);
        CHECK((bytes.find(marker) == std::string::npos));
    }
}

} // namespace

TEST_CASE("no private text stands readable in the database file or its log", "[storage][privacy]")
{
    Base base{Place::file};
    write_private_things(base.stores());
    base.transactions().commit();
    const auto log = base.file().string() + "-wal";
    REQUIRE((bytes_of(log).find("promise_made") != std::string::npos)); // it is the place where the rows are
    require_nothing_readable(log);
    require_nothing_readable(base.file());
    base.transactions().begin();
    base.close(); // takes the log into the file
    REQUIRE((bytes_of(base.file()).find("promise_made") != std::string::npos));
    require_nothing_readable(base.file());

    base.open(); // and with the key all of it is there
    CHECK(base.stores().people.find(PersonId{"wei"})->name == "PersonName4711");
    CHECK(base.stores().inbox.to_retry(at_minute(9), 9).front().second.text == PrivateText{"Inbox4711"});
}

} // namespace kintsugi::storage
