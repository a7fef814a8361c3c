#include "bot/domain/text.hpp"
#include "tests/bot/domain/random.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::tests;

namespace {

std::string random_bytes(Random& random)
{
    std::string bytes;
    for (auto left = random.up_to(24); left > 0; --left)
        bytes += random.one_in(2) ? static_cast<char>(random.up_to(255)) : "aé金🏺"[random.up_to(9)];
    return bytes;
}

} // namespace

TEST_CASE("decoding any bytes ends, and gives back what was valid", "[text][property]")
{
    for (int seed = 0; seed < 20'000; ++seed) {
        Random random{seed};
        const auto bytes = random_bytes(random);
        const auto encoded = text::encode(text::decode(bytes));
        CAPTURE(seed);
        REQUIRE(text::is_valid_utf8(encoded));
        REQUIRE((encoded == bytes) == text::is_valid_utf8(bytes));
    }
}

TEST_CASE("every scalar value survives encoding", "[text]")
{
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string one;
        text::append(one, c);
        REQUIRE(text::is_valid_utf8(one));
        REQUIRE(text::decode(one) == std::u32string(1, c));
        REQUIRE(text::length(one) == 1);
    }
}

TEST_CASE("white space goes at both ends only", "[text]")
{
    CHECK(text::trim(" \t\r\n　退 款　\n") == "退 款");
    CHECK(text::trim("　 \n").empty());
    CHECK(text::trim("").empty());
}

TEST_CASE("a text is cut at line breaks, and a last empty line is none", "[text]")
{
    using Lines = std::vector<std::string_view>;
    CHECK(text::lines("one\n\ntwo\n") == Lines{"one", "", "two"});
    CHECK(text::lines("one") == Lines{"one"});
    CHECK(text::lines("").empty());
}

TEST_CASE("joining puts the separator between parts", "[text]")
{
    CHECK(text::joined({"a", "b", "c"}, ", ") == "a, b, c");
    CHECK(text::joined({"a"}, ", ") == "a");
    CHECK(text::joined({}, ", ").empty());
}

TEST_CASE("scripts are told apart", "[text]")
{
    CHECK(text::has_ideographs("call 小王"));
    CHECK(text::has_ideographs("𠮷"));
    CHECK_FALSE(text::has_ideographs("Ｆull ｗidth, かな, é"));
    CHECK(text::is_latin_or_digit(U'é'));
    CHECK(text::is_latin_or_digit(U'Z'));
    CHECK(text::is_latin_or_digit(U'7'));
    CHECK_FALSE(text::is_latin_or_digit(U'×'));
    CHECK_FALSE(text::is_latin_or_digit(U'王'));
    CHECK_FALSE(text::is_latin_or_digit(U'-'));
}

TEST_CASE("a clipped text is never longer than asked, and whole where it fits", "[text]")
{
    const std::string sample = "金缮 is mending 🏺 with gold";
    for (std::size_t most = 1; most <= 30; ++most) {
        const auto clipped = text::clip(sample, most);
        CAPTURE(most);
        CHECK(text::length(clipped) <= most);
        CHECK(text::is_valid_utf8(clipped));
        CHECK((clipped == sample) == (text::length(sample) <= most));
    }
}
