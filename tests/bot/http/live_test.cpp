#include "bot/http/live.hpp"
#include "tests/bot/http/raw_client.hpp"
#include "tests/bot/http/running_server.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::http;
using namespace kintsugi::tests;

namespace {

const auto everybody = [](const PersonId&) { return true; };

Awaitable<Streaming> subscribe(Live& live)
{
    Streaming feed = live.subscribe(PersonId{"lin"});
    co_return feed;
}

std::vector<Route> feed_routes(Live& live)
{
    const StreamHandler handler = [&live](const Call&) { return subscribe(live); };
    return {{"GET", "/feed", handler}};
}

} // namespace

TEST_CASE("an event reaches those who may see it, and nobody else", "[http][live]")
{
    Live live;
    const auto lin = live.subscribe(PersonId{"lin"});
    const auto again = live.subscribe(PersonId{"lin"});
    const auto abu = live.subscribe(PersonId{"abu"});
    live.publish("said", R"({"text":"hi"})", [](const PersonId& person) { return person.value() == "lin"; });
    CHECK(lin->take() == "event: said\ndata: {\"text\":\"hi\"}\n\n");
    CHECK(again->take() == "event: said\ndata: {\"text\":\"hi\"}\n\n");
    CHECK(abu->take().empty());
}

TEST_CASE("a reader that falls behind is dropped", "[http][live]")
{
    Live live{10};
    const auto feed = live.subscribe(PersonId{"lin"});
    live.publish("said", "12345", everybody);
    CHECK_FALSE(feed->closed());
    live.publish("said", "123456", everybody);
    CHECK(feed->closed());
}

TEST_CASE("who left is forgotten, and after closing nobody is served", "[http][live]")
{
    Live live;
    auto feed = live.subscribe(PersonId{"lin"});
    CHECK(live.listeners() == 1);
    feed.reset();
    CHECK(live.listeners() == 0);
    live.close();
    CHECK(live.subscribe(PersonId{"lin"})->closed());
}

TEST_CASE("events flow over a connection until the server drains", "[http][live]")
{
    Live live;
    RunningServer running{feed_routes(live), on_any_port(), [&] { live.close(); }};
    RawClient client{running.port()};
    const auto head = client.send(get("/feed")).answer(true);
    CHECK(head.headers.at("content-type") == "text/event-stream");
    CHECK(head.headers.at("cache-control") == "no-store");
    running.on_io_thread([&] { live.publish("said", "1", everybody); });
    running.on_io_thread([&] { live.publish("said", "2", everybody); });
    CHECK(client.until("data: 2\n\n") == "event: said\ndata: 1\n\nevent: said\ndata: 2\n\n");
    running.drain();
    CHECK(client.ended());
    running.join();
}

TEST_CASE("a silent feed has a heartbeat", "[http][live]")
{
    auto options = on_any_port();
    options.heartbeat = std::chrono::milliseconds{20};
    Live live;
    RunningServer running{feed_routes(live), options, [&] { live.close(); }};
    RawClient client{running.port()};
    client.send(get("/feed")).answer(true);
    CHECK(client.until("\n\n") == ": still here\n\n");
}

TEST_CASE("a reader who goes away is noticed without a word", "[http][live]")
{
    Live live;
    RunningServer running{feed_routes(live), on_any_port(), [&] { live.close(); }};
    {
        RawClient client{running.port()};
        client.send(get("/feed")).answer(true);
    }
    std::size_t listeners = 1;
    while (listeners > 0)
        running.on_io_thread([&] { listeners = live.listeners(); });
    CHECK(listeners == 0);
}
