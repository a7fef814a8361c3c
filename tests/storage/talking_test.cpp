// Dialogs, acts, inbox, reminders, settings: what a conversation leaves behind.

#include "storage/inbox.hpp"
#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

namespace kintsugi::storage {
namespace {

using service::InboxEntry;

const ConnectionId wecom{"wecom"};
const service::Destination room{wecom, {"wr-1", false}};
const service::Destination direct{wecom, {"wr-1", true}};

conversation::Message message(std::string event, std::string text)
{
    auto made = filled<conversation::Message>();
    made.event = std::move(event);
    made.at = room.address;
    made.text = PrivateText{std::move(text)};
    return made;
}

InboxEntry entry(std::string event, std::string state, int attempts = 1)
{
    return {wecom, std::move(event), std::move(state), filled<conversation::HttpResponse>(), attempts};
}

} // namespace

TEST_CASE("a dialog is kept per person and conversation", "[storage][talking]")
{
    Base base{any_place()};
    const auto dialog = filled<conversation::Dialog>();
    const PersonId wei{"wei"}, nobody;
    base.stores().dialogs.save(wei, room, dialog);
    base.again();
    auto& dialogs = base.stores().dialogs;
    CHECK(dialogs.load(wei, room) == dialog);
    CHECK(dialogs.load(nobody, room) == conversation::Dialog{});
    CHECK(dialogs.load(wei, direct) == conversation::Dialog{});
    CHECK(dialogs.load(wei, {ConnectionId{"slack"}, room.address}) == conversation::Dialog{});
    dialogs.save(wei, room, {});
    dialogs.save(nobody, room, dialog);
    CHECK(dialogs.load(wei, room) == conversation::Dialog{});
    CHECK(dialogs.load(nobody, room) == dialog);
}

TEST_CASE("an act knows what it touched", "[storage][talking]")
{
    using service::Stream;
    Base base{any_place()};
    auto& acts = base.stores().acts;
    const auto first = acts.begin(PersonId{"wei"}, at_minute(1), "open");
    const auto looked = acts.begin(PersonId{"wei"}, at_minute(2), "show");
    const auto third = acts.begin(PersonId{"wei"}, at_minute(3), "close");
    const auto hers = acts.begin(PersonId{"lena"}, at_minute(4), "note");
    acts.touched(first, {Stream::cases, 1001});
    acts.touched(third, {Stream::causes, 3});
    acts.touched(third, {Stream::cases, 1002});
    acts.touched(third, {Stream::cases, 1002});
    acts.touched(hers, {Stream::cases, 1001});
    base.again();
    auto& again = base.stores().acts;
    const auto act = again.find(third);
    REQUIRE(act);
    CHECK(act->by == PersonId{"wei"});
    CHECK(act->at == at_minute(3));
    CHECK(act->what == "close");
    CHECK(act->touched == std::vector<service::ActTouched>{{Stream::cases, 1002}, {Stream::causes, 3}});
    CHECK(again.find(looked)->touched.empty());
    CHECK_FALSE(again.find(ActId{999}));

    const auto last = again.last_of(PersonId{"wei"}, 10);
    REQUIRE(last.size() == 2); // the look changed nothing
    CHECK(last[0].id == third);
    CHECK(last[1].id == first);
    CHECK(again.last_of(PersonId{"wei"}, 1).size() == 1);
    CHECK(again.begin(PersonId{"wei"}, at_minute(5), "note") > hers);
}

TEST_CASE("a delivery is recorded once and keeps its answer", "[storage][talking]")
{
    Base base{any_place()};
    CHECK_FALSE(base.stores().inbox.find(wecom, "e1"));
    base.stores().inbox.record(entry("e1", "done"), message("e1", "hello"), {}, at_minute(1));
    base.again();
    const auto found = base.stores().inbox.find(wecom, "e1");
    REQUIRE(found);
    CHECK(found->state == "done");
    CHECK(found->answer == filled<conversation::HttpResponse>());
    CHECK(found->attempts == 1);
    CHECK_FALSE(base.stores().inbox.find(ConnectionId{"slack"}, "e1"));

    base.stores().inbox.record(entry("e1", "parked", 5), message("e1", "hello"), CustomerId{3}, at_minute(2));
    CHECK(base.stores().inbox.find(wecom, "e1")->attempts == 5);
    CHECK(base.stores().inbox.parked() == 1);
    CHECK(base.stores().inbox.said(room, 10).size() == 1);
}

TEST_CASE("a delivery that failed is tried again with growing patience", "[storage][talking]")
{
    using std::chrono::seconds;
    CHECK(retry_after(1) == seconds{10});
    CHECK(retry_after(3) == seconds{40});
    CHECK(retry_after(50) == std::chrono::minutes{10});
    CHECK(retry_after(0) == seconds{10});

    Base base{any_place()};
    auto& inbox = base.stores().inbox;
    inbox.record(entry("late", "failed", 6), message("late", "one"), {}, at_minute(0));
    inbox.record(entry("soon", "failed", 1), message("soon", "two"), {}, at_minute(0));
    inbox.record(entry("done", "done", 1), message("done", "three"), {}, at_minute(0));
    CHECK(inbox.to_retry(at_minute(0), 10).empty());
    const auto retry = inbox.to_retry(at_minute(1), 10);
    REQUIRE(retry.size() == 1);
    CHECK(retry[0].first.event == "soon");
    CHECK(retry[0].second == message("soon", "two"));
    CHECK(inbox.to_retry(at_minute(10), 10).size() == 2);
    CHECK(inbox.to_retry(at_minute(10), 1)[0].first.event == "late"); // it came first
    inbox.record(entry("soon", "done", 2), message("soon", "two"), {}, at_minute(1));
    CHECK(inbox.to_retry(at_minute(10), 10).size() == 1);
}

TEST_CASE("what was said in a conversation, newest first, until it is forgotten or erased", "[storage][talking]")
{
    Base base{any_place()};
    auto& stores = base.stores();
    const auto customer = stores.customers.create(0, PrivateText{"张三"}, at_minute(0));
    stores.inbox.record(entry("e1", "done"), message("e1", "one"), {}, at_minute(1));
    stores.inbox.record(entry("e2", "done"), message("e2", "two"), customer.id, at_minute(2));
    stores.inbox.record(entry("e3", "done"), message("e3", "three"), {}, at_minute(3));
    auto elsewhere = message("e4", "four");
    elsewhere.at = {"wr-2", false};
    stores.inbox.record(entry("e4", "done"), elsewhere, {}, at_minute(4));

    const auto words = [&](int most) {
        std::string all;
        for (const auto& one : base.stores().inbox.said(room, most))
            all += one.text.reveal() + ' ';
        return all;
    };
    CHECK(words(10) == "three two one ");
    CHECK(words(2) == "three two ");
    CHECK(stores.inbox.said(room, 1)[0].at == at_minute(3));
    CHECK(stores.inbox.said(room, 1)[0].account == message("", "").account);
    CHECK(stores.inbox.said(direct, 9).empty());
    stores.customers.destroy_key(customer.id);
    base.again();
    CHECK(words(10) == "three one ");
    base.stores().inbox.forget_before(at_minute(3));
    CHECK(words(10) == "three ");
    const auto forgotten = base.stores().inbox.find(wecom, "e1");
    REQUIRE(forgotten); // a repetition is still known
    CHECK(forgotten->answer == conversation::HttpResponse{});
    CHECK(base.stores().inbox.find(wecom, "e2")->state == "done");
}

TEST_CASE("the order to erase can be recorded after the key is gone", "[storage][talking]")
{
    Base base{any_place()};
    auto& stores = base.stores();
    const auto customer = stores.customers.create(0, PrivateText{"张三"}, at_minute(0));
    stores.customers.destroy_key(customer.id);
    stores.inbox.record(entry("e1", "done"), message("e1", "erase K-1001"), customer.id, at_minute(1));
    base.again();
    CHECK(base.stores().inbox.said(room, 1)[0].text == PrivateText{"erase K-1001"});
}

TEST_CASE("a reminder is known for its instance", "[storage][talking]")
{
    Base base{any_place()};
    auto& reminders = base.stores().reminders;
    cases::DueReminder reminder{cases::Reminder::promise, cases::Stage::most, 2, at_minute(7), at_minute(3)};
    reminders.record(CaseId{1001}, reminder, at_minute(8));
    reminders.record(CaseId{1001}, reminder, at_minute(9));
    reminder.at = {};
    CHECK(reminders.sent(CaseId{1001}) == std::vector{reminder});
    reminder.instance = at_minute(4);
    reminders.record(CaseId{1001}, reminder, at_minute(10));
    base.again();
    CHECK(base.stores().reminders.sent(CaseId{1001}).size() == 2);
    CHECK(base.stores().reminders.sent(CaseId{1002}).empty());
}

TEST_CASE("reminders to a person are counted", "[storage][talking]")
{
    Base base{any_place()};
    auto& reminders = base.stores().reminders;
    for (const int minute : {1, 2, 2, 5})
        reminders.count(PersonId{"wei"}, at_minute(minute));
    reminders.count(PersonId{"lena"}, at_minute(5));
    CHECK(reminders.sent_to_since(PersonId{"wei"}, at_minute(2)) == 3);
    CHECK(reminders.sent_to_since(PersonId{"wei"}, at_minute(6)) == 0);
    CHECK(reminders.sent_to_since(PersonId{"lena"}, at_minute(0)) == 1);
}

TEST_CASE("settings and policies", "[storage][talking]")
{
    Base base{any_place()};
    CHECK_FALSE(base.stores().settings.get("hold"));
    base.stores().settings.set("hold", "yes");
    base.stores().settings.set("hold", "");
    CHECK(base.stores().settings.policies().empty());
    const cases::PolicyVersion usual{at_minute(5), cases::default_policy(Zone{"Asia/Shanghai"})};
    const cases::PolicyVersion other{at_minute(1), filled<cases::Policy>()};
    base.stores().settings.add_policy(usual);
    base.stores().settings.add_policy(other);
    CHECK(base.stores().settings.policies() == cases::PolicyHistory{other, usual});
    base.again();
    CHECK(base.stores().settings.get("hold") == "");
    CHECK(base.stores().settings.policies() == cases::PolicyHistory{other, usual});
    base.stores().settings.add_policy({usual.from, other.policy});
    CHECK(base.stores().settings.policies().back().policy == other.policy);
}

} // namespace kintsugi::storage
