// The thread that sends, with a writer over a real database and an HTTP client that answers when it is told to.
#include "bot/service/delivery_loop.hpp"
#include "tests/bot/service/world.hpp"
#include "tests/fakes/scripted_http_client.hpp"

using namespace kintsugi;
using namespace kintsugi::service;
using namespace kintsugi::tests;
using namespace std::chrono_literals;

namespace {

/// Its parts begin with `start`; the base is the writer's until `stop`.
struct SendingWorld : ServiceWorld {
    void add(const std::string& person, Priority priority = Priority::reply)
    {
        const Job job = [=, this](Stores& all) {
            OutboxItem item;
            item.to = direct(person);
            item.priority = priority;
            item.created_at = item.next_attempt = now;
            all.outbox.add(item);
        };
        writer->submit_always(job, [this](JobResult) { loop->wake(); });
    }
    void start()
    {
        base.transactions().commit();
        writer = std::make_unique<Writer>(base.transactions(), Writer::Limits{}, [](std::string_view) {});
        loop = std::make_unique<DeliveryLoop>(*writer, client, knowledge, metrics, [this] { return now; });
    }
    void stop()
    {
        loop->stop();
        loop.reset();
        writer.reset();
        base.transactions().begin();
    }
    void wait_for(std::size_t requests)
    {
        const auto until = std::chrono::steady_clock::now() + 20s;
        while (client.started().size() < requests && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(1ms);
        REQUIRE(client.started().size() >= requests);
    }
    [[nodiscard]] std::string target(std::size_t request) const { return client.started().at(request).second; }

    ScriptedHttpClient client;
    Metrics metrics;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<DeliveryLoop> loop;
};

} // namespace

TEST_CASE("what is in the outbox is sent, and what is urgent waits for its destination to be free",
          "[service][delivery]")
{
    SendingWorld world;
    world.start();
    world.add("lin_ke");
    world.wait_for(1);
    world.add("lin_ke", Priority::crisis);
    world.add("a_bu");
    world.wait_for(2);
    CHECK(world.target(1) == "scene:dm:a_bu");
    world.client.answer(1, {});
    world.wait_for(3);
    CHECK(world.client.started().at(2) == ScriptedHttpClient::Request{2, "scene:dm:lin_ke"});
    world.client.answer(2, {});
    world.client.answer(3, {});
    world.stop();
    for (const std::int64_t id : {1, 2, 3})
        CHECK(world.stores().outbox.find(id)->state == "sent");
    CHECK_FALSE(world.client.crowded());
}

TEST_CASE("nothing is sent twice, however often the loop is woken", "[service][delivery]")
{
    constexpr std::size_t messages = 400;
    SendingWorld world;
    world.client.answers_at_once = true;
    world.start();
    for (std::size_t i = 0; i < messages; ++i) {
        world.add(world.config.people.at(i % world.config.people.size()).person.id.value());
        world.loop->wake();
    }
    world.wait_for(messages);
    std::this_thread::yield();
    world.stop();
    std::set<std::int64_t> tokens;
    for (const auto& [token, target] : world.client.started())
        CHECK(tokens.insert(token).second);
    CHECK(tokens.size() == messages);
    CHECK(world.stores().outbox.waiting() == 0);
    CHECK_FALSE(world.client.crowded());
}
