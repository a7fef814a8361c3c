#pragma once
// Finds the numbers of things in folded text: k-1042, k1042, #1042, 案1042, r-31, p-19, c-3, t-7, 这个. PRODUCT.md,
// section 2.

#include "bot/conversation/order.hpp"

#include <string>
#include <string_view>

namespace kintsugi::conversation {

struct FoundReferences {
    References refs;
    std::string rest; ///< the text without them
    bool any = false;
};

/// `text` may have any letter case and width; `rest` keeps the original writing.
[[nodiscard]] FoundReferences take_references(std::string_view text);

/// Code points of 这个 or "this one" at the front of narrow text; 0 if something else stands there.
[[nodiscard]] std::size_t pronoun_length(std::u32string_view narrow);

/// What is named later wins; a further case is the second one.
void add_references(References& into, const References& more);

} // namespace kintsugi::conversation
