#pragma once
// The writing side of the database as a queue of jobs. One thread takes every job that waits, runs each in a savepoint
// of one transaction, commits once and only then says that they are done: durable before acknowledged, and the cost of
// one fsync is shared. DESIGN.md, section 4.

#include "bot/service/stores.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kintsugi::service {

enum class JobResult {
    committed, ///< durable
    failed     ///< it threw, or the commit did; nothing of it is stored
};

using Job = std::function<void(Stores&)>;
using JobDone = std::function<void(JobResult)>; ///< on the writer's thread; must not throw or block

/// `failed` says why a job was rolled back; the text is for the log.
using JobFailure = std::function<void(std::string_view)>;

/// Runs the jobs in one transaction on the calling thread. Used by the writer, and directly by tests and commands.
[[nodiscard]] std::vector<JobResult> run_together(Transactions& transactions, std::span<const Job> jobs,
                                                  const JobFailure& failed);

class Writer {
public:
    struct Limits {
        std::size_t queue = 1024; ///< jobs that may wait; more are turned away
        std::size_t batch = 128;  ///< jobs in one commit
    };

    /// `transactions` must outlive the writer and belongs to its thread from now on.
    Writer(Transactions& transactions, Limits limits, JobFailure failed);
    ~Writer(); ///< `stop`, then waits
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// From any thread. False if the queue is full or the writer stops: the caller answers 503.
    [[nodiscard]] bool submit(Job job, JobDone done);

    /// Like `submit`, for our own work that must not be turned away; false only when the writer stops.
    bool submit_always(Job job, JobDone done);

    /// Runs what waits, then ends. Later jobs are turned away.
    void stop();

    [[nodiscard]] std::size_t waiting() const { return waiting_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t commits() const { return commits_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t jobs() const { return jobs_.load(std::memory_order_relaxed); }

private:
    struct Waiting {
        Job job;
        JobDone done;
    };

    bool enqueue(Job job, JobDone done, std::size_t most);
    [[nodiscard]] std::vector<Waiting> take();
    void run();
    void commit(std::vector<Waiting> batch);

    Transactions& transactions_;
    Limits limits_;
    JobFailure failed_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> queue_;
    bool stopping_ = false;
    std::atomic<std::size_t> waiting_{0};
    std::atomic<std::uint64_t> commits_{0};
    std::atomic<std::uint64_t> jobs_{0};
    std::thread thread_;
};

} // namespace kintsugi::service
