#pragma once
// A server on a free port with a thread of its own, drained at the end of the test.

#include "bot/http/server.hpp"

#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <thread>

namespace kintsugi::tests {

inline http::ServerOptions on_any_port()
{
    http::ServerOptions options;
    options.port = 0;
    return options;
}

class RunningServer {
public:
    explicit RunningServer(std::vector<http::Route> routes, http::ServerOptions options = on_any_port(),
                           std::function<void()> draining = {})
        : router_(std::move(routes)), server_(std::move(options), events(std::move(draining))),
          thread_([this] { server_.run(router_); })
    {
    }
    ~RunningServer()
    {
        server_.drain();
        join();
    }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    [[nodiscard]] http::Server& server() { return server_; }

    /// Runs `task` on the I/O thread and waits for it.
    void on_io_thread(const std::function<void()>& task)
    {
        std::promise<void> done;
        server_.post([&] {
            task();
            done.set_value();
        });
        done.get_future().wait();
    }

    /// Begins to drain and returns when that has begun.
    void drain()
    {
        server_.drain();
        draining_.wait();
    }

    void join()
    {
        if (thread_.joinable()) thread_.join();
    }

    [[nodiscard]] std::vector<std::string> log()
    {
        const std::lock_guard lock{mutex_};
        return log_;
    }
    /// The first `count` answers, once there are so many.
    [[nodiscard]] std::vector<std::string> answered(std::size_t count)
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return answered_.size() >= count; });
        return answered_;
    }

private:
    http::ServerEvents events(std::function<void()> draining)
    {
        return {[this](std::string_view route, int status, auto) {
                    const std::lock_guard lock{mutex_};
                    answered_.push_back(std::string{route} + " " + std::to_string(status));
                    changed_.notify_all();
                },
                [this](std::string_view what) {
                    const std::lock_guard lock{mutex_};
                    log_.emplace_back(what);
                },
                [this, draining = std::move(draining)] {
                    if (draining) draining();
                    draining_.count_down();
                }};
    }

    std::latch draining_{1};
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> log_;
    std::vector<std::string> answered_;
    http::Router router_;
    http::Server server_;
    std::thread thread_;
};

} // namespace kintsugi::tests
