#include "bot/domain/simplified_table.hpp"
#include "bot/domain/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace kintsugi::text {
namespace {

bool is_plain_ascii(std::string_view utf8)
{
    return std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Zero-width and other format characters, variation selectors, keycaps and pictographs carry no order.
bool is_decoration(UChar32 c)
{
    return u_charType(c) == U_FORMAT_CHAR || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x20E3 ||
           (c > 0x7F && u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)) || (c >= 0x1F000 && c <= 0x1FAFF);
}

const icu::Normalizer2& compatibility_case_folding()
{
    UErrorCode status = U_ZERO_ERROR;
    static const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (normalizer == nullptr) throw std::runtime_error{"ICU has no NFKC data"};
    return *normalizer;
}

char32_t simplified(char32_t c)
{
    return c < first_ideograph || c > last_ideograph ? c : simplified_ideographs[c - first_ideograph];
}

icu::UnicodeString without_decoration(const icu::UnicodeString& source)
{
    icu::UnicodeString kept;
    for (int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1))
        if (const auto c = source.char32At(i); !is_decoration(c)) kept.append(c);
    return kept;
}

std::string with_single_spaces(std::string_view source)
{
    std::string kept;
    kept.reserve(source.size());
    for (const char c : source) {
        const bool space = c == ' ' || c == '\t' || c == '\r';
        if (space && (kept.empty() || kept.back() == ' ' || kept.back() == '\n')) continue;
        if (c == '\n' && !kept.empty() && kept.back() == ' ') kept.pop_back();
        kept.push_back(space ? ' ' : c);
    }
    return std::string{trim(kept)};
}

std::string fold_ascii(std::string_view ascii)
{
    std::string lower{ascii};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return with_single_spaces(lower);
}

} // namespace

std::string fold(std::string_view utf8)
{
    if (is_plain_ascii(utf8)) return fold_ascii(utf8);
    UErrorCode status = U_ZERO_ERROR;
    const auto source = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
    auto folded = compatibility_case_folding().normalize(without_decoration(source), status);
    if (U_FAILURE(status)) throw std::runtime_error{"ICU could not fold a text"};
    std::string result;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
        append(result, simplified(static_cast<char32_t>(folded.char32At(i))));
    return with_single_spaces(result);
}

std::u32string narrow(std::u32string_view code_points)
{
    std::u32string narrowed;
    narrowed.reserve(code_points.size());
    for (auto c : code_points) {
        if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
        if (c == 0x3000 || c == 0xA0) c = ' ';
        narrowed += c < 0x80 ? static_cast<char32_t>(std::tolower(static_cast<int>(c))) : simplified(c);
    }
    return narrowed;
}

} // namespace kintsugi::text
