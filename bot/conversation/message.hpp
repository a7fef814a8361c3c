#pragma once
// What a platform's adapter makes of an incoming request: neutral, verified, not yet understood.

#include "bot/domain/ids.hpp"
#include "bot/domain/private_text.hpp"
#include "bot/domain/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kintsugi::conversation {

/// Where something is said or sent, in the words of one platform.
struct Address {
    std::string conversation; ///< the platform's id of a room or of the direct conversation with a person
    bool direct = true;       ///< between one person and the bot

    friend bool operator==(const Address&, const Address&) = default;
};

/// A button of a card that we sent.
struct Press {
    std::string card; ///< key under which the card was sent (outbox)
    int button = 0;   ///< from 1

    friend bool operator==(const Press&, const Press&) = default;
};

struct Message {
    std::string event;   ///< the platform's id of this delivery; the same in a repetition
    std::string account; ///< the platform's id of the sender, verified
    Address at;
    bool addressed = false; ///< direct, or the bot was mentioned or replied to
    PrivateText text;       ///< mention stripped
    std::optional<Press> press;
    std::string reply_to; ///< key of the card that is quoted; empty if none

    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace kintsugi::conversation
