#include "bot/domain/text.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;

TEST_CASE("malformed UTF-8 is recognised")
{
    CHECK(text::is_valid_utf8("金缮 ok"));
    CHECK_FALSE(text::is_valid_utf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(text::is_valid_utf8("\xED\xA0\x80"));     // surrogate
    CHECK_FALSE(text::is_valid_utf8("\xF4\x90\x80\x80")); // above U+10FFFF
    CHECK_FALSE(text::is_valid_utf8("\xE9\x87"));         // cut short
    CHECK_FALSE(text::is_valid_utf8("\x80"));
}

TEST_CASE("folding makes tolerant spellings equal")
{
    CHECK(text::fold("Ｋ１０４２　已联系！") == "k1042 已联系!");
    CHECK(text::fold("開案 資料") == "开案 资料");
    CHECK(text::fold("  OK\u200B  then \t x ") == "ok then x");
    CHECK(text::fold("好的👌") == "好的");
    CHECK(text::fold("①") == "1");
    CHECK(text::fold("one \r\n two") == "one\ntwo");
}

TEST_CASE("folding a folded text changes nothing")
{
    for (const auto* sample : {"Ｋ１０４２　已联系！", "開案\n\n資料 👌 Straße", "a\u00A0b", "ﬁne №5"}) {
        const auto once = text::fold(sample);
        CHECK(text::fold(once) == once);
    }
}

TEST_CASE("clipping never cuts a character")
{
    CHECK(text::clip("一二三四五", 5) == "一二三四五");
    CHECK(text::clip("一二三四五", 4) == "一二三…");
    CHECK(text::clip("", 3).empty());
    CHECK(text::length(text::clip("a一b二c三", 3)) == 3);
}

TEST_CASE("decode and encode are inverse")
{
    const std::string sample = "a é 金 🏺";
    CHECK(text::encode(text::decode(sample)) == sample);
}
