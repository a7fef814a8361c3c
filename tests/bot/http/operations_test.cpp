#include "bot/http/operations.hpp"
#include "tests/bot/http/chat_world.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::http;
using namespace kintsugi::tests;

namespace {

struct Operated : ChatWorld {
    ChatTransactions reading{stores};
    Worker reader{reading};
    RunningServer running{(start(), operations_routes(*writer, reader, metrics))};
    RawClient client{running.port()};
};

} // namespace

TEST_CASE("a healthy program is alive and ready", "[http][operations]")
{
    Operated program;
    CHECK(program.client.send(get("/healthz")).answer().body == "alive\n");
    const auto ready = program.client.send(get("/readyz")).answer();
    CHECK(ready.status == 200);
    CHECK(ready.body == "ready\n");
}

TEST_CASE("what keeps the program from its work is said plainly", "[http][operations]")
{
    Operated program;
    program.stores.inbox.parked_count = 2;
    program.writer->stop();
    const auto ready = program.client.send(get("/readyz")).answer();
    CHECK(ready.status == 503);
    CHECK(ready.body == "the writer has stopped\n"
                        "2 messages in the inbox failed repeatedly and wait for a person\n");
    program.reader.stop();
    CHECK(program.client.send(get("/readyz")).answer().body == "the writer has stopped\nthe database cannot be read\n");
}

TEST_CASE("metrics are a text that Prometheus reads", "[http][operations]")
{
    Operated program;
    program.metrics.set(service::Metric::build, 1, {"0.1.0"});
    program.client.send(get("/readyz")).answer();
    const auto metrics = program.client.send(get("/metrics")).answer();
    CHECK(metrics.headers.at("content-type") == "text/plain; version=0.0.4; charset=utf-8");
    for (const std::string line :
         {"kintsugi_build_info{version=\"0.1.0\"} 1", "kintsugi_jobs_total 1", "kintsugi_commits_total 1",
          "kintsugi_writer_queue 0", "kintsugi_outbox_waiting 0", "kintsugi_inbox_parked 0",
          "# TYPE kintsugi_http_answer_seconds histogram", "process_resident_memory_bytes"})
        CHECK_THAT(metrics.body, Catch::Contains(line));
    CHECK(program.client.send(get("/metrics")).answer().body.find("kintsugi_jobs_total 1\n") != std::string::npos);
}
