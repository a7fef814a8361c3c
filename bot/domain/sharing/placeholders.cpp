#include "bot/domain/sharing/placeholders.hpp"

#include "bot/domain/text.hpp"

#include <utility>

namespace kintsugi::sharing {
namespace {

// The patterns of the anonymizer name the same range.
constexpr char32_t first_mark = 0xE000;
constexpr char32_t last_mark = 0xE0FF;

/// A mark that a user typed would be read as a placeholder of ours.
std::string without_marks(const std::string& text)
{
    auto code_points = text::decode(text);
    std::erase_if(code_points, [](char32_t c) { return c >= first_mark && c <= last_mark; });
    return text::encode(code_points);
}

} // namespace

Placeholders::Placeholders(Words words) : words_(std::move(words))
{
    auto next = first_mark;
    for (const auto& [language, of_kinds] : words_)
        for (const auto& [kind, placeholder] : of_kinds)
            text::append(marks_[language][kind], next++);
}

std::string Placeholders::to_marks(const std::string& text) const
{
    auto marked = without_marks(text);
    for (const auto& [language, of_kinds] : words_)
        for (const auto& [kind, placeholder] : of_kinds)
            replace_words(marked, placeholder, mark(language, kind));
    return marked;
}

std::string Placeholders::to_words(std::string text) const
{
    for (const auto& [language, of_kinds] : words_)
        for (const auto& [kind, placeholder] : of_kinds)
            replace_words(text, mark(language, kind), placeholder);
    return text;
}

bool replace_words(std::string& text, const std::string& words, const std::string& by)
{
    if (words.empty()) return false;
    bool found = false;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + by.size())) {
        text.replace(at, words.size(), by);
        found = true;
    }
    return found;
}

} // namespace kintsugi::sharing
