#include "storage/outbox.hpp"
#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

namespace kintsugi::storage {
namespace {

using service::OutboxItem;
using service::Priority;

service::Destination to(std::string conversation)
{
    return {ConnectionId{"wecom"}, {std::move(conversation), true}};
}

OutboxItem item(std::string conversation, std::string title, Priority priority = Priority::reply, int due = 0)
{
    OutboxItem made;
    made.to = to(std::move(conversation));
    made.card.title = std::move(title);
    made.priority = priority;
    made.created_at = at_minute(0);
    made.next_attempt = at_minute(due);
    return made;
}

std::string titles(const std::vector<OutboxItem>& items)
{
    std::string all;
    for (const auto& one : items)
        all += one.card.title + ' ';
    return all;
}

} // namespace

TEST_CASE("a message comes back from the outbox with everything", "[storage][outbox]")
{
    Base base{any_place()};
    OutboxItem full = item("dm-1", "", Priority::approval, 3);
    full.card = filled<conversation::Card>();
    full.sealed_for = CustomerId{7};
    full.about = CaseId{1001};
    full.publication = PublicationId{4};
    full.why = "rate_limited";
    full.attempts = 2;
    const auto id = base.stores().outbox.add(full);
    base.again();
    const auto found = base.stores().outbox.find(id);
    REQUIRE(found);
    CHECK(found->id == id);
    CHECK(found->to == full.to);
    CHECK(found->card == full.card);
    CHECK(found->priority == full.priority);
    CHECK(found->sealed_for == full.sealed_for);
    CHECK(found->about == full.about);
    CHECK(found->publication == full.publication);
    CHECK(found->created_at == full.created_at);
    CHECK(found->next_attempt == full.next_attempt);
    CHECK(found->attempts == 2);
    CHECK(found->state == "queued");
    CHECK(found->why == "rate_limited");
    CHECK_FALSE(base.stores().outbox.find(id + 1));
}

TEST_CASE("of each destination only the first is due, by priority and age", "[storage][outbox]")
{
    Base base{any_place()};
    auto& outbox = base.stores().outbox;
    const auto a1 = outbox.add(item("a", "a1"));
    outbox.add(item("a", "a2"));
    outbox.add(item("b", "b1", Priority::digest));
    outbox.add(item("c", "c1"));
    CHECK(titles(outbox.due(at_minute(0), 10, false)) == "a1 c1 b1 ");
    CHECK(titles(outbox.due(at_minute(0), 2, false)) == "a1 c1 ");
    outbox.add(item("b", "crisis", Priority::crisis));
    CHECK(titles(outbox.due(at_minute(0), 10, false)) == "crisis a1 c1 ");
    outbox.sent(a1, at_minute(1));
    base.again();
    CHECK(titles(base.stores().outbox.due(at_minute(1), 10, false)) == "crisis a2 c1 ");
    CHECK(base.stores().outbox.waiting() == 4);
}

TEST_CASE("what is tried again holds up those behind it", "[storage][outbox]")
{
    Base base{any_place()};
    auto& outbox = base.stores().outbox;
    const auto first = outbox.add(item("a", "a1"));
    outbox.add(item("a", "a2"));
    outbox.later(first, at_minute(5), "no_answer");
    CHECK(outbox.due(at_minute(4), 10, false).empty());
    CHECK(outbox.next_attempt() == at_minute(5));
    CHECK(titles(outbox.due(at_minute(5), 10, false)) == "a1 ");
    CHECK(outbox.find(first)->attempts == 1);
    CHECK(outbox.find(first)->why == "no_answer");
    outbox.failed(first, "gone");
    CHECK(outbox.find(first)->state == "failed");
    CHECK(titles(outbox.due(at_minute(5), 10, false)) == "a2 ");
}

TEST_CASE("what waits for its first time holds up nobody", "[storage][outbox]")
{
    Base base{any_place()};
    auto& outbox = base.stores().outbox;
    CHECK_FALSE(outbox.next_attempt());
    outbox.add(item("a", "morning", Priority::reply, 60));
    CHECK(outbox.due(at_minute(0), 10, false).empty());
    CHECK(outbox.next_attempt() == at_minute(60));
    outbox.add(item("a", "now"));
    CHECK(titles(outbox.due(at_minute(0), 10, false)) == "now ");
    CHECK(outbox.next_attempt() == at_minute(0));
    CHECK(titles(outbox.due(at_minute(60), 10, false)) == "morning ");
}

TEST_CASE("while outbound messages are on hold nothing of a publication goes out, and the rest does",
          "[storage][outbox]")
{
    Base base{any_place()};
    auto& outbox = base.stores().outbox;
    auto publication = item("room", "story");
    publication.publication = PublicationId{3};
    const auto id = outbox.add(publication);
    outbox.add(item("room", "receipt"));
    CHECK(titles(outbox.due(at_minute(0), 10, true)) == "receipt ");
    CHECK(titles(outbox.due(at_minute(0), 10, false)) == "story ");
    outbox.withdraw(PublicationId{3});
    CHECK(outbox.find(id)->state == "withdrawn");
    CHECK(titles(outbox.due(at_minute(0), 10, false)) == "receipt ");
    outbox.later(id, at_minute(9), "no_answer"); // the answer of an attempt that was under way
    outbox.failed(id, "gone");
    CHECK(outbox.find(id)->state == "withdrawn");
    outbox.sent(id, at_minute(9)); // but what the platform accepted is out
    CHECK(outbox.find(id)->state == "sent");
}

TEST_CASE("what was sent to a conversation, newest first", "[storage][outbox]")
{
    Base base{any_place()};
    auto& outbox = base.stores().outbox;
    for (const std::string title : {"one", "two", "three"})
        outbox.sent(outbox.add(item("a", title)), at_minute(1));
    outbox.add(item("a", "waiting"));
    outbox.sent(outbox.add(item("b", "other")), at_minute(1));
    base.again();
    CHECK(titles(base.stores().outbox.sent_to(to("a"), 10)) == "three two one ");
    CHECK(titles(base.stores().outbox.sent_to(to("a"), 2)) == "three two ");
    CHECK(base.stores().outbox.sent_to(to("c"), 10).empty());
}

TEST_CASE("with a customer's key go the cards about them; what is said of it later is ours", "[storage][outbox]")
{
    Base base{any_place()};
    auto& stores = base.stores();
    const auto customer = stores.customers.create(0, PrivateText{"张三"}, at_minute(0));
    auto card = item("a", "about her");
    card.sealed_for = customer.id;
    const auto waiting = stores.outbox.add(card);
    const auto gone = stores.outbox.add(card);
    stores.outbox.sent(gone, at_minute(0));
    stores.customers.destroy_key(customer.id);
    card.card.title = "erased";
    stores.outbox.add(card);
    base.again();
    CHECK(base.stores().outbox.find(waiting)->state == "withdrawn");
    CHECK(base.stores().outbox.find(gone)->card == conversation::Card{});
    CHECK(titles(base.stores().outbox.due(at_minute(0), 10, false)) == "erased ");
}

} // namespace kintsugi::storage
