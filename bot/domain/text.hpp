#pragma once
// Text as people write it. A std::string here holds valid UTF-8; it is checked once, where it enters.
// Lengths are in code points.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::text {

/// Well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

[[nodiscard]] std::size_t length(std::string_view utf8);

/// The first `most` code points; where something was cut, the last of them is an ellipsis.
[[nodiscard]] std::string clip(std::string_view utf8, std::size_t most);

[[nodiscard]] std::u32string decode(std::string_view utf8);
[[nodiscard]] std::string encode(std::u32string_view code_points);
void append(std::string& utf8, char32_t code_point);

/// What tolerant reading compares: compatibility forms folded (full width, circled digits), letters in lower case,
/// traditional Chinese as simplified, format characters and emoji dropped, runs of white space as one space.
/// Line breaks stay.
[[nodiscard]] std::string fold(std::string_view utf8);

/// The same for matching at a place: one code point for one code point, so that places stay. Letter case, width and
/// traditional forms are folded; nothing is dropped.
[[nodiscard]] std::u32string narrow(std::u32string_view code_points);

[[nodiscard]] std::string_view trim(std::string_view utf8); ///< ASCII white space and U+3000 at both ends
[[nodiscard]] bool is_ideograph(char32_t code_point);       ///< CJK unified ideographs and their extensions
[[nodiscard]] bool has_ideographs(std::string_view utf8);
[[nodiscard]] bool is_latin_or_digit(char32_t code_point); ///< ASCII letters and digits, Latin with diacritics
[[nodiscard]] std::vector<std::string_view> lines(std::string_view utf8);
/// Sentences and lines in order, each with its closing mark, trimmed, none empty.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view utf8);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

} // namespace kintsugi::text
