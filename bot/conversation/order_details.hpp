#pragma once
// Reads what follows the verb of an order: numbers of things, reason, people, time, level, what is left. Used by the
// order reader and, for what was missing, by the grammar.

#include "bot/conversation/grammar_words.hpp"
#include "bot/conversation/order.hpp"
#include "bot/conversation/piece.hpp"

namespace kintsugi::conversation {

class OrderDetails {
public:
    /// `words` and `zone` must outlive it.
    OrderDetails(const GrammarWords& words, Instant now, const Zone& zone) : words_(words), now_(now), zone_(zone) {}

    /// What the order knew before stays where `rest` names nothing.
    [[nodiscard]] Order fill(Order order, Piece rest) const;

    /// 了, 吧, it, now … off the front.
    void strip_particles(Piece& rest) const;

private:
    void take_reason(Piece& rest, Order& order) const;
    void take_time(Piece& rest, Order& order) const;
    void take_people(Piece& rest, Order& order) const;
    void take_tokens(Piece& rest, Order& order) const;

    const GrammarWords& words_;
    Instant now_;
    const Zone& zone_;
};

} // namespace kintsugi::conversation
