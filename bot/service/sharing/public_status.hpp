#pragma once
// What a community member may ask: where does 208 stand? PRODUCT.md, 7.7.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

/// The number of an alias in a text, if it is one that was published.
[[nodiscard]] std::optional<int> alias_in(Work& work, const conversation::Order& order);
[[nodiscard]] bool names_an_alias(Turn& turn, const conversation::Order& order);

Outcome<void> show_public_status(Turn& turn, const conversation::Order& order);

/// A member wrote something that is no order: it goes to the responsible colleague, not into a debate.
void take_comment(Turn& turn, const PrivateText& text);

} // namespace kintsugi::service
