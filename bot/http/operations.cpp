#include "bot/http/operations.hpp"

#include "bot/http/answers.hpp"
#include "bot/http/run_on.hpp"

#include <fstream>
#include <unistd.h>

namespace kintsugi::http {
namespace {

using service::Metric;

struct Waiting {
    int parked = 0;
    int unsent = 0;
};

/// Nothing if storage cannot be read.
Awaitable<std::optional<Waiting>> read_waiting(Worker& reader)
{
    const auto question = [](service::Stores& stores) {
        return Waiting{stores.inbox.parked(), stores.outbox.waiting()};
    };
    std::optional<Waiting> waiting;
    try {
        waiting = co_await ask(reader, question);
    } catch (const std::exception&) {
        waiting.reset();
    }
    co_return waiting;
}

Awaitable<HttpResponse> readiness(service::Writer& writer, Worker& reader)
{
    std::string reasons;
    service::Job nothing = [](service::Stores&) {};
    const auto wrote = co_await run_always_on(writer, std::move(nothing));
    if (wrote == Ran::turned_away) reasons += "the writer has stopped\n";
    if (wrote == Ran::failed) reasons += "the database cannot be written\n";
    const auto waiting = co_await read_waiting(reader);
    if (!waiting) reasons += "the database cannot be read\n";
    if (waiting && waiting->parked > 0)
        reasons += std::to_string(waiting->parked) + " messages in the inbox failed repeatedly and wait for a person\n";
    auto answer = reasons.empty() ? plain_text(200, "ready\n") : plain_text(503, std::move(reasons));
    co_return answer;
}

double resident_bytes()
{
    std::ifstream statm{"/proc/self/statm"};
    double pages = 0;
    statm >> pages >> pages; // the second number is what is resident
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

Awaitable<HttpResponse> report(service::Writer& writer, Worker& reader, service::Metrics& metrics)
{
    metrics.set(Metric::writer_queue, static_cast<double>(writer.waiting()));
    metrics.lift(Metric::commits, static_cast<double>(writer.commits()));
    metrics.lift(Metric::jobs, static_cast<double>(writer.jobs()));
    metrics.set(Metric::resident_bytes, resident_bytes());
    const auto waiting = co_await read_waiting(reader);
    if (waiting) {
        metrics.set(Metric::inbox_parked, waiting->parked);
        metrics.set(Metric::outbox_waiting, waiting->unsent);
    }
    HttpResponse answer{200, {{"content-type", "text/plain; version=0.0.4; charset=utf-8"}}, metrics.text()};
    co_return answer;
}

} // namespace

std::vector<Route> operations_routes(service::Writer& writer, Worker& reader, service::Metrics& metrics)
{
    const PlainHandler alive = [](const Call&) { return plain_text(200, "alive\n"); };
    const WaitingHandler ready = [&writer, &reader](const Call&) { return readiness(writer, reader); };
    const WaitingHandler watch = [&writer, &reader, &metrics](const Call&) { return report(writer, reader, metrics); };
    return {{"GET", "/healthz", alive}, {"GET", "/readyz", ready}, {"GET", "/metrics", watch}};
}

} // namespace kintsugi::http
