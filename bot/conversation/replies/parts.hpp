#pragma once
// Parts of which cards are made.

#include "bot/conversation/card.hpp"
#include "bot/conversation/wording.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::conversation {

[[nodiscard]] inline Button button(const Wording& wording, const Reader& reader, std::string_view key,
                                   std::string action, ButtonStyle style = ButtonStyle::plain)
{
    return {wording.word(reader.language, key), std::move(action), style};
}

/// The words for `table`.<key> of each key, with dots between.
[[nodiscard]] std::string words_joined(const Wording& wording, Language language, std::string_view table,
                                       const std::vector<std::string>& keys);

} // namespace kintsugi::conversation
