#pragma once
// The adapter of the built-in web chat. Its "platform" is bot/http/console, in the same program; both sides sign with
// the connection's secret, so that the front door treats it like any other. Read by bot/http through ChatPlatform.

#include "bot/conversation/platform.hpp"

#include <chrono>
#include <string>

namespace kintsugi::adapters {

class ConsolePlatform : public conversation::ChatPlatform {
public:
    /// `base_url` is where bot/http/console listens, such as http://127.0.0.1:8080.
    ConsolePlatform(std::string secret, std::string base_url);

    [[nodiscard]] const conversation::Capabilities& capabilities() const override;
    [[nodiscard]] conversation::Received receive(const conversation::HttpRequest& raw, Instant now) const override;
    [[nodiscard]] conversation::HttpResponse acknowledge() const override;
    [[nodiscard]] conversation::HttpRequest compose(const conversation::Card& card, const conversation::Address& to,
                                                    const std::string& key, Instant now) const override;
    [[nodiscard]] conversation::Verdict judge(const conversation::HttpResponse& response) const override;

    /// Adds time and signature: what both sides of this platform do with every request.
    void sign(conversation::HttpRequest& request, Instant now) const;
    [[nodiscard]] bool is_signed(const conversation::HttpRequest& request, Instant now) const;

private:
    [[nodiscard]] std::string signature(std::string_view timestamp, std::string_view body) const;

    std::string secret_;
    std::string base_url_;
};

} // namespace kintsugi::adapters
