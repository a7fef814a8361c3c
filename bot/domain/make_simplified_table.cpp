// Runs while the program is built: writes the simplified form of every ideograph as a C++ table. ICU needs its rules
// for that, which take 20 ms and some megabytes to load; the program that ships starts without them.

#include <unicode/translit.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

namespace {

constexpr UChar32 first_ideograph = 0x4E00;
constexpr UChar32 last_ideograph = 0x9FFF;

/// Each ideograph alone in a line, so that no rule about phrases makes two of one or one of two.
std::vector<char16_t> simplify_all(const icu::Transliterator& transliterator)
{
    icu::UnicodeString lines;
    for (auto c = first_ideograph; c <= last_ideograph; ++c)
        lines.append(c).append(u'\n');
    transliterator.transliterate(lines);
    std::vector<char16_t> simplified;
    for (int32_t at = 0; at < lines.length(); at = lines.indexOf(u'\n', at) + 1)
        simplified.push_back(lines[at]);
    // 苧 and 苎 are each other's simplified form: the first stands for both, so that folding twice is folding once.
    for (auto& c : simplified)
        if (c >= first_ideograph && c <= last_ideograph)
            c = std::min(c, simplified[static_cast<std::size_t>(c - first_ideograph)]);
    return simplified;
}

} // namespace

int main()
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator{
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status)};
    if (transliterator == nullptr) {
        std::cerr << "ICU has no Traditional-Simplified data\n";
        return 1;
    }
    std::cout << "#include \"bot/domain/simplified_table.hpp\"\n\n"
              << "const std::array<char16_t, kintsugi::text::ideographs> kintsugi::text::simplified_ideographs{\n";
    for (const auto c : simplify_all(*transliterator))
        std::cout << static_cast<unsigned>(c) << ",\n";
    std::cout << "};\n";
    return 0;
}
