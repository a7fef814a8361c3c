#include "bot/service/delivery_loop.hpp"

#include <utility>

namespace kintsugi::service {
namespace {

constexpr int most_at_once = 32;
constexpr auto look_again = std::chrono::seconds{1}; ///< for retries that became due
constexpr auto grace = std::chrono::seconds{3};

} // namespace

DeliveryLoop::DeliveryLoop(Writer& writer, HttpClient& client, const Knowledge& knowledge, Clock clock)
    : writer_(writer), client_(client), knowledge_(knowledge), clock_(std::move(clock)), thread_([this] { run(); })
{
}

DeliveryLoop::~DeliveryLoop()
{
    stop();
    thread_.join();
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
        const auto now = clock_();
        if (woken_.exchange(false) || now - last_look >= look_again) {
            last_look = now;
            ask_for_work();
        }
        std::vector<Prepared> prepared;
        {
            const std::lock_guard lock{mutex_};
            prepared.swap(prepared_);
        }
        start(std::move(prepared));
        report(client_.poll(look_again));
    }
    const auto until = clock_() + grace;
    while (client_.in_flight() > 0 && clock_() < until)
        report(client_.poll(std::chrono::milliseconds{100}));
}

void DeliveryLoop::ask_for_work()
{
    if (in_flight_.size() >= most_at_once || asked_.exchange(true)) return;
    auto busy = in_flight_;
    const bool accepted = writer_.submit_always(
        [this, busy = std::move(busy)](Stores& stores) {
            auto found = prepare_deliveries(stores, knowledge_, clock_(), busy, most_at_once);
            const std::lock_guard lock{mutex_};
            prepared_ = std::move(found);
        },
        [this](JobResult) {
            asked_ = false;
            client_.wake();
        });
    if (!accepted) asked_ = false;
}

void DeliveryLoop::start(std::vector<Prepared> prepared)
{
    for (auto& one : prepared) {
        const auto key = one.connection.value() + "\n" + one.destination;
        const auto per_minute = knowledge_.platforms.at(one.connection)->capabilities().messages_per_minute;
        auto& bucket = buckets_.try_emplace(key, per_minute, clock_()).first->second;
        if (in_flight_.contains(one.id) || !bucket.take(clock_())) continue; // it is due again at the next look
        in_flight_.insert(one.id);
        client_.start(one.id, one.request);
    }
}

void DeliveryLoop::report(std::vector<HttpClient::Finished> finished)
{
    for (auto& one : finished) {
        in_flight_.erase(one.token);
        writer_.submit_always(
            [this, one = std::move(one)](Stores& stores) {
                complete_delivery(stores, knowledge_, one.token, one.response, clock_());
            },
            [this](JobResult) { wake(); });
    }
}

} // namespace kintsugi::service
