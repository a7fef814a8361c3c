#pragma once
// Reads words and numbers of a time phrase from a place on. Used by time_phrases.cpp only.

#include "bot/conversation/time_phrases.hpp"

#include <optional>
#include <string_view>

namespace kintsugi::conversation {

/// Every `take_…` moves the place only when it succeeds. `text` is narrow and outlives the reader, as `words` does.
class TimeReader {
public:
    using Words = std::map<std::u32string, int>;

    TimeReader(std::u32string_view text, std::size_t at, const TimeWords& words) : text_(text), at_(at), words_(words)
    {
    }

    [[nodiscard]] std::size_t at() const { return at_; }
    void back_to(std::size_t at) { at_ = at; }

    /// The longest word of `words` here; Latin words only as wholes.
    std::optional<int> take_word(const Words& words);
    std::optional<int> take_number(std::size_t most_digits = 4);
    bool take(char32_t c);

private:
    void skip_spaces();
    std::optional<int> take_numeral();
    std::optional<int> take_numeral_digit();
    [[nodiscard]] bool stands_here(const std::u32string& word) const;

    std::u32string_view text_;
    std::size_t at_;
    const TimeWords& words_;
};

} // namespace kintsugi::conversation
