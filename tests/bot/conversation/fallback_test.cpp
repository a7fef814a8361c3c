// Cards on channels that show text only.

#include "bot/conversation/fallback.hpp"
#include "bot/conversation/platform.hpp"
#include "bot/domain/text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

namespace kintsugi::conversation {
namespace {

Card sample()
{
    Card card;
    card.title = "K-1042";
    card.lines = {"一级", "", "承诺 C-3"};
    card.copy = "您好";
    card.buttons = {{"看话术", "coach K-1042"}, {"改级别", "?level K-1042"}};
    card.footer = "撤销";
    return card;
}

std::string together(const std::vector<std::string>& parts)
{
    return std::accumulate(parts.begin(), parts.end(), std::string{});
}

} // namespace

TEST_CASE("a card as text is complete, with numbers in the place of buttons", "[fallback]")
{
    CHECK(to_text(sample()) == "K-1042\n一级\n承诺 C-3\n您好\n1 看话术 · 2 改级别\n撤销");
    CHECK(to_text(Card{}).empty());
}

TEST_CASE("numbers begin where the card says, as they are typed", "[fallback]")
{
    auto card = sample();
    card.first = 0;
    CHECK(typed_choices(card) == "0 看话术 · 1 改级别");
    card.buttons.clear();
    CHECK(typed_choices(card).empty());
}

TEST_CASE("a text never shows what a button orders", "[fallback]")
{
    CHECK(to_text(sample()).find("coach") == std::string::npos);
}

TEST_CASE("a text is cut at lines where possible", "[fallback]")
{
    using Parts = std::vector<std::string>;
    CHECK(split_text("one\ntwo\nthree", 8) == Parts{"one\ntwo\n", "three"});
    CHECK(split_text("one\ntwo\nthree", 7) == Parts{"one\n", "two\n", "three"});
    CHECK(split_text("abcdef", 4) == Parts{"abcd", "ef"});
    CHECK(split_text("", 4) == Parts{""});
    CHECK(split_text("abcd", 4) == Parts{"abcd"});
}

TEST_CASE("parts fit, are valid and lose nothing", "[fallback]")
{
    const std::string text = "金缮 🏺 é\n修\n\n再长一点的一行，没有换行 🏺🏺🏺 end\n";
    for (std::size_t most = 1; most <= text::length(text) + 1; ++most) {
        const auto parts = split_text(text, most);
        CAPTURE(most);
        CHECK(together(parts) == text);
        CHECK(std::ranges::all_of(parts, [](const auto& part) { return text::is_valid_utf8(part); }));
        CHECK(std::ranges::all_of(parts, [&](const auto& part) { return text::length(part) <= most; }));
    }
}

TEST_CASE("the longest card of ours is split to what a channel takes", "[fallback]")
{
    auto card = sample();
    card.lines.assign(most_lines, std::string(900, 'x'));
    const Capabilities channel{.buttons = false, .longest_text = 2048};
    const auto parts = split_text(to_text(card), channel.longest_text);
    CHECK(parts.size() > 1);
    CHECK(together(parts) == to_text(card));
    for (const auto& part : parts)
        CHECK(text::length(part) <= channel.longest_text);
    CHECK(parts.back().ends_with("1 看话术 · 2 改级别\n撤销"));
}

} // namespace kintsugi::conversation
