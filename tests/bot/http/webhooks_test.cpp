// The front door: verified, stored, answered after the commit, and honest when it cannot.
#include "bot/http/webhooks.hpp"
#include "tests/bot/http/chat_world.hpp"

#include <catch2/catch.hpp>

#include <latch>

using namespace kintsugi;
using namespace kintsugi::http;
using namespace kintsugi::tests;
using conversation::Messages;

namespace {

struct Hooks : ChatWorld {
    RunningServer& serve(service::Writer::Limits limits = {})
    {
        start(limits);
        return running.emplace(webhook_routes(*door));
    }
    [[nodiscard]] std::string counted(std::string_view result) const
    {
        const auto text = metrics.text();
        const auto line = "kintsugi_intake_total{connection=\"console\",result=\"" + std::string{result} + "\"} ";
        const auto found = text.find(line);
        return found == std::string::npos ? "0" : text.substr(found + line.size(), 1);
    }

    std::optional<RunningServer> running;
};

struct Breaking {
    HttpResponse operator()(service::Stores&, const ConnectionId&, const Messages&, Instant) const
    {
        throw std::runtime_error{"not understood"};
    }
};

} // namespace

TEST_CASE("a verified delivery is stored and answered after the commit", "[http][webhooks]")
{
    Hooks hooks;
    std::atomic<bool> committed = false;
    hooks.transactions.before_commit = [&] { committed = true; };
    auto& running = hooks.serve();
    RawClient client{running.port()};
    const auto answer = client.send(hooks.hook(said("e1"))).answer();
    CHECK(answer.status == 200);
    CHECK(answer.body == "stored e1");
    CHECK(committed);
    CHECK(hooks.counted("new") == "1");
}

TEST_CASE("a repetition gets the stored answer and is counted as one", "[http][webhooks]")
{
    Hooks hooks;
    auto& running = hooks.serve();
    RawClient client{running.port()};
    client.send(hooks.hook(said("e1"))).answer();
    CHECK(client.send(hooks.hook(said("e1"))).answer().body == "stored e1");
    CHECK(hooks.counted("new") == "1");
    CHECK(hooks.counted("repeated") == "1");
}

TEST_CASE("a request that is not verified never reaches the writer", "[http][webhooks]")
{
    Hooks hooks;
    auto& running = hooks.serve();
    RawClient client{running.port()};
    const auto answer = client.send(hooks.hook(said("e1"), "another secret")).answer();
    CHECK(answer.status == 401);
    CHECK(answer.body.empty());
    CHECK(client.send(hooks.hook("{}")).answer().status == 400);
    CHECK(hooks.writer->jobs() == 0);
    CHECK(hooks.counted("rejected") == "2");
    running.on_io_thread([&] {
        CHECK(hooks.log_lines ==
              std::vector<std::string>{"hook console rejected: signature", "hook console rejected: no_event"});
    });
}

TEST_CASE("a connection that is not configured is unknown", "[http][webhooks]")
{
    Hooks hooks;
    auto& running = hooks.serve();
    CHECK(RawClient{running.port()}.send(post("/hook/slack", "{}")).answer().status == 404);
}

TEST_CASE("with a full queue the platform is asked to come back", "[http][webhooks]")
{
    Hooks hooks;
    std::latch entered{1}, gate{1};
    hooks.transactions.before_commit = [&, first = true]() mutable {
        if (std::exchange(first, false)) entered.count_down();
        gate.wait();
    };
    auto& running = hooks.serve({.queue = 1, .batch = 1});
    RawClient first{running.port()}, second{running.port()}, third{running.port()};
    first.send(hooks.hook(said("e1")));
    entered.wait();
    second.send(hooks.hook(said("e2")));
    while (hooks.writer->waiting() < 1)
        std::this_thread::yield();

    const auto answer = third.send(hooks.hook(said("e3"))).answer();
    CHECK(answer.status == 503);
    CHECK(answer.headers.at("retry-after") == "1");
    gate.count_down();
    CHECK(first.answer().status == 200);
    CHECK(second.answer().status == 200);
    CHECK(third.send(hooks.hook(said("e3"))).answer().body == "stored e3");
}

TEST_CASE("a message that cannot be handled is kept, and answered as stored", "[http][webhooks]")
{
    Hooks hooks;
    hooks.intake = {Breaking{}, [](service::Stores&, const ConnectionId&, const Messages&, Instant) {
                        return HttpResponse{202, {}, "kept"};
                    }};
    auto& running = hooks.serve();
    const auto answer = RawClient{running.port()}.send(hooks.hook(said("e1"))).answer();
    CHECK(answer.status == 202);
    CHECK(answer.body == "kept");
    CHECK(hooks.counted("kept") == "1");
    CHECK(hooks.counted("new") == "0");
}

TEST_CASE("where nothing can be stored the platform is asked to come back", "[http][webhooks]")
{
    Hooks hooks;
    hooks.intake = {Breaking{}, Breaking{}};
    auto& running = hooks.serve();
    CHECK(RawClient{running.port()}.send(hooks.hook(said("e1"))).answer().status == 503);
    hooks.writer->stop();
    CHECK(RawClient{running.port()}.send(hooks.hook(said("e1"))).answer().status == 503);
}
