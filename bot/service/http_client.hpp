#pragma once
// The one way out: HTTP requests that adapters composed. Implemented by adapters/curl_client; one thread owns it.

#include "bot/conversation/platform.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

namespace kintsugi::service {

class HttpClient {
public:
    struct Finished {
        std::int64_t token = 0;
        conversation::HttpResponse response; ///< status 0: no answer came
    };

    virtual ~HttpClient() = default;

    /// Begins a request; `token` comes back with its answer.
    virtual void start(std::int64_t token, const conversation::HttpRequest& request) = 0;
    [[nodiscard]] virtual std::size_t in_flight() const = 0;

    /// Waits until something finished, `wake` was called or the time is over.
    [[nodiscard]] virtual std::vector<Finished> poll(std::chrono::milliseconds longest) = 0;

    virtual void wake() = 0; ///< from any thread
};

} // namespace kintsugi::service
