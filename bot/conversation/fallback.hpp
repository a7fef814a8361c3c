#pragma once
// A card as text, for channels without buttons: numbered choices in their place, so that text is complete.
// PRODUCT.md, ground rule 5 and section 10.

#include "bot/conversation/card.hpp"

#include <string>
#include <vector>

namespace kintsugi::conversation {

[[nodiscard]] std::string to_text(const Card& card);

/// "1 看话术 · 2 改级别"; empty for a card without buttons.
[[nodiscard]] std::string typed_choices(const Card& card);

/// Parts of at most `most` code points, cut at lines where possible, never inside a character.
[[nodiscard]] std::vector<std::string> split_text(const std::string& text, std::size_t most);

} // namespace kintsugi::conversation
