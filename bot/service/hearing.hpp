#pragma once
// From what was heard to what is done: choices, what was asked for, orders, questions, words without an order.
// PRODUCT.md, section 6.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

void hear_text(Turn& turn, const PrivateText& text);

/// `card` is the one whose button was pressed, if it is one of ours and lies in this conversation.
void hear_press(Turn& turn, const std::optional<OutboxItem>& card, const conversation::Press& press);

/// Carries out one order and answers; a refusal is said.
void carry_out(Turn& turn, const conversation::Order& order);

/// An action of a button or a choice: an order, or the question for what is missing.
void carry_out_action(Turn& turn, const std::string& action);

} // namespace kintsugi::service
