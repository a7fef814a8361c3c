#include "bot/service/delivery_loop.hpp"

#include <utility>

namespace kintsugi::service {
namespace {

constexpr int most_at_once = 32;
constexpr auto look_again = std::chrono::seconds{1}; ///< for retries that became due
constexpr auto grace = std::chrono::seconds{3};

} // namespace

DeliveryLoop::DeliveryLoop(Writer& writer, HttpClient& client, const Knowledge& knowledge, Metrics& metrics,
                           Clock clock)
    : writer_(writer), client_(client), knowledge_(knowledge), metrics_(metrics), clock_(std::move(clock)),
      thread_([this] { run(); })
{
}

DeliveryLoop::~DeliveryLoop()
{
    stop();
    thread_.join();
    std::unique_lock lock{mutex_};
    idle_.wait(lock, [this] { return jobs_ == 0; }); // they use this object
}

void DeliveryLoop::wake()
{
    woken_ = true;
    client_.wake();
}

void DeliveryLoop::stop()
{
    stopping_ = true;
    client_.wake();
}

void DeliveryLoop::run()
{
    auto last_look = Instant{};
    while (!stopping_) {
        start(take_prepared());
        const auto now = clock_();
        const bool may_ask = !asked_ && in_flight_.size() < most_at_once;
        if (may_ask && (woken_.exchange(false) || now - last_look >= look_again)) {
            last_look = now;
            ask_for_work();
        }
        report(client_.poll(look_again));
    }
    const auto until = clock_() + grace;
    while (client_.in_flight() > 0 && clock_() < until)
        report(client_.poll(std::chrono::milliseconds{100}));
}

void DeliveryLoop::ask_for_work()
{
    std::set<std::int64_t> busy;
    for (const auto& [id, connection] : in_flight_)
        busy.insert(id);
    asked_ = submit(
        [this, busy = std::move(busy)](Stores& stores) {
            auto found = prepare_deliveries(stores, knowledge_, clock_(), busy, most_at_once);
            const std::lock_guard lock{mutex_};
            prepared_ = std::move(found);
        },
        [this] {
            answered_ = true;
            client_.wake();
        });
}

/// `then` runs on the writer's thread with `mutex_` held.
bool DeliveryLoop::submit(Job job, std::function<void()> then)
{
    const std::lock_guard lock{mutex_};
    const bool accepted = writer_.submit_always(std::move(job), [this, then = std::move(then)](JobResult) {
        const std::lock_guard done_lock{mutex_};
        then();
        --jobs_;
        idle_.notify_all();
    });
    if (accepted) ++jobs_;
    return accepted;
}

/// Only then may be asked again: the writer must be told of all that is in flight, or it would give the same once more.
std::vector<Prepared> DeliveryLoop::take_prepared()
{
    const std::lock_guard lock{mutex_};
    if (!std::exchange(answered_, false)) return {};
    asked_ = false;
    return std::exchange(prepared_, {});
}

void DeliveryLoop::start(std::vector<Prepared> prepared)
{
    for (auto& one : prepared) {
        const auto key = one.connection.value() + "\n" + one.destination;
        const auto per_minute = knowledge_.platforms.at(one.connection)->capabilities().messages_per_minute;
        auto& bucket = buckets_.try_emplace(key, per_minute, clock_()).first->second;
        if (in_flight_.contains(one.id) || !bucket.take(clock_())) continue; // it is due again at the next look
        in_flight_.emplace(one.id, one.connection);
        client_.start(one.id, one.request);
    }
}

void DeliveryLoop::report(std::vector<HttpClient::Finished> finished)
{
    for (auto& one : finished) {
        auto connection = in_flight_.extract(one.token).mapped();
        submit(
            [this, connection = std::move(connection), one = std::move(one)](Stores& stores) {
                count(connection, complete_delivery(stores, knowledge_, one.token, one.response, clock_()));
            },
            [this] { wake(); });
    }
}

void DeliveryLoop::count(const ConnectionId& connection, std::optional<conversation::Delivery> delivery)
{
    using enum conversation::Delivery;
    if (delivery == sent) metrics_.count(Metric::outbox_sent, {connection.value()});
    if (delivery == refused || delivery == gone) metrics_.count(Metric::outbox_failed, {connection.value()});
}

} // namespace kintsugi::service
