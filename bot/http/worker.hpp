#pragma once
// The reading side as a bounded queue with one thread: pages, history and reports, which may take their time without
// holding up intake or the I/O thread. See run_on.hpp for how a handler waits for a job.

#include "bot/service/stores.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace kintsugi::http {

class Worker {
public:
    /// Reads only; all that it reads is of one moment.
    using Job = std::function<void(service::Stores&)>;
    /// On the worker's thread, with what the job threw, or null; must neither throw nor block.
    using Done = std::function<void(std::exception_ptr)>;

    /// `transactions` stand on a read-only connection, outlive the worker and belong to its thread from now on.
    explicit Worker(service::Transactions& transactions, std::size_t most_waiting = 256);
    ~Worker(); ///< `stop`, then waits
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// From any thread. False if the queue is full or closed.
    [[nodiscard]] bool submit(Job job, Done done);

    /// Runs what waits, then ends. Later jobs are turned away.
    void stop();

    [[nodiscard]] std::size_t waiting() const { return waiting_.load(std::memory_order_relaxed); }

private:
    struct Waiting {
        Job job;
        Done done;
    };

    [[nodiscard]] std::optional<Waiting> take();
    void run();
    void do_one(const Waiting& waiting);

    service::Transactions& transactions_;
    std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> queue_;
    bool stopping_ = false;
    std::atomic<std::size_t> waiting_{0};
    std::thread thread_;
};

} // namespace kintsugi::http
