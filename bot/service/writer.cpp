#include "bot/service/writer.hpp"

#include <exception>
#include <limits>
#include <utility>

namespace kintsugi::service {
namespace {

JobResult run_one(Transactions& transactions, const Job& job, const JobFailure& failed)
{
    transactions.begin_job();
    try {
        job(transactions.stores());
        transactions.end_job();
        return JobResult::committed;
    } catch (const std::exception& error) {
        transactions.undo_job();
        failed(error.what());
        return JobResult::failed;
    }
}

} // namespace

std::vector<JobResult> run_together(Transactions& transactions, std::span<const Job> jobs, const JobFailure& failed)
{
    std::vector<JobResult> results;
    results.reserve(jobs.size());
    try {
        transactions.begin();
        for (const auto& job : jobs)
            results.push_back(run_one(transactions, job, failed));
        transactions.commit();
    } catch (const std::exception& error) {
        transactions.rollback();
        failed(error.what());
        results.assign(jobs.size(), JobResult::failed);
    }
    return results;
}

Writer::Writer(Transactions& transactions, Limits limits, JobFailure failed)
    : transactions_(transactions), limits_(limits), failed_(std::move(failed)), thread_([this] { run(); })
{
}

Writer::~Writer()
{
    stop();
    thread_.join();
}

bool Writer::submit(Job job, JobDone done)
{
    return enqueue(std::move(job), std::move(done), limits_.queue);
}

bool Writer::submit_always(Job job, JobDone done)
{
    return enqueue(std::move(job), std::move(done), std::numeric_limits<std::size_t>::max());
}

void Writer::stop()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_one();
}

bool Writer::enqueue(Job job, JobDone done, std::size_t most)
{
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || queue_.size() >= most) return false;
        queue_.push_back({std::move(job), std::move(done)});
        waiting_.store(queue_.size(), std::memory_order_relaxed);
    }
    changed_.notify_one();
    return true;
}

std::vector<Writer::Waiting> Writer::take()
{
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    std::vector<Waiting> batch;
    while (!queue_.empty() && batch.size() < limits_.batch) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    waiting_.store(queue_.size(), std::memory_order_relaxed);
    return batch;
}

void Writer::run()
{
    for (auto batch = take(); !batch.empty(); batch = take())
        commit(std::move(batch));
}

void Writer::commit(std::vector<Waiting> batch)
{
    std::vector<Job> jobs;
    jobs.reserve(batch.size());
    for (auto& waiting : batch)
        jobs.push_back(std::move(waiting.job));
    const auto results = run_together(transactions_, jobs, failed_);
    commits_.fetch_add(1, std::memory_order_relaxed);
    jobs_.fetch_add(jobs.size(), std::memory_order_relaxed);
    for (std::size_t i = 0; i < batch.size(); ++i)
        if (batch[i].done) batch[i].done(results[i]);
}

} // namespace kintsugi::service
