#include "bot/http/worker.hpp"

#include <utility>

namespace kintsugi::http {

Worker::Worker(service::Transactions& transactions, std::size_t most_waiting)
    : transactions_(transactions), most_waiting_(most_waiting), thread_([this] { run(); })
{
}

Worker::~Worker()
{
    stop();
    thread_.join();
}

bool Worker::submit(Job job, Done done)
{
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || queue_.size() >= most_waiting_) return false;
        queue_.push_back({std::move(job), std::move(done)});
        waiting_.store(queue_.size(), std::memory_order_relaxed);
    }
    changed_.notify_one();
    return true;
}

void Worker::stop()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_one();
}

std::optional<Worker::Waiting> Worker::take()
{
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return std::nullopt;
    std::optional waiting{std::move(queue_.front())};
    queue_.pop_front();
    waiting_.store(queue_.size(), std::memory_order_relaxed);
    return waiting;
}

void Worker::run()
{
    for (auto waiting = take(); waiting; waiting = take())
        do_one(*waiting);
}

void Worker::do_one(const Waiting& waiting)
{
    std::exception_ptr failure;
    try {
        transactions_.begin();
        waiting.job(transactions_.stores());
        transactions_.commit();
    } catch (const std::exception&) {
        failure = std::current_exception();
        transactions_.rollback();
    }
    waiting.done(failure);
}

} // namespace kintsugi::http
