#include "bot/conversation/time_reader.hpp"

#include "bot/conversation/piece.hpp"
#include "bot/domain/text.hpp"

namespace kintsugi::conversation {

void TimeReader::skip_spaces()
{
    while (at_ < text_.size() && text_[at_] == ' ')
        ++at_;
}

std::optional<int> TimeReader::take_word(const Words& words)
{
    const auto start = at_;
    skip_spaces();
    const std::pair<const std::u32string, int>* best = nullptr;
    for (const auto& entry : words)
        if (stands_here(entry.first) && (best == nullptr || entry.first.size() > best->first.size())) best = &entry;
    if (best == nullptr) return at_ = start, std::nullopt;
    at_ += best->first.size();
    return best->second;
}

std::optional<int> TimeReader::take_number(std::size_t most_digits)
{
    skip_spaces();
    auto end = at_;
    int value = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ < most_digits)
        value = value * 10 + static_cast<int>(text_[end++] - '0');
    if (end > at_ && (end == text_.size() || !is_digit(text_[end]))) {
        at_ = end;
        return value;
    }
    return take_numeral();
}

bool TimeReader::take(char32_t c)
{
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
}

std::optional<int> TimeReader::take_numeral_digit()
{
    if (at_ >= text_.size()) return std::nullopt;
    const auto found = words_.numerals.find(std::u32string{text_[at_]});
    if (found == words_.numerals.end()) return std::nullopt;
    ++at_;
    return found->second;
}

/// 十, 十二, 二十 …: enough for hours and small counts.
std::optional<int> TimeReader::take_numeral()
{
    const auto first = take_numeral_digit();
    if (!first) return std::nullopt;
    if (*first != 10 && !take(U'十')) return *first;
    const int tens = *first == 10 ? 10 : *first * 10;
    const auto before_ones = at_;
    const auto ones = take_numeral_digit();
    if (ones && *ones < 10) return tens + *ones;
    at_ = before_ones;
    return tens;
}

bool TimeReader::stands_here(const std::u32string& word) const
{
    if (text_.substr(at_, word.size()) != word) return false;
    const auto latin = [&](std::size_t i) { return text::is_latin_or_digit(text_[i]) && !is_digit(text_[i]); };
    const auto end = at_ + word.size();
    const bool open_before = at_ == 0 || !latin(at_ - 1) || !latin(at_);
    return open_before && (end == text_.size() || !latin(end) || !latin(end - 1));
}

} // namespace kintsugi::conversation
