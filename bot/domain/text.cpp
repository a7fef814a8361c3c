#include "bot/domain/text.hpp"

#include <array>

namespace kintsugi::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code_point;
    std::size_t bytes; ///< 0 where the input is malformed
};

struct Form {
    unsigned char mask, lead;
    std::size_t bytes;
    char32_t least; ///< smaller values in this form are overlong
};

constexpr std::array forms{Form{0x80, 0x00, 1, 0}, Form{0xE0, 0xC0, 2, 0x80}, Form{0xF0, 0xE0, 3, 0x800},
                           Form{0xF8, 0xF0, 4, 0x10000}};

bool is_scalar(char32_t c)
{
    return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

Decoded decode_one(std::string_view bytes)
{
    const auto lead = static_cast<unsigned char>(bytes.front());
    for (const auto& form : forms) {
        if ((lead & form.mask) != form.lead) continue;
        if (bytes.size() < form.bytes) return {replacement, 0};
        char32_t c = lead & static_cast<unsigned char>(~form.mask);
        for (std::size_t i = 1; i < form.bytes; ++i) {
            const auto next = static_cast<unsigned char>(bytes[i]);
            if ((next & 0xC0) != 0x80) return {replacement, 0};
            c = (c << 6) | (next & 0x3F);
        }
        return c >= form.least && is_scalar(c) ? Decoded{c, form.bytes} : Decoded{replacement, 0};
    }
    return {replacement, 0};
}

bool is_lead_byte(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

} // namespace

bool is_valid_utf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto one = decode_one(bytes);
        if (one.bytes == 0) return false;
        bytes.remove_prefix(one.bytes);
    }
    return true;
}

std::size_t length(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char byte : utf8)
        count += is_lead_byte(byte);
    return count;
}

std::string clip(std::string_view utf8, std::size_t most)
{
    std::size_t seen = 0, cut = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (!is_lead_byte(utf8[i])) continue;
        if (seen + 1 == most) cut = i;
        if (++seen > most) return std::string{trim(utf8.substr(0, cut))} + "…";
    }
    return std::string{utf8};
}

std::u32string decode(std::string_view utf8)
{
    std::u32string code_points;
    code_points.reserve(utf8.size());
    while (!utf8.empty()) {
        const auto one = decode_one(utf8);
        code_points.push_back(one.code_point);
        utf8.remove_prefix(one.bytes == 0 ? 1 : one.bytes);
    }
    return code_points;
}

void append(std::string& utf8, char32_t c)
{
    const auto push = [&](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
    if (c < 0x80) return push(c);
    if (c < 0x800) return push(0xC0 | (c >> 6)), push(0x80 | (c & 0x3F));
    if (c < 0x10000) return push(0xE0 | (c >> 12)), push(0x80 | ((c >> 6) & 0x3F)), push(0x80 | (c & 0x3F));
    push(0xF0 | (c >> 18)), push(0x80 | ((c >> 12) & 0x3F)), push(0x80 | ((c >> 6) & 0x3F)), push(0x80 | (c & 0x3F));
}

std::string encode(std::u32string_view code_points)
{
    std::string utf8;
    utf8.reserve(code_points.size() * 2);
    for (const auto c : code_points)
        append(utf8, c);
    return utf8;
}

std::string_view trim(std::string_view utf8)
{
    constexpr std::string_view ideographic_space = "\u3000";
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (;;) {
        if (!utf8.empty() && is_space(utf8.front()))
            utf8.remove_prefix(1);
        else if (!utf8.empty() && is_space(utf8.back()))
            utf8.remove_suffix(1);
        else if (utf8.starts_with(ideographic_space))
            utf8.remove_prefix(ideographic_space.size());
        else if (utf8.ends_with(ideographic_space))
            utf8.remove_suffix(ideographic_space.size());
        else
            return utf8;
    }
}

bool is_ideograph(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x323AF);
}

bool has_ideographs(std::string_view utf8)
{
    while (!utf8.empty()) {
        const auto one = decode_one(utf8);
        if (is_ideograph(one.code_point)) return true;
        utf8.remove_prefix(one.bytes == 0 ? 1 : one.bytes);
    }
    return false;
}

bool is_latin_or_digit(char32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

std::vector<std::string_view> lines(std::string_view utf8)
{
    std::vector<std::string_view> found;
    while (!utf8.empty()) {
        const auto end = utf8.find('\n');
        found.push_back(utf8.substr(0, end));
        if (end == std::string_view::npos) break;
        utf8.remove_prefix(end + 1);
    }
    return found;
}

std::vector<std::string_view> sentences(std::string_view utf8)
{
    constexpr std::array<std::string_view, 7> marks{".", "!", "?", "\n", "。", "！", "？"};
    std::vector<std::string_view> found;
    std::size_t from = 0;
    const auto keep = [&](std::size_t to) {
        const auto sentence = trim(utf8.substr(from, to - from));
        if (!sentence.empty()) found.push_back(sentence);
        from = to;
    };
    for (std::size_t at = 0; at < utf8.size(); ++at)
        for (const auto mark : marks)
            if (utf8.substr(at, mark.size()) == mark) keep(at + mark.size());
    keep(utf8.size());
    return found;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string whole;
    for (const auto& part : parts) {
        if (!whole.empty()) whole += separator;
        whole += part;
    }
    return whole;
}

} // namespace kintsugi::text
