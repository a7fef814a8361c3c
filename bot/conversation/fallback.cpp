#include "bot/conversation/fallback.hpp"

#include "bot/domain/text.hpp"

#include <algorithm>

namespace kintsugi::conversation {
namespace {

void add_line(std::string& text, const std::string& line)
{
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

/// Where to cut `rest` so that at most `most` code points come before: after the last line break, else anywhere.
std::size_t cut_at(const std::u32string& rest, std::size_t most)
{
    const auto line_end = rest.rfind(U'\n', most - 1);
    return line_end == std::u32string::npos || line_end == 0 ? most : line_end + 1;
}

} // namespace

std::string typed_choices(const Card& card)
{
    std::string line;
    int number = card.first;
    for (const auto& button : card.buttons)
        line += (line.empty() ? "" : " · ") + std::to_string(number++) + " " + button.label;
    return line;
}

std::string to_text(const Card& card)
{
    std::string text;
    add_line(text, card.title);
    for (const auto& line : card.lines)
        add_line(text, line);
    add_line(text, card.copy);
    add_line(text, typed_choices(card));
    add_line(text, card.footer);
    return text;
}

std::vector<std::string> split_text(const std::string& text, std::size_t most)
{
    std::vector<std::string> parts;
    auto rest = text::decode(text);
    while (rest.size() > most) {
        const auto cut = cut_at(rest, most);
        parts.push_back(text::encode(std::u32string_view{rest}.substr(0, cut)));
        rest.erase(0, cut);
    }
    if (!rest.empty() || parts.empty()) parts.push_back(text::encode(rest));
    return parts;
}

} // namespace kintsugi::conversation
