#pragma once
// What is open between one person and the bot in one conversation, as stored state: the numbered choices of the last
// card, what the next message is to fill in, and which case was touched. Survives a restart. PRODUCT.md, 6 and 6.2.

#include "bot/conversation/card.hpp"
#include "bot/conversation/order.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kintsugi::conversation {

inline constexpr auto choices_last = std::chrono::minutes{30};
inline constexpr auto touched_lasts = std::chrono::minutes{30};
inline constexpr std::size_t most_touched = 5;
inline constexpr int most_choices = 9; ///< choices are single digits

struct Touched {
    CaseId of;
    Instant at{};

    friend bool operator==(const Touched&, const Touched&) = default;
};

struct Dialog {
    std::vector<Button> choices; ///< of the last card, in the order of their numbers
    int first_choice = 1;        ///< number of the first one
    Instant choices_until{};
    std::string pending; ///< action that waits for the next message; empty if none
    Instant pending_until{};
    PrivateText held;             ///< a text of the person that waits for a choice
    std::vector<Touched> touched; ///< newest first, one entry per case
    std::optional<CauseId> last_cause;
    std::optional<PublicationId> last_publication;

    friend bool operator==(const Dialog&, const Dialog&) = default;
};

/// The action behind choice `number`; nothing if there is none or it is too late.
[[nodiscard]] std::optional<std::string> choice(const Dialog& dialog, int number, Instant now);

void offer(Dialog& dialog, const Card& card, Instant now);
void wait_for(Dialog& dialog, std::string action, Instant now);
void touch(Dialog& dialog, CaseId id, Instant now);

/// The action that waits; taken out of the dialog. Nothing if none waits or it is too late.
[[nodiscard]] std::optional<std::string> take_pending(Dialog& dialog, Instant now);

/// Cases touched recently, newest first.
[[nodiscard]] std::vector<CaseId> touched_recently(const Dialog& dialog, Instant now);

} // namespace kintsugi::conversation
