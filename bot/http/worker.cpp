#include "bot/http/worker.hpp"

#include <utility>

namespace kintsugi::http {

Worker::Worker(service::Stores& stores, std::size_t most_waiting)
    : stores_(stores), most_waiting_(most_waiting), thread_([this] { run(); })
{
}

Worker::~Worker()
{
    stop();
    thread_.join();
}

bool Worker::submit(Job job)
{
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || queue_.size() >= most_waiting_) return false;
        queue_.push_back(std::move(job));
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

Worker::Job Worker::take()
{
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return {};
    auto job = std::move(queue_.front());
    queue_.pop_front();
    waiting_.store(queue_.size(), std::memory_order_relaxed);
    return job;
}

void Worker::run()
{
    for (auto job = take(); job; job = take())
        job(stores_);
}

} // namespace kintsugi::http
