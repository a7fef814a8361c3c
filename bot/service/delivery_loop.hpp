#pragma once
// The thread that sends: asks the writer what is due, hands it to the HTTP client, reports the answers back.

#include "bot/service/delivery.hpp"
#include "bot/service/token_bucket.hpp"
#include "bot/service/writer.hpp"

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace kintsugi::service {

class DeliveryLoop {
public:
    /// All must outlive the loop. `client` belongs to its thread from now on.
    DeliveryLoop(Writer& writer, HttpClient& client, const Knowledge& knowledge, Clock clock);
    ~DeliveryLoop();
    DeliveryLoop(const DeliveryLoop&) = delete;
    DeliveryLoop& operator=(const DeliveryLoop&) = delete;

    void wake(); ///< something may be due now; from any thread
    void stop(); ///< what is in flight is waited for up to a few seconds, the rest stays in the outbox

private:
    void run();
    void ask_for_work();
    void start(std::vector<Prepared> prepared);
    void report(std::vector<HttpClient::Finished> finished);

    Writer& writer_;
    HttpClient& client_;
    const Knowledge& knowledge_;
    Clock clock_;
    std::map<std::string, TokenBucket> buckets_; ///< by connection and destination
    std::set<std::int64_t> in_flight_;
    std::mutex mutex_;
    std::vector<Prepared> prepared_; ///< handed over by the writer; guarded by `mutex_`
    std::atomic<bool> asked_{false};
    std::atomic<bool> woken_{true};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

} // namespace kintsugi::service
