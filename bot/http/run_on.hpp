#pragma once
// The one visible crossing between the I/O thread and threads that may block: a handler waits for a job of the writer
// or of the reading worker and goes on, on the I/O thread, when it is done.
//
//   const service::Job job = [&](service::Stores& stores) { … };   // named first, see awaitable.hpp
//   const auto result = co_await run_on(writer, job);

#include "bot/http/awaitable.hpp"
#include "bot/http/worker.hpp"
#include "bot/service/writer.hpp"

#include <functional>
#include <optional>
#include <utility>

namespace kintsugi::http {

enum class Ran {
    committed,
    failed,     ///< nothing of it is stored; the writer logged why
    turned_away ///< the queue is full or closed: answer 503
};

/// References that the job captures stay valid: the caller's frame waits.
[[nodiscard]] Awaitable<Ran> run_on(service::Writer& writer, service::Job job);

/// The same for our own work that a full queue must not turn away.
[[nodiscard]] Awaitable<Ran> run_always_on(service::Writer& writer, service::Job job);

/// False if the queue is full or closed. What the job throws is thrown here.
[[nodiscard]] Awaitable<bool> run_on(Worker& worker, Worker::Job job);

/// Calls `begin` with a function that resumes the caller; it may be called from any thread, once.
[[nodiscard]] Awaitable<void> suspended(std::function<void(std::function<void()> resume)> begin);

/// The value that `question` answers, or nothing if the worker's queue is full.
template <class Question>
[[nodiscard]] Awaitable<std::optional<std::invoke_result_t<Question&, service::Stores&>>> ask(Worker& worker,
                                                                                              Question question)
{
    std::optional<std::invoke_result_t<Question&, service::Stores&>> answer;
    Worker::Job job = [&](service::Stores& stores) { answer = question(stores); };
    const bool ran = co_await run_on(worker, std::move(job));
    if (!ran) answer.reset();
    co_return answer;
}

} // namespace kintsugi::http
