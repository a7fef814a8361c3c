#pragma once
// An HTTP client that answers when it is told to, and remembers what was under way at the same time.

#include "bot/service/http_client.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>

namespace kintsugi::tests {

class ScriptedHttpClient : public service::HttpClient {
public:
    using Request = std::pair<std::int64_t, std::string>; ///< token and target

    void start(std::int64_t token, const conversation::HttpRequest& request) override
    {
        const std::lock_guard lock{mutex_};
        started_.emplace_back(token, request.target);
        under_way_.emplace_back(token, request.target);
        crowded_ = crowded_ || std::ranges::count(under_way_, request.target, &Request::second) > 1;
        if (answers_at_once) finished_.push_back({token, {}});
    }
    std::size_t in_flight() const override
    {
        const std::lock_guard lock{mutex_};
        return under_way_.size();
    }
    std::vector<Finished> poll(std::chrono::milliseconds longest) override
    {
        std::unique_lock lock{mutex_};
        changed_.wait_for(lock, longest, [this] { return woken_ || !finished_.empty(); });
        woken_ = false;
        for (const auto& one : finished_)
            std::erase_if(under_way_, [&](const Request& request) { return request.first == one.token; });
        return std::exchange(finished_, {});
    }
    void wake() override
    {
        const std::lock_guard lock{mutex_};
        woken_ = true;
        changed_.notify_one();
    }

    /// From the test's thread.
    void answer(std::int64_t token, conversation::HttpResponse response)
    {
        const std::lock_guard lock{mutex_};
        finished_.push_back({token, std::move(response)});
        changed_.notify_one();
    }

    /// In the order in which they began.
    [[nodiscard]] std::vector<Request> started() const
    {
        const std::lock_guard lock{mutex_};
        return started_;
    }

    /// Whether two requests to one target ever were under way together.
    [[nodiscard]] bool crowded() const
    {
        const std::lock_guard lock{mutex_};
        return crowded_;
    }

    bool answers_at_once = false; ///< 200; set before the first request

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Request> started_;
    std::vector<Request> under_way_;
    std::vector<Finished> finished_;
    bool woken_ = false;
    bool crowded_ = false;
};

} // namespace kintsugi::tests
