#pragma once
// The one way out, on libcurl's multi interface. Redirects are not followed and TLS is verified: an address comes from
// the configuration or from a platform, and neither may lead us elsewhere.

#include "bot/service/http_client.hpp"

#include <memory>
#include <string>

namespace kintsugi::adapters {

class CurlClient : public service::HttpClient {
public:
    struct Limits {
        std::chrono::milliseconds connect = std::chrono::seconds{5};
        std::chrono::milliseconds total = std::chrono::seconds{15};
        std::size_t body = 1 << 20; ///< bytes of an answer; a longer one counts as none
        long connections_to_one_host = 8;
        long connections = 64;
    };

    CurlClient();
    explicit CurlClient(Limits limits);
    ~CurlClient() override; ///< gives up what is in flight

    void start(std::int64_t token, const conversation::HttpRequest& request) override;
    [[nodiscard]] std::size_t in_flight() const override;
    [[nodiscard]] std::vector<Finished> poll(std::chrono::milliseconds longest) override;
    void wake() override;

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace kintsugi::adapters
