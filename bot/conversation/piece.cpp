#include "bot/conversation/piece.hpp"

#include "bot/domain/text.hpp"

#include <algorithm>

namespace kintsugi::conversation {
namespace {

constexpr std::size_t most_digits = 6; ///< of a bare number that can be a value

constexpr std::u32string_view light = U",，、:：.。…-—~";
constexpr std::u32string_view heavy = U"!?;\"'()[]{}<>/#@+=*&%$^|\\！？；「」『』“”‘’（）【】《》·";

bool is_latin_letter(char32_t c)
{
    return text::is_latin_or_digit(c) && !is_digit(c);
}

bool is_pictograph(char32_t c)
{
    return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x2600 && c <= 0x27BF) || c >= 0x1F000;
}

} // namespace

bool is_digit(char32_t c)
{
    return c >= '0' && c <= '9';
}

bool is_space(char32_t c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_border(char32_t c)
{
    return is_space(c) || light.find(c) != std::u32string_view::npos || heavy.find(c) != std::u32string_view::npos ||
           is_digit(c) || is_pictograph(c);
}

bool stands_at(std::u32string_view text, std::size_t at, std::u32string_view word)
{
    if (word.empty() || text.substr(at, word.size()) != word) return false;
    const auto end = at + word.size();
    const bool open_before = at == 0 || !is_latin_letter(word.front()) || !text::is_latin_or_digit(text[at - 1]);
    return open_before && (end == text.size() || !is_latin_letter(word.back()) || !text::is_latin_or_digit(text[end]));
}

Piece::Piece(std::string_view text) : source_(text::decode(text)), narrow_(text::narrow(source_)) {}

std::string Piece::written() const
{
    return std::string{text::trim(text::encode(source_))};
}

Piece Piece::part(std::size_t at, std::size_t count) const
{
    return {source_.substr(at, count), narrow_.substr(at, count)};
}

void Piece::drop(std::size_t count)
{
    source_.erase(0, count);
    narrow_.erase(0, count);
}

void Piece::skip_lightly()
{
    std::size_t count = 0;
    while (count < narrow_.size() &&
           (is_space(narrow_[count]) || light.find(narrow_[count]) != std::u32string_view::npos ||
            is_pictograph(narrow_[count])))
        ++count;
    drop(count);
}

const std::u32string* Piece::leading(const Words32& words) const
{
    const std::u32string* best = nullptr;
    for (const auto& word : words)
        if (stands_at(narrow_, 0, word) && (best == nullptr || word.size() > best->size())) best = &word;
    return best;
}

bool Piece::ends_with_any(const Words32& words) const
{
    return std::ranges::any_of(words, [&](const auto& word) {
        return narrow_.size() >= word.size() && stands_at(narrow_, narrow_.size() - word.size(), word);
    });
}

bool Piece::contains_any(const Words32& words) const
{
    return std::ranges::any_of(words, [&](const auto& word) {
        for (auto at = narrow_.find(word); at != std::u32string::npos; at = narrow_.find(word, at + 1))
            if (stands_at(narrow_, at, word)) return true;
        return false;
    });
}

void Piece::trim_end(const Words32& ends)
{
    for (;;) {
        if (empty()) return;
        std::size_t cut = is_space(narrow_.back()) || is_pictograph(narrow_.back()) ? 1 : 0;
        for (const auto& end : ends)
            if (cut == 0 && narrow_.ends_with(end)) cut = end.size();
        if (cut == 0) return;
        source_.resize(source_.size() - cut);
        narrow_.resize(narrow_.size() - cut);
    }
}

std::vector<Token> tokens_of(const Piece& piece)
{
    const auto& narrow = piece.narrow();
    std::vector<Token> tokens;
    const auto separates = [](char32_t c) { return is_border(c) && !is_digit(c) && c != '-'; };
    for (std::size_t at = 0; at < narrow.size();) {
        if (separates(narrow[at])) {
            ++at;
            continue;
        }
        const bool digits = is_digit(narrow[at]);
        auto end = at + 1;
        while (end < narrow.size() && !separates(narrow[end]) &&
               (text::is_latin_or_digit(narrow[end - 1]) == text::is_latin_or_digit(narrow[end])) &&
               (!digits || is_digit(narrow[end])))
            ++end;
        tokens.push_back({at, end - at});
        at = end;
    }
    return tokens;
}

std::optional<int> number_in(const Piece& piece, const Token& token)
{
    const auto digits = std::u32string_view{piece.narrow()}.substr(token.at, token.length);
    if (digits.empty() || digits.size() > most_digits || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
    int value = 0;
    for (const auto digit : digits)
        value = value * 10 + static_cast<int>(digit - '0');
    return value;
}

} // namespace kintsugi::conversation
