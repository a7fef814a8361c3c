#pragma once
// The reading side as a bounded queue with one thread: pages, history and reports, which may take their time without
// holding up intake or the I/O thread. See run_on.hpp for how a handler waits for a job.

#include "bot/service/stores.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kintsugi::http {

class Worker {
public:
    /// Must not throw. Reads only.
    using Job = std::function<void(service::Stores&)>;

    /// `stores` stand on a read-only connection, outlive the worker and belong to its thread from now on.
    explicit Worker(service::Stores& stores, std::size_t most_waiting = 256);
    ~Worker(); ///< `stop`, then waits
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// From any thread. False if the queue is full or closed.
    [[nodiscard]] bool submit(Job job);

    /// Runs what waits, then ends. Later jobs are turned away.
    void stop();

    [[nodiscard]] std::size_t waiting() const { return waiting_.load(std::memory_order_relaxed); }

private:
    [[nodiscard]] Job take();
    void run();

    service::Stores& stores_;
    std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> queue_;
    bool stopping_ = false;
    std::atomic<std::size_t> waiting_{0};
    std::thread thread_;
};

} // namespace kintsugi::http
