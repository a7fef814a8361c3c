#pragma once
// The thread that looks once a second whether something is due: timed work, and kept messages that want another try.
// It computes nothing itself and remembers nothing: what is due stands in the stores.

#include "bot/service/knowledge.hpp"
#include "bot/service/writer.hpp"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kintsugi::service {

class Timer {
public:
    /// All must outlive the timer. `something_to_send` is called on the writer's thread after work was done.
    Timer(Writer& writer, const Knowledge& knowledge, Clock clock, std::function<void()> something_to_send);

    void stop(); ///< looks no more; what was handed to the writer is done there

private:
    void run(const std::stop_token& stop);
    void look();
    void retry_kept();

    Writer& writer_;
    const Knowledge& knowledge_;
    Clock clock_;
    std::function<void()> something_to_send_;
    std::atomic<bool> looking_{false}; ///< the last look is not over yet
    std::mutex mutex_;
    std::condition_variable_any wakened_;
    std::jthread thread_;
};

} // namespace kintsugi::service
