#include "bot/service/timed/timer.hpp"

#include "bot/service/intake.hpp"
#include "bot/service/timed/tick.hpp"

#include <memory>
#include <utility>

namespace kintsugi::service {
namespace {

constexpr auto interval = std::chrono::seconds{1};
constexpr int most_retries = 20;

using Kept = std::pair<InboxEntry, conversation::Message>;

} // namespace

Timer::Timer(Writer& writer, const Knowledge& knowledge, Clock clock, std::function<void()> something_to_send)
    : writer_(writer), knowledge_(knowledge), clock_(std::move(clock)),
      something_to_send_(std::move(something_to_send)), thread_([this](const std::stop_token& stop) { run(stop); })
{
}

void Timer::stop()
{
    thread_.request_stop();
}

void Timer::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        if (!looking_.exchange(true)) {
            look();
            retry_kept();
        }
        std::unique_lock lock{mutex_};
        wakened_.wait_for(lock, stop, interval, [] { return false; });
    }
}

void Timer::look()
{
    auto ticked = std::make_shared<Ticked>();
    Job job = [this, ticked](Stores& stores) { *ticked = tick(stores, knowledge_, clock_()); };
    JobDone done = [this, ticked](JobResult result) {
        if (result == JobResult::committed && ticked->done > 0) something_to_send_();
        if (result == JobResult::committed && ticked->more) return look();
        looking_ = false;
    };
    if (!writer_.submit_always(std::move(job), std::move(done))) looking_ = false;
}

/// Each attempt is a job of its own, so that one that fails takes nothing else with it.
void Timer::retry_kept()
{
    auto kept = std::make_shared<std::vector<Kept>>();
    Job find = [this, kept](Stores& stores) { *kept = stores.inbox.to_retry(clock_(), most_retries); };
    writer_.submit_always(std::move(find), [this, kept](JobResult) {
        for (const auto& one : *kept) {
            Job attempt = [this, one](Stores& stores) { retry(stores, knowledge_, one.first, one.second, clock_()); };
            writer_.submit_always(std::move(attempt), [this, one](JobResult result) {
                if (result == JobResult::committed) return something_to_send_();
                Job count = [this, one](Stores& stores) { retry_failed(stores, one.first, one.second, clock_()); };
                writer_.submit_always(std::move(count), [](JobResult) {});
            });
        }
    });
}

} // namespace kintsugi::service
