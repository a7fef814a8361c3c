// Messages at the door: each once, none lost, whatever is in them.
#include "bot/service/intake.hpp"
#include "tests/bot/service/world.hpp"

using namespace kintsugi;
using namespace kintsugi::service;
using namespace kintsugi::tests;
using namespace std::chrono_literals;
using conversation::Message;

namespace {

struct Door : ServiceWorld {
    Message said(std::string text, const std::string& account = "lin_ke")
    {
        Message message;
        message.event = "e" + std::to_string(++events);
        message.account = account;
        message.at = {"dm:" + account, true};
        message.text = PrivateText{std::move(text)};
        return message;
    }

    conversation::HttpResponse take_in(const Message& message)
    {
        return service::take_in(stores(), knowledge, console, {message}, now);
    }

    /// As the front door does it: in a job that leaves nothing behind where it fails.
    void deliver(const Message& message)
    {
        base.transactions().begin_job();
        try {
            (void)take_in(message);
            base.transactions().end_job();
        } catch (const std::exception&) {
            base.transactions().undo_job();
            (void)keep_for_later(stores(), knowledge, console, {message}, now);
        }
    }

    /// One look at what waits for another attempt; how many there were.
    std::size_t retry_once()
    {
        const auto due = stores().inbox.to_retry(now, 10);
        for (const auto& [entry, message] : due) {
            base.transactions().begin_job();
            try {
                retry(stores(), knowledge, entry, message, now);
                base.transactions().end_job();
            } catch (const std::exception&) {
                base.transactions().undo_job();
                retry_failed(stores(), entry, message, now);
            }
        }
        return due.size();
    }

    [[nodiscard]] std::string state_of(const Message& message)
    {
        const auto entry = stores().inbox.find(console, message.event);
        return entry ? entry->state : "unknown";
    }
    [[nodiscard]] std::size_t cases() { return stores().cases.all().size(); }

    /// What goes to a conversation, oldest first.
    std::vector<OutboxItem> waiting_for(const Destination& where)
    {
        std::vector<OutboxItem> items;
        for (std::int64_t id = 1; auto item = stores().outbox.find(id); ++id)
            if (item->to == where) items.push_back(std::move(*item));
        return items;
    }

    int events = 0;
};

/// Opens no case: its numbers are gone.
struct BrokenDoor : Door {
    BrokenDoor()
    {
        base.connection().run("UPDATE counter SET last = 9223372036854775807 WHERE name = 'case'");
        base.connection().run("INSERT OR IGNORE INTO counter (name, last) VALUES ('case', 9223372036854775807)");
    }
    void mend() { base.connection().run("UPDATE counter SET last = 1000 WHERE name = 'case'"); }
};

const std::string complaint = "王女士说这个月又被扣款两次,客服不理人,气死了";

} // namespace

TEST_CASE("a repetition is answered with the stored answer and changes nothing", "[service][intake]")
{
    Door door;
    const auto message = door.said(complaint);
    door.stores().inbox.record({console, "other", "done", {207, {}, "as then"}, 1}, message, {}, door.now);
    auto repetition = message;
    repetition.event = "other";
    CHECK(door.take_in(repetition).body == "as then");
    CHECK(door.cases() == 0);

    CHECK(door.take_in(message) == door.take_in(message));
    CHECK(door.cases() == 1);
    CHECK(door.waiting_for(direct("lin_ke")).size() == 1);
}

TEST_CASE("of several messages in one delivery only the new ones are handled", "[service][intake]")
{
    Door door;
    const auto first = door.said(complaint), second = door.said("我的");
    (void)door.take_in(first);
    (void)take_in(door.stores(), door.knowledge, console, {first, second}, door.now);
    CHECK(door.cases() == 1);
    CHECK(door.waiting_for(direct("lin_ke")).size() == 2);
}

TEST_CASE("a message whose handling fails is kept and nothing else of it stays", "[service][intake]")
{
    BrokenDoor door;
    const auto message = door.said(complaint);
    door.deliver(message);
    CHECK(door.state_of(message) == "failed");
    CHECK(door.cases() == 0);
    CHECK(door.waiting_for(direct("lin_ke")).empty());
}

TEST_CASE("a kept message is handled as soon as it can be, once", "[service][intake]")
{
    BrokenDoor door;
    const auto message = door.said(complaint);
    door.deliver(message);
    CHECK(door.retry_once() == 0);
    door.mend();
    door.now += 10s;
    CHECK(door.retry_once() == 1);
    CHECK(door.state_of(message) == "done");
    CHECK(door.cases() == 1);
    door.deliver(message);
    door.now += 1h;
    CHECK(door.retry_once() == 0);
    CHECK(door.cases() == 1);
}

TEST_CASE("a message that fails again and again waits longer each time, is parked and stays visible",
          "[service][intake]")
{
    BrokenDoor door;
    const auto message = door.said(complaint);
    door.deliver(message);
    Milliseconds last{0};
    for (int attempt = 2; attempt <= 5; ++attempt) {
        Milliseconds waited{0};
        for (; door.retry_once() == 0; waited += 1s)
            door.now += 1s;
        CHECK(waited > last);
        last = waited;
        CHECK(door.state_of(message) == (attempt < 5 ? "failed" : "parked"));
    }
    CHECK(door.stores().inbox.parked() == 1);
    door.now += 48h;
    CHECK(door.retry_once() == 0);
    CHECK(door.stores().inbox.said(direct("lin_ke"), 1).front().text == message.text);
}

TEST_CASE("somebody whom nobody knows gets one polite line and no content", "[service][intake]")
{
    Door door;
    (void)door.take_in(door.said("看 K-1001", "stranger"));
    const auto answers = door.waiting_for(direct("stranger"));
    REQUIRE(answers.size() == 1);
    CHECK(answers.front().card.buttons.empty());
    CHECK(answers.front().card.lines.size() == 1);

    auto in_a_room = door.said("你好", "stranger");
    in_a_room.at = {"members_3", false};
    in_a_room.addressed = true;
    (void)door.take_in(in_a_room);
    CHECK_FALSE(door.stores().outbox.find(answers.front().id + 1));
}

TEST_CASE("a member's number, question or refusal is answered like anything else they say", "[service][intake]")
{
    Door door;
    std::size_t answered = 0;
    for (const auto* text : {"1", "708", "别发布 708", "don't publish", "tz吗?", "关注 708 吗", "?"}) {
        const auto message = door.said(text, "a_bu");
        door.deliver(message);
        CHECK(door.state_of(message) == "done");
        CHECK(door.waiting_for(direct("a_bu")).size() == ++answered);
    }
}

TEST_CASE("in a room that nobody configured we are silent", "[service][intake]")
{
    Door door;
    auto message = door.said(complaint);
    message.at = {"some other room", false};
    message.addressed = true;
    (void)door.take_in(message);
    CHECK(door.state_of(message) == "done");
    CHECK(door.cases() == 0);
    CHECK_FALSE(door.stores().outbox.find(1));
}

TEST_CASE("bytes that are no text do no harm", "[service][intake]")
{
    Door door;
    for (const std::string bytes :
         {"\xff\xfe", "开案 \xc3", "\xed\xa0\x80 投诉退款", "\xf5\x80\x80\x80", "看 K-1001\xc0\x80", "\0x"}) {
        const auto message = door.said(bytes);
        door.deliver(message);
        CHECK(door.state_of(message) == "done");
    }
    (void)door.take_in(door.said(complaint));
    CHECK(door.cases() >= 1);
}

TEST_CASE("a megabyte of text opens one case and answers with one card that a phone can show", "[service][intake]")
{
    Door door;
    std::string text = "开案 ";
    while (text.size() < 1'000'000)
        text += "王女士说又被重复扣款了,订单 88421907,客服不理人,气死了!\n";
    const auto started = std::chrono::steady_clock::now();
    (void)door.take_in(door.said(text));
    CHECK(std::chrono::steady_clock::now() - started < 20s);
    CHECK(door.cases() == 1);
    const auto answers = door.waiting_for(direct("lin_ke"));
    REQUIRE(answers.size() == 1);
    for (const auto& line : answers.front().card.lines)
        CHECK(line.size() < 1000);
}

TEST_CASE("a megabyte without meaning is not understood, quickly", "[service][intake]")
{
    Door door;
    const auto started = std::chrono::steady_clock::now();
    for (const auto& text : {std::string(1'000'000, 'a'), std::string(1'000'000, '1'), std::string(1'000'000, '\n'),
                             "看 " + std::string(1'000'000, '9')}) {
        const auto message = door.said(text);
        door.deliver(message);
        CHECK(door.state_of(message) == "done");
    }
    CHECK(std::chrono::steady_clock::now() - started < 20s);
    CHECK(door.cases() == 0);
}
