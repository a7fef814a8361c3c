#pragma once
// A piece of a message under the reader's finger: source and narrowed form in step. Used by the grammar's sources only.

#include "bot/conversation/grammar_words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::conversation {

class Piece {
public:
    explicit Piece(std::string_view text);
    Piece(std::u32string source, std::u32string narrow) : source_(std::move(source)), narrow_(std::move(narrow)) {}

    [[nodiscard]] bool empty() const { return narrow_.empty(); }
    [[nodiscard]] std::size_t size() const { return narrow_.size(); }
    [[nodiscard]] const std::u32string& narrow() const { return narrow_; }
    [[nodiscard]] std::string written() const; ///< UTF-8 of the source, trimmed

    [[nodiscard]] Piece from(std::size_t at) const { return part(at, std::u32string::npos); }
    [[nodiscard]] Piece part(std::size_t at, std::size_t count) const;

    /// Spaces and light punctuation (，、：) off the front.
    void skip_lightly();
    void drop(std::size_t count);

    /// The longest of `words` that stands at the front, with a word border behind it where it is Latin; null if none.
    [[nodiscard]] const std::u32string* leading(const Words32& words) const;
    [[nodiscard]] bool ends_with_any(const Words32& words) const;
    [[nodiscard]] bool contains_any(const Words32& words) const;

    /// Cuts trailing full stops, exclamation marks, emoji and spaces.
    void trim_end(const Words32& ends);

private:
    std::u32string source_;
    std::u32string narrow_;
};

/// Latin words match whole; ideographs have no borders.
[[nodiscard]] bool stands_at(std::u32string_view text, std::size_t at, std::u32string_view word);

/// A run without space or punctuation; digits stand alone (8分 → 8, 分). Lengths are in code points.
struct Token {
    std::size_t at;
    std::size_t length;
};

[[nodiscard]] std::vector<Token> tokens_of(const Piece& piece);

/// The value of a token that is a number of at most six digits; longer runs are order numbers and the like.
[[nodiscard]] std::optional<int> number_in(const Piece& piece, const Token& token);

[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_border(char32_t c); ///< what may follow a command word: space, punctuation, digit, reference sign

} // namespace kintsugi::conversation
