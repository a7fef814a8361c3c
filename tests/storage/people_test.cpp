// Customers, people and rooms.

#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

namespace kintsugi::storage {
namespace {

Person person(std::string id, std::string name)
{
    Person one;
    one.id = PersonId{std::move(id)};
    one.name = std::move(name);
    one.roles = {Role::koe};
    return one;
}

const ConnectionId wecom{"wecom"};
const ConnectionId slack{"slack"};

} // namespace

TEST_CASE("customers with the same word are told apart", "[storage][people]")
{
    Base base{any_place()};
    auto& customers = base.stores().customers;
    const auto first = customers.create(5, PrivateText{"张三"}, at_minute(0));
    const auto second = customers.create(5, PrivateText{"李四"}, at_minute(0));
    const auto other = customers.create(6, PrivateText{}, at_minute(0));
    CHECK(first.serial == 1);
    CHECK(second.serial == 2);
    CHECK(other.serial == 1);
    CHECK(first.id != second.id);
    base.again();
    CHECK(base.stores().customers.find(first.id) == first);
    CHECK(base.stores().customers.find(other.id) == other);
    CHECK_FALSE(base.stores().customers.find(CustomerId{99}));
    base.stores().customers.rename(first.id, PrivateText{"张三丰"});
    CHECK(base.stores().customers.find(first.id)->name == PrivateText{"张三丰"});
}

TEST_CASE("a customer is known again by an identifier", "[storage][people]")
{
    Base base{any_place()};
    auto& customers = base.stores().customers;
    const auto first = customers.create(1, PrivateText{"张三"}, at_minute(0));
    const auto second = customers.create(2, PrivateText{"李四"}, at_minute(0));
    customers.add_identifier(first.id, "phone", PrivateText{"13800138000"});
    customers.add_identifier(first.id, "phone", PrivateText{"13800138000"});
    customers.add_identifier(second.id, "order", PrivateText{"13800138000"});
    base.again();
    CHECK(base.stores().customers.by_identifier("phone", PrivateText{"13800138000"}) == first.id);
    CHECK(base.stores().customers.by_identifier("order", PrivateText{"13800138000"}) == second.id);
    CHECK_FALSE(base.stores().customers.by_identifier("email", PrivateText{"13800138000"}));
    CHECK_THROWS_AS(base.stores().customers.add_identifier(CustomerId{99}, "phone", PrivateText{"1"}), StorageError);
}

TEST_CASE("an erased customer has a label and nothing else", "[storage][people]")
{
    Base base{any_place()};
    auto& customers = base.stores().customers;
    const auto customer = customers.create(5, PrivateText{"张三"}, at_minute(0));
    customers.add_identifier(customer.id, "phone", PrivateText{"13800138000"});
    customers.destroy_key(customer.id);
    base.again();
    CHECK(base.stores().customers.find(customer.id) == service::Customer{customer.id, 5, 1, PrivateText{}, true});
    CHECK_FALSE(base.stores().customers.by_identifier("phone", PrivateText{"13800138000"}));
    CHECK_THROWS_AS(base.stores().customers.rename(customer.id, PrivateText{"张三"}), StorageError);
}

TEST_CASE("a destroyed key is gone from the disk with the commit", "[storage][people]")
{
    Base base{Place::file};
    const auto customer = base.stores().customers.create(5, PrivateText{"张三"}, at_minute(0));
    base.again();
    const auto wrapped =
        value_of<std::string>(base.connection().query("SELECT wrapped FROM sealing_key WHERE owner = 'customer/1'"));
    base.transactions().commit();
    CHECK((bytes_of(base.file()).find(*wrapped) != std::string::npos));
    base.transactions().begin();
    base.stores().customers.destroy_key(customer.id);
    base.transactions().commit();
    CHECK((bytes_of(base.file()).find(*wrapped) == std::string::npos));
    CHECK((bytes_of(base.file().string() + "-wal").find(*wrapped) == std::string::npos));
    base.transactions().begin();
}

TEST_CASE("a person comes back with everything", "[storage][people]")
{
    Base base{any_place()};
    auto wei = filled<Person>();
    wei.id = PersonId{"wei"};
    base.stores().people.save(wei);
    CHECK(base.stores().people.find(wei.id) == wei);
    base.again();
    CHECK(base.stores().people.find(wei.id) == wei);
    wei.name = "老魏";
    wei.muted_until.reset();
    base.stores().people.save(wei);
    base.again();
    CHECK(base.stores().people.find(wei.id) == wei);
    CHECK_FALSE(base.stores().people.find(PersonId{"lena"}));
}

TEST_CASE("everyone is listed by id, also while some were read already", "[storage][people]")
{
    Base base{any_place()};
    auto& people = base.stores().people;
    const auto wei = person("wei", "魏"), lena = person("lena", "Lena"), ann = person("ann", "Ann");
    people.save(wei);
    people.save(lena);
    CHECK(people.everyone() == std::vector{lena, wei});
    people.save(ann);
    CHECK(people.everyone() == std::vector{ann, lena, wei});
    base.again();
    CHECK(base.stores().people.find(PersonId{"lena"}) == lena);
    CHECK(base.stores().people.everyone() == std::vector{ann, lena, wei});
    CHECK_FALSE(base.stores().people.find(PersonId{"zoe"}));
}

TEST_CASE("an account leads to its person, per connection", "[storage][people]")
{
    Base base{any_place()};
    auto& people = base.stores().people;
    people.save(person("wei", "魏"));
    people.save(person("lena", "Lena"));
    CHECK_FALSE(people.by_account(wecom, "W1"));
    people.set_account(PersonId{"wei"}, wecom, "W1", "dm-1");
    people.set_account(PersonId{"lena"}, slack, "W1", "dm-2");
    CHECK(people.by_account(wecom, "W1") == PersonId{"wei"});
    base.again();
    auto& again = base.stores().people;
    CHECK(again.by_account(wecom, "W1") == PersonId{"wei"});
    CHECK(again.by_account(slack, "W1") == PersonId{"lena"});
    CHECK_FALSE(again.by_account(slack, "W2"));

    again.set_account(PersonId{"wei"}, wecom, "W9", "dm-9"); // a new account instead of the old one
    CHECK_FALSE(again.by_account(wecom, "W1"));
    CHECK(again.by_account(wecom, "W9") == PersonId{"wei"});
    again.set_account(PersonId{"lena"}, wecom, "W9", "dm-9"); // the account went to somebody else
    CHECK(again.by_account(wecom, "W9") == PersonId{"lena"});
    CHECK_FALSE(again.direct(PersonId{"wei"}));
}

TEST_CASE("a person is reached where they spoke last", "[storage][people]")
{
    Base base{any_place()};
    const PersonId wei{"wei"};
    base.stores().people.save(person("wei", "魏"));
    CHECK_FALSE(base.stores().people.direct(wei));
    base.stores().people.set_account(wei, wecom, "W1", "dm-wecom");
    base.stores().people.set_account(wei, slack, "S1", "dm-slack");
    const service::Destination at_wecom{wecom, {"dm-wecom", true}}, at_slack{slack, {"dm-slack", true}};
    base.stores().people.spoke(wei, wecom, at_minute(1));
    CHECK(base.stores().people.direct(wei) == at_wecom);
    base.stores().people.spoke(wei, slack, at_minute(2));
    base.again();
    CHECK(base.stores().people.direct(wei) == at_slack);
    base.stores().people.spoke(wei, slack, at_minute(3));
    base.stores().people.spoke(wei, wecom, at_minute(4));
    base.again();
    CHECK(base.stores().people.direct(wei) == at_wecom);
    base.stores().people.set_account(wei, wecom, "W1", "dm-new");
    CHECK(base.stores().people.direct(wei)->address.conversation == "dm-new");
}

TEST_CASE("a room is found by its id and by its conversation", "[storage][people]")
{
    Base base{any_place()};
    auto& rooms = base.stores().rooms;
    service::Room room{RoomId{"members"},
                       wecom,
                       "wr-1",
                       service::RoomPurpose::community,
                       "会员群",
                       Language::english,
                       480,
                       AreaId{"payments"},
                       PersonId{"pub"},
                       false,
                       3,
                       CaseId{1001}};
    const service::Room plain{RoomId{"a-team"}, slack, "C1", {}, {}, {}, 0, {}, {}, true, 0, {}};
    rooms.save(room);
    rooms.save(plain);
    room.members = 481;
    room.bound.reset();
    rooms.save(room);
    base.again();
    CHECK(base.stores().rooms.find(RoomId{"members"}) == room);
    CHECK(base.stores().rooms.at(wecom, "wr-1") == room);
    CHECK_FALSE(base.stores().rooms.at(slack, "wr-1"));
    CHECK_FALSE(base.stores().rooms.find(RoomId{"none"}));
    CHECK(base.stores().rooms.all() == std::vector{plain, room});
}

} // namespace kintsugi::storage
