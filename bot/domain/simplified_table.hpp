#pragma once
// Traditional → simplified, ideograph by ideograph (U+4E00 to U+9FFF), from ICU's rules. The table is written while the
// program is built: make_simplified_table.cpp. Used by text_folding.cpp only.

#include <array>
#include <cstddef>

namespace kintsugi::text {

inline constexpr char32_t first_ideograph = 0x4E00;
inline constexpr char32_t last_ideograph = 0x9FFF;
inline constexpr std::size_t ideographs = last_ideograph - first_ideograph + 1;

extern const std::array<char16_t, ideographs> simplified_ideographs;

} // namespace kintsugi::text
