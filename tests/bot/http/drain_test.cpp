// A polite end: requests under way are answered, the rest is closed, and nobody waits longer than the grace period.
#include "bot/http/answers.hpp"
#include "bot/http/run_on.hpp"
#include "tests/bot/http/raw_client.hpp"
#include "tests/bot/http/running_server.hpp"
#include "tests/fakes/chat_stores.hpp"

#include <catch2/catch.hpp>

#include <latch>

using namespace kintsugi;
using namespace kintsugi::http;
using namespace kintsugi::tests;

namespace {

/// A handler that waits for a reading job, which waits for the test.
class HeldRequest {
public:
    std::vector<Route> routes()
    {
        const WaitingHandler hold = [this](const Call&) { return wait(); };
        return {{"GET", "/hold", hold}};
    }
    void wait_until_begun() { begun_.wait(); }
    void release() { released_.count_down(); }

private:
    Awaitable<HttpResponse> wait()
    {
        Worker::Job job = [this](service::Stores&) {
            begun_.count_down();
            released_.wait();
        };
        co_await run_on(worker_, std::move(job));
        co_return plain_text(200, "held");
    }

    std::latch begun_{1};
    std::latch released_{1};
    ChatStores stores_;
    ChatTransactions transactions_{stores_};
    Worker worker_{transactions_};
};

} // namespace

TEST_CASE("a request under way is answered while the server drains", "[http][drain]")
{
    HeldRequest held;
    RunningServer running{held.routes()};
    RawClient client{running.port()};
    client.send(get("/hold"));
    held.wait_until_begun();
    running.drain();
    CHECK_FALSE(RawClient{running.port()}.connected());
    held.release();
    const auto answer = client.answer();
    CHECK(answer.body == "held");
    CHECK(answer.headers.at("connection") == "close");
    running.join();
}

TEST_CASE("a connection that waits for its next request is closed by draining", "[http][drain]")
{
    HeldRequest held;
    RunningServer running{held.routes()};
    RawClient client{running.port()};
    CHECK(client.send(get("/none")).answer().status == 404);
    running.drain();
    CHECK(client.ended());
    running.join();
}

TEST_CASE("after the grace period connections are cut", "[http][drain]")
{
    auto options = on_any_port();
    options.grace = std::chrono::milliseconds{20};
    HeldRequest held;
    RunningServer running{held.routes(), options};
    RawClient client{running.port()};
    client.send(get("/hold"));
    held.wait_until_begun();
    running.drain();
    CHECK(client.ended());
    held.release(); // the handler ends, its answer finds nobody
    running.join();
}

TEST_CASE("draining an idle server ends it, twice is once", "[http][drain]")
{
    HeldRequest held;
    RunningServer running{held.routes()};
    running.drain();
    running.server().drain();
    running.join();
}
