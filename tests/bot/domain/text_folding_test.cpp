#include "bot/domain/text.hpp"
#include "tests/bot/domain/random.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::tests;

namespace {

bool is_character(char32_t c)
{
    return c < 0xD800 || (c > 0xDFFF && c <= 0x2FFFF);
}

std::string random_text(Random& random)
{
    static const std::u32string often = U" \n\tAaZzÄß0９１①Ⅳ，。！？开開案資料没無張张👌️\u200B\u00A0\u3000ﬁ№ｱ";
    std::u32string code_points;
    for (auto left = random.up_to(20); left > 0; --left) {
        auto c = static_cast<char32_t>(random.up_to(0x2FFFF));
        if (!random.one_in(3) || !is_character(c))
            c = often[static_cast<std::size_t>(random.up_to(static_cast<int>(often.size()) - 1))];
        code_points.push_back(c);
    }
    return text::encode(code_points);
}

} // namespace

TEST_CASE("folding any one character twice is folding it once", "[text][property]")
{
    for (char32_t c = 1; c <= 0x2FFFF; ++c) {
        if (!is_character(c)) continue;
        std::string one;
        text::append(one, c);
        const auto once = text::fold(one);
        if (text::fold(once) == once) continue;
        CAPTURE(static_cast<unsigned>(c), once);
        CHECK(text::fold(once) == once);
    }
}

TEST_CASE("folding any text twice is folding it once, and leaves valid UTF-8", "[text][property]")
{
    for (int seed = 0; seed < 5000; ++seed) {
        Random random{seed};
        const auto text = random_text(random);
        const auto once = text::fold(text);
        CAPTURE(seed, text);
        REQUIRE(text::fold(once) == once);
        REQUIRE(text::is_valid_utf8(once));
    }
}

TEST_CASE("a text is not folded into another order: negations and digits stay", "[text]")
{
    CHECK(text::fold("沒有受傷") == "没有受伤");
    CHECK(text::fold("ＤＯＮ’Ｔ publish Ｋ－１０４２") == "don’t publish k-1042");
    CHECK(text::fold("1️⃣ 2️⃣") == "1 2");
}
