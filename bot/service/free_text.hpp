#pragma once
// Words without an order: the rest of what was asked for, a pasted complaint, the user's own words, news, or nothing
// that we understand. PRODUCT.md, section 6 and 6.2.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

void hear_free_text(Turn& turn, const conversation::FreeText& words);

/// Asks the person for what an order lacks; their next message fills it in.
void ask_for_rest(Turn& turn, const conversation::Order& order);

/// If something was asked for: takes the text as the answer. False if nothing waits.
bool fill_pending(Turn& turn, const PrivateText& text);
bool fill_pending_reference(Turn& turn, const conversation::References& refs);

} // namespace kintsugi::service
