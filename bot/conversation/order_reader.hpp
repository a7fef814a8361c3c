#pragma once
// Reads one order from one piece of a message. Used by the grammar only.

#include "bot/conversation/grammar_words.hpp"
#include "bot/conversation/order.hpp"
#include "bot/conversation/order_details.hpp"
#include "bot/conversation/piece.hpp"

#include <optional>

namespace kintsugi::conversation {

class OrderReader {
public:
    /// `words` and `zone` must outlive the reader.
    OrderReader(const GrammarWords& words, Instant now, const Zone& zone) : words_(words), details_(words, now, zone) {}

    /// What the piece says; nothing if it does not begin like an order.
    [[nodiscard]] std::optional<Utterance> read(Piece piece) const;

    [[nodiscard]] bool begins_order(Piece piece) const;

    /// Its verb takes the whole rest of the message as content.
    [[nodiscard]] bool begins_verbatim(Piece piece) const;

    /// 她说：… at the front.
    [[nodiscard]] std::optional<FreeText> users_words(Piece piece) const;

private:
    struct Head; ///< what stands before and with the verb

    [[nodiscard]] std::optional<Head> read_head(Piece piece) const;
    [[nodiscard]] const Alias* alias_at_front(const Piece& piece) const;
    bool take_question_end(Piece& rest, Order& order) const;
    [[nodiscard]] std::optional<Choices> choices(const Piece& piece) const;
    void strip_polite(Piece& piece) const;

    const GrammarWords& words_;
    OrderDetails details_;
};

} // namespace kintsugi::conversation
