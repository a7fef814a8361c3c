#pragma once
// A platform for scenes, with buttons or text only. Its wire form is simple enough to be read back by the stage.

#include "bot/conversation/platform.hpp"

namespace kintsugi::tests {

class ScenePlatform final : public conversation::ChatPlatform {
public:
    explicit ScenePlatform(bool buttons);

    [[nodiscard]] const conversation::Capabilities& capabilities() const override { return capabilities_; }
    [[nodiscard]] conversation::Received receive(const conversation::HttpRequest& raw, Instant now) const override;
    [[nodiscard]] conversation::HttpResponse acknowledge() const override;
    [[nodiscard]] conversation::HttpRequest compose(const conversation::Card& card, const conversation::Address& to,
                                                    const std::string& key, Instant now) const override;
    [[nodiscard]] conversation::Verdict judge(const conversation::HttpResponse& response) const override;

private:
    conversation::Capabilities capabilities_;
};

/// What reached a conversation.
struct Arrived {
    std::string conversation;
    std::string key;
    std::string kind;
    std::string text;                 ///< all that can be read, buttons included
    std::vector<std::string> buttons; ///< labels, in order
    int first = 1;                    ///< number of the first one
    Instant at{};
};

[[nodiscard]] Arrived read_sent(const conversation::HttpRequest& request, Instant at);

/// The bytes of one delivery: fields line by line, the text last.
struct Sent {
    std::string event, account, conversation;
    bool direct = true;
    bool addressed = true;
    std::string card; ///< pressed
    int button = 0;
    std::string text;
};
[[nodiscard]] conversation::HttpRequest to_request(const Sent& sent);

} // namespace kintsugi::tests
