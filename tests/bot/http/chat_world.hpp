#pragma once
// The web side with a writer over stores in memory and the console as its one platform. What happens to a message is
// for the test to say.

#include "adapters/console.hpp"
#include "adapters/signatures.hpp"
#include "bot/http/webhooks.hpp"
#include "tests/bot/http/raw_client.hpp"
#include "tests/bot/http/running_server.hpp"
#include "tests/fakes/chat_samples.hpp"
#include "tests/fakes/chat_stores.hpp"

#include <memory>

namespace kintsugi::tests {

inline const Instant noon{std::chrono::hours{494'100}}; ///< some day in May 2026

/// Stores the message and answers, once.
inline http::HttpResponse remember(service::Stores& stores, const ConnectionId& connection,
                                   const conversation::Messages& messages, Instant now)
{
    const auto& message = messages.front();
    const auto known = stores.inbox.find(connection, message.event);
    if (known) return known->answer;
    const http::HttpResponse answer{200, {}, "stored " + message.event};
    stores.inbox.record({connection, message.event, "done", answer, 1}, message, CustomerId{}, now);
    return answer;
}

struct ChatWorld {
    ChatWorld()
    {
        auto console = std::make_unique<adapters::ConsolePlatform>("a secret", "http://127.0.0.1:1");
        platform = console.get();
        platforms.emplace(console_id, std::move(console));
    }

    /// Call when gates and intake are set.
    void start(service::Writer::Limits limits = {})
    {
        const auto failed = [](std::string_view) {};
        writer = std::make_unique<service::Writer>(transactions, limits, failed);
        const auto log = [this](std::string_view what) { log_lines.emplace_back(what); };
        door = std::make_unique<http::FrontDoor>(platforms, intake, *writer, metrics, [] { return noon; }, log);
    }

    /// A request as the platform would send it.
    [[nodiscard]] std::string hook(std::string_view body, std::string_view secret = "a secret") const
    {
        http::HttpRequest request{"POST", "/hook/console", {}, std::string{body}};
        adapters::ConsolePlatform{std::string{secret}, ""}.sign(request, noon);
        std::string headers;
        for (const auto& [name, value] : request.headers)
            headers += name + ": " + value + "\r\n";
        return post(request.target, body, headers);
    }

    ChatStores stores;
    ChatTransactions transactions{stores};
    service::Metrics metrics;
    conversation::Platforms platforms;
    adapters::ConsolePlatform* platform = nullptr;
    http::Intake intake{remember, remember};
    std::vector<std::string> log_lines; ///< written on the I/O thread
    std::unique_ptr<service::Writer> writer;
    std::unique_ptr<http::FrontDoor> door;
};

inline std::string said(std::string_view event, std::string_view text = "hi")
{
    return R"({"event":")" + std::string{event} +
           R"(","account":"lin","conversation":"dm:lin","direct":true,"mentioned":false,"text":")" + std::string{text} +
           R"(","press":null,"reply_to":""})";
}

} // namespace kintsugi::tests
