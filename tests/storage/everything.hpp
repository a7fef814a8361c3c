#pragma once
// Uses every operation of every store, for what must hold of all of them.

#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

#include <string>
#include <vector>

namespace kintsugi::storage {

inline Person person(std::string id, std::string name)
{
    Person one;
    one.id = PersonId{std::move(id)};
    one.name = std::move(name);
    return one;
}

/// Something in every store.
inline void write_everywhere(service::Stores& stores, int seed)
{
    const auto customer = stores.customers.create(seed, PrivateText{"张三"}, at_minute(0));
    stores.customers.add_identifier(customer.id, "phone", PrivateText{std::to_string(seed)});
    const auto id = stores.cases.create();
    stores.cases.append(id, recorded(every_event<cases::Event>()), customer.id);
    service::CaseRow row;
    row.id = id;
    row.status = cases::Status::working;
    row.level = cases::Level::mild;
    stores.cases.save(row);
    stores.consents.append(id, recorded(every_event<sharing::ConsentEvent>()), customer.id);
    stores.consents.save(id, sharing::ConsentState::asked, at_minute(1));
    const auto publication = stores.publications.create();
    stores.publications.append(publication, recorded(every_event<sharing::PublicationEvent>()), customer.id);
    stores.publications.save({publication, id, {}, {}, {}, {}, {}, 1});
    const auto cause = stores.causes.create();
    stores.causes.append(cause, recorded(every_event<causes::CauseEvent>()));
    stores.causes.save({cause, {}, {}, {}, 0, {}, {}, 1});
    CHECK(stores.board.claim(id, {seed, 1}));
    stores.board.follow(id, PersonId{"ann"}, true);
    const PersonId someone{"p" + std::to_string(seed)};
    stores.people.save(person(someone.value(), "Someone"));
    stores.people.set_account(someone, ConnectionId{"wecom"}, someone.value(), "dm");
    stores.people.spoke(someone, ConnectionId{"wecom"}, at_minute(1));
    service::Room room;
    room.id = RoomId{someone.value()};
    room.conversation = someone.value();
    stores.rooms.save(room);
    stores.dialogs.save(someone, {}, filled<conversation::Dialog>());
    const auto act = stores.acts.begin(someone, at_minute(0), "open");
    stores.acts.touched(act, {service::Stream::cases, id.value()});
    stores.inbox.record({{}, someone.value(), "done", {}, 1}, {}, customer.id, at_minute(0));
    stores.outbox.add({});
    stores.reminders.record(id, {}, at_minute(0));
    stores.reminders.count(someone, at_minute(0));
    stores.audit.add({someone, "export", "K-1001"}, at_minute(0));
    stores.index.put(id, StoredText::masked("退款没有到账"), at_minute(0));
    stores.settings.set("key" + std::to_string(seed), "value");
    stores.settings.add_policy({at_minute(seed), {}});
}

/// Every operation that only reads.
inline void read_everywhere(service::Stores& stores)
{
    const CaseId id{1001};
    const PersonId someone{"p1"};
    const service::Destination where;
    (void)stores.cases.log(id);
    (void)stores.cases.row(id);
    (void)stores.cases.open_of(someone);
    (void)stores.cases.of_customer(CustomerId{1});
    (void)stores.cases.opened_between(at_minute(0), at_minute(9));
    (void)stores.cases.due(at_minute(9), 9);
    (void)stores.cases.all();
    (void)stores.customers.find(CustomerId{1});
    (void)stores.customers.by_identifier("phone", PrivateText{"1"});
    (void)stores.consents.due(at_minute(9), 9);
    (void)stores.publications.of_case(id);
    const std::vector states{sharing::PublicationState::draft};
    (void)stores.publications.in_states(states);
    (void)stores.publications.due(at_minute(9), 9);
    (void)stores.publications.all();
    (void)stores.board.alias_of(id);
    (void)stores.board.by_number(208);
    (void)stores.board.followers(id);
    (void)stores.causes.rows();
    (void)stores.causes.due(at_minute(9), 9);
    (void)stores.people.find(someone);
    (void)stores.people.by_account(ConnectionId{"wecom"}, "p1");
    (void)stores.people.direct(someone);
    (void)stores.people.everyone();
    (void)stores.rooms.find(RoomId{"p1"});
    (void)stores.rooms.at(ConnectionId{}, "p1");
    (void)stores.rooms.all();
    (void)stores.dialogs.load(someone, where);
    (void)stores.acts.find(ActId{1});
    (void)stores.acts.last_of(someone, 9);
    (void)stores.inbox.find(ConnectionId{}, "p1");
    (void)stores.inbox.to_retry(at_minute(9), 9);
    (void)stores.inbox.parked();
    (void)stores.inbox.said(where, 9);
    (void)stores.outbox.due(at_minute(9), 9, true);
    (void)stores.outbox.find(1);
    (void)stores.outbox.next_attempt();
    (void)stores.outbox.waiting();
    (void)stores.outbox.sent_to(where, 9);
    (void)stores.reminders.sent(id);
    (void)stores.reminders.sent_to_since(someone, at_minute(0));
    (void)stores.index.search("退款", 9);
    (void)stores.index.similar(StoredText::masked("退款"), at_minute(0), 9);
    (void)stores.settings.get("key1");
    (void)stores.settings.policies();
}

} // namespace kintsugi::storage
