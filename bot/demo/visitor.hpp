#pragma once
// Somebody at the web chat, as a browser would be: what they say and press goes through the server's front door, what
// they see is what arrived there. For one thread.

#include "adapters/curl_client.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kintsugi::demo {

/// A message of the bot, as the page shows it.
struct Shown {
    std::int64_t key = 0; ///< grows with time
    std::string first_line;
    std::string text; ///< all that can be read, line by line
    std::vector<std::string> buttons;
};

class Visitor {
public:
    explicit Visitor(std::string url) : url_(std::move(url)) {}

    /// Throws std::runtime_error where the server does not take it.
    void say(const std::string& who, const std::string& conversation, const std::string& text);
    /// `button` counts from 1.
    void press(const std::string& who, const std::string& conversation, std::int64_t card, int button);

    /// Oldest first.
    [[nodiscard]] std::vector<Shown> seen(const std::string& who, const std::string& conversation);

private:
    [[nodiscard]] std::string ask(const std::string& who, const std::string& method, const std::string& path,
                                  const std::string& body);
    [[nodiscard]] std::string exchange(conversation::HttpRequest request);
    [[nodiscard]] std::string next_event() { return "story-" + std::to_string(++events_); }

    std::string url_;
    adapters::CurlClient client_;
    int events_ = 0;
};

} // namespace kintsugi::demo
