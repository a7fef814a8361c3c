#pragma once
// A chat platform as a pure translator: bytes in → neutral messages, neutral card → request out, response → verdict.
// It does no I/O and decides nothing of ours; what a channel can do it declares. STYLE.md, section 11.

#include "bot/conversation/card.hpp"
#include "bot/conversation/message.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kintsugi::conversation {

/// Header names in lower case.
struct HttpRequest {
    std::string method = "POST";
    std::string target; ///< incoming: path and query; outgoing: absolute URL
    std::map<std::string, std::string> headers;
    std::string body;
};

struct HttpResponse {
    int status = 200; ///< 0: no answer came (time-out, connection, TLS)
    std::map<std::string, std::string> headers;
    std::string body;

    friend bool operator==(const HttpResponse&, const HttpResponse&) = default;
};

/// What the core may expect of a channel. PRODUCT.md, section 10.
struct Capabilities {
    bool buttons = true;
    bool posts_unattended = true; ///< false: a person has to confirm each post to a group
    bool recalls = false;
    std::size_t longest_text = 4000; ///< code points
    int messages_per_minute = 0;     ///< per destination; 0: unlimited
};

/// A request that is not one: `why` is a code for the log, the answer carries no detail.
struct Rejected {
    int status = 401;
    std::string why;
};

/// The platform checks that the URL is ours.
struct Challenge {
    HttpResponse answer;
};

/// Verified and understood as a delivery; may be empty (an event that concerns nobody here).
using Messages = std::vector<Message>;
using Received = std::variant<Messages, Challenge, Rejected>;

enum class Delivery { sent, later, gone, refused };

struct Verdict {
    Delivery delivery = Delivery::sent;
    std::optional<Milliseconds> retry_after{}; ///< the platform's own wish
    std::string why{};                         ///< code for the log and the report of what was not sent
};

class ChatPlatform {
public:
    virtual ~ChatPlatform() = default;

    [[nodiscard]] virtual const Capabilities& capabilities() const = 0;

    /// Verification comes first and works on the raw bytes.
    [[nodiscard]] virtual Received receive(const HttpRequest& raw, Instant now) const = 0;

    /// The answer to a delivery that was stored.
    [[nodiscard]] virtual HttpResponse acknowledge() const = 0;

    /// `key` is the idempotency key: the same for every attempt.
    [[nodiscard]] virtual HttpRequest compose(const Card& card, const Address& to, const std::string& key,
                                              Instant now) const = 0;

    [[nodiscard]] virtual Verdict judge(const HttpResponse& response) const = 0;

protected:
    ChatPlatform() = default;
    ChatPlatform(const ChatPlatform&) = default;
    ChatPlatform& operator=(const ChatPlatform&) = default;
};

using Platforms = std::map<ConnectionId, std::unique_ptr<ChatPlatform>>;

} // namespace kintsugi::conversation
