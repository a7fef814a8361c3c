#include "bot/http/run_on.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <memory>

namespace kintsugi::http {
namespace asio = boost::asio;
namespace {

/// A coroutine that waits, and the promise that its I/O thread does not end before it goes on.
template <class Handler>
struct Sleeper {
    explicit Sleeper(Handler resumed) : handler(std::move(resumed)), work(asio::get_associated_executor(handler)) {}

    Handler handler;
    asio::executor_work_guard<asio::associated_executor_t<Handler>> work;
};

template <class Handler>
void wake(std::shared_ptr<Sleeper<Handler>> sleeper)
{
    const auto executor = sleeper->work.get_executor();
    asio::post(executor, [sleeper = std::move(sleeper)] {
        // Taken out here, so that the promise ends on the I/O thread.
        const auto work = std::move(sleeper->work);
        auto handler = std::move(sleeper->handler);
        handler();
    });
}

Awaitable<Ran> run(service::Writer& writer, service::Job job, bool always)
{
    auto result = Ran::turned_away;
    std::function<void(std::function<void()>)> begin = [&](std::function<void()> resume) {
        service::JobDone done = [&result, resume](service::JobResult how) {
            result = how == service::JobResult::committed ? Ran::committed : Ran::failed;
            resume();
        };
        const bool taken = always ? writer.submit_always(std::move(job), std::move(done))
                                  : writer.submit(std::move(job), std::move(done));
        if (!taken) resume();
    };
    co_await suspended(std::move(begin));
    co_return result;
}

} // namespace

Awaitable<void> suspended(std::function<void(std::function<void()>)> begin)
{
    const auto initiation = [&begin](auto handler) {
        auto sleeper = std::make_shared<Sleeper<decltype(handler)>>(std::move(handler));
        begin([sleeper = std::move(sleeper)]() mutable { wake(std::move(sleeper)); });
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiation, asio::use_awaitable);
}

Awaitable<Ran> run_on(service::Writer& writer, service::Job job)
{
    return run(writer, std::move(job), false);
}

Awaitable<Ran> run_always_on(service::Writer& writer, service::Job job)
{
    return run(writer, std::move(job), true);
}

Awaitable<bool> run_on(Worker& worker, Worker::Job job)
{
    std::exception_ptr failure;
    bool taken = false;
    std::function<void(std::function<void()>)> begin = [&](std::function<void()> resume) {
        Worker::Done done = [&failure, resume](std::exception_ptr thrown) {
            failure = std::move(thrown);
            resume();
        };
        taken = worker.submit(std::move(job), std::move(done));
        if (!taken) resume();
    };
    co_await suspended(std::move(begin));
    if (failure) std::rethrow_exception(failure);
    co_return taken;
}

} // namespace kintsugi::http
