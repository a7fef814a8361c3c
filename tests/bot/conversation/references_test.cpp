#include "bot/conversation/references.hpp"
#include "tests/bot/conversation/words.hpp"

namespace kintsugi::conversation::tests {
namespace {

/// " K-1042 «rest»"
std::string taken(std::string_view text)
{
    const auto found = take_references(text);
    return line_of(found.refs) + quoted(" ", PrivateText{found.rest});
}

} // namespace

TEST_CASE("numbers of things are found in any writing", "[references]")
{
    for (const auto* written : {"K-1042", "k-1042", "K1042", "#1042", "案1042", "Ｋ－１０４２", "＃1042"}) {
        CAPTURE(written);
        CHECK(taken(written) == " K-1042");
    }
    CHECK(taken("R-31 p-19 c-3 T-7") == " R-31 P-19 C-3 T-7");
    CHECK(taken("K-1042/T-7") == " K-1042 T-7");
}

TEST_CASE("what is left keeps its writing", "[references]")
{
    CHECK(taken("网关 K-1042 重复回调") == " K-1042 «网关  重复回调»");
    CHECK(taken("Ｇateway R-31") == " R-31 «Ｇateway»");
}

TEST_CASE("the first of a kind counts, of cases also the second", "[references]")
{
    CHECK(taken("K-1 K-2 K-3") == " K-1 K-2");
    CHECK(taken("R-1 R-2") == " R-1");
}

TEST_CASE("what only looks like a number of ours is none", "[references]")
{
    for (const auto* text : {"P30", "C1", "OK1042", "K-", "K-12a", "K-1234567890", "LINK-5", "r2d2", "t7"}) {
        CAPTURE(text);
        CHECK(taken(text) == " «" + std::string{text} + "»");
        CHECK_FALSE(take_references(text).any);
    }
}

TEST_CASE("this one is a reference too, at the front", "[references]")
{
    CHECK(taken("这个案 退款") == " this «退款»");
    CHECK(taken("這個 退款") == " this «退款»");
    CHECK(taken("This Case refund") == " this «refund»");
    CHECK(taken("退款 这个") == " «退款 这个»");
    CHECK(taken("this cases") == " «this cases»");
}

TEST_CASE("what is named later wins, and a further case is the second one", "[references]")
{
    auto refs = take_references("K-1").refs;
    add_references(refs, take_references("K-2 R-3 T-4 这个").refs);
    add_references(refs, take_references("R-5").refs);
    CHECK(line_of(refs) == " K-1 K-2 R-5 T-4 this");
}

} // namespace kintsugi::conversation::tests
