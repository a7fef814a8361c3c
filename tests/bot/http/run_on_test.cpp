// Crossing to the writer and back, seen from a handler.
#include "bot/http/answers.hpp"
#include "bot/http/run_on.hpp"
#include "tests/bot/http/raw_client.hpp"
#include "tests/bot/http/running_server.hpp"
#include "tests/fakes/chat_samples.hpp"
#include "tests/fakes/chat_stores.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::http;
using namespace kintsugi::tests;

namespace {

std::string_view name(Ran ran)
{
    return ran == Ran::committed ? "committed" : ran == Ran::failed ? "failed" : "turned away";
}

Route route(std::string path, std::function<Awaitable<HttpResponse>()> handler)
{
    const WaitingHandler waiting = [handler = std::move(handler)](const Call&) { return handler(); };
    return {"GET", std::move(path), waiting};
}

Awaitable<HttpResponse> on_writer(service::Writer& writer, std::thread::id& io_thread, bool fails)
{
    io_thread = std::this_thread::get_id();
    auto job_thread = io_thread;
    service::Job job = [&](service::Stores&) {
        job_thread = std::this_thread::get_id();
        if (fails) throw std::runtime_error{"no"};
    };
    const auto ran = co_await run_on(writer, std::move(job));
    const bool crossed = job_thread != io_thread && std::this_thread::get_id() == io_thread;
    co_return plain_text(200, std::string{name(ran)} + (crossed ? ", back" : ", lost"));
}

Awaitable<HttpResponse> on_worker(Worker& worker)
{
    const auto question = [](service::Stores& stores) { return stores.people.everyone().size(); };
    const auto count = co_await ask(worker, question);
    co_return plain_text(200, count ? std::to_string(*count) : "turned away");
}

} // namespace

TEST_CASE("a handler waits for the commit on the writer's thread and goes on on its own", "[http][run_on]")
{
    ChatStores stores;
    ChatTransactions transactions{stores};
    service::Writer writer{transactions, {}, [](std::string_view) {}};
    std::thread::id io_thread;
    RunningServer running{{route("/good", [&] { return on_writer(writer, io_thread, false); }),
                           route("/bad", [&] { return on_writer(writer, io_thread, true); })}};
    RawClient client{running.port()};
    CHECK(client.send(get("/good")).answer().body == "committed, back");
    CHECK(client.send(get("/bad")).answer().body == "failed, back");
    writer.stop();
    CHECK(client.send(get("/good")).answer().body == "turned away, lost");
}

TEST_CASE("what a reading job answers or throws arrives at the handler", "[http][run_on]")
{
    ChatStores stores;
    stores.people.save(a_person("lin", "林可", {Role::koe}));
    ChatTransactions transactions{stores};
    Worker worker{transactions};
    RunningServer running{{route("/people", [&] { return on_worker(worker); })}};
    RawClient client{running.port()};
    CHECK(client.send(get("/people")).answer().body == "1");
    stores.people.broken = true;
    CHECK(client.send(get("/people")).answer().status == 500);
    CHECK(running.log() == std::vector<std::string>{"/people: the disk is gone"});
    worker.stop();
    CHECK(client.send(get("/people")).answer().body == "turned away");
}
