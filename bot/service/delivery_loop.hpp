#pragma once
// The thread that sends: asks the writer what is due, hands it to the HTTP client, reports the answers back.

#include "bot/service/delivery.hpp"
#include "bot/service/metrics.hpp"
#include "bot/service/token_bucket.hpp"
#include "bot/service/writer.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace kintsugi::service {

class DeliveryLoop {
public:
    /// All must outlive the loop. `client` belongs to its thread from now on.
    DeliveryLoop(Writer& writer, HttpClient& client, const Knowledge& knowledge, Metrics& metrics, Clock clock);
    ~DeliveryLoop(); ///< `stop`, then waits for its jobs: the writer must still run or have run all
    DeliveryLoop(const DeliveryLoop&) = delete;
    DeliveryLoop& operator=(const DeliveryLoop&) = delete;

    void wake(); ///< something may be due now; from any thread
    void stop(); ///< what is in flight is waited for up to a few seconds, the rest stays in the outbox

private:
    void run();
    void ask_for_work();
    [[nodiscard]] std::vector<Prepared> take_prepared();
    bool submit(Job job, std::function<void()> then);
    void start(std::vector<Prepared> prepared);
    void report(std::vector<HttpClient::Finished> finished);
    void count(const ConnectionId& connection, std::optional<conversation::Delivery> delivery);

    Writer& writer_;
    HttpClient& client_;
    const Knowledge& knowledge_;
    Metrics& metrics_;
    Clock clock_;
    std::map<std::string, TokenBucket> buckets_;     ///< by connection and destination
    std::map<std::int64_t, ConnectionId> in_flight_; ///< by outbox row
    std::mutex mutex_;
    std::condition_variable idle_;
    int jobs_ = 0;                   ///< that the writer has not done yet; guarded by `mutex_`
    std::vector<Prepared> prepared_; ///< handed over by the writer; guarded by `mutex_`
    bool answered_ = false;          ///< the writer did what was asked; guarded by `mutex_`
    bool asked_ = false;             ///< the writer is looking, or its answer was not taken yet
    std::atomic<bool> woken_{true};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

} // namespace kintsugi::service
