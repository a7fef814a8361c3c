#include "storage/case_index.hpp"
#include "storage/search_words.hpp"
#include "storage/values.hpp"
#include "tests/storage/base.hpp"

namespace kintsugi::storage {
namespace {

MaskedText line(std::string words)
{
    return StoredText::masked(std::move(words));
}

std::vector<int> numbers(const std::vector<service::SearchHit>& hits)
{
    std::vector<int> ids;
    for (const auto& hit : hits)
        ids.push_back(static_cast<int>(hit.id.value()));
    return ids;
}

void put_examples(service::CaseIndex& index)
{
    index.put(CaseId{1001}, line("申请退款三次都没到账, App 说 refund failed"), at_minute(1));
    index.put(CaseId{1002}, line("快递迟到两天, 客服不理"), at_minute(2));
    index.put(CaseId{1003}, line("Refund not on my card after 15 days"), at_minute(3));
    index.put(CaseId{1004}, line("会员自动续费, 要求退费"), at_minute(4));
}

} // namespace

TEST_CASE("ideographs are indexed in pairs, other words whole", "[storage][search]")
{
    CHECK(indexed_words("退款失败") == "退款 款失 失败 败");
    CHECK(indexed_words("退 App3 里") == "退 app3 里");
    CHECK(indexed_words("申請退款") == indexed_words("申请退款"));
    CHECK(indexed_words("ＡＢＣ") == "abc");
    CHECK(indexed_words("!?… 🙂").empty());
    CHECK(all_words("退款 refund") == R"("退款" AND "refund")");
    CHECK(all_words("退款失败") == R"("退款 款失 失败")");
    CHECK(all_words("退") == R"("退" *)");
    CHECK(any_of({"退款", "refund"}) == R"("退款" OR "refund")");
    CHECK(any_of({}).empty());
    CHECK(indexed_words("Refunds refunded refunding pass bus") == "refund refund refund pass bus");
}

TEST_CASE("two-character Chinese words are found, wherever they stand", "[storage][search]")
{
    Base base{any_place()};
    put_examples(base.stores().index);
    base.again();
    auto& index = base.stores().index;
    CHECK(numbers(index.search("退款", 10)) == std::vector{1001});
    CHECK(numbers(index.search("到账", 10)) == std::vector{1001}); // at the end of a run
    CHECK(numbers(index.search("迟到", 10)) == std::vector{1002});
    CHECK(numbers(index.search("到两", 10)) == std::vector{1002});
    CHECK(numbers(index.search("自動續費", 10)) == std::vector{1004}); // traditional writing
    CHECK(index.search("款没", 10).empty());
}

TEST_CASE("a single ideograph finds every line that has it", "[storage][search]")
{
    Base base;
    put_examples(base.stores().index);
    auto hits = numbers(base.stores().index.search("退", 10));
    std::ranges::sort(hits);
    CHECK(hits == std::vector{1001, 1004});
    CHECK(numbers(base.stores().index.search("账", 10)) == std::vector{1001});
}

TEST_CASE("all words must occur, in any order and letter case", "[storage][search]")
{
    Base base;
    put_examples(base.stores().index);
    auto& index = base.stores().index;
    CHECK(numbers(index.search("REFUND 退款", 10)) == std::vector{1001});
    CHECK(numbers(index.search("card refund", 10)) == std::vector{1003});
    CHECK(index.search("card 退款", 10).empty());
    CHECK(index.search("refu", 10).empty());
    CHECK(index.search("refunding", 10).size() == 2);
    CHECK(index.search("refund", 1).size() == 1);
    CHECK(index.search("refund", 10).size() == 2);
    CHECK(index.search("refund", 10)[0].score >= index.search("refund", 10)[1].score);
    CHECK(index.search("迟到", 10)[0].line == line("快递迟到两天, 客服不理"));
}

TEST_CASE("no input is read as an expression", "[storage][search]")
{
    Base base;
    put_examples(base.stores().index);
    auto& index = base.stores().index;
    const auto input =
        GENERATE(as<std::string>{}, "", "   ", "\"", "\"\"", "*", "refund*", "a AND", "NEAR(refund card)",
                 "words:refund", "-refund", "refund OR", "(refund", "^refund", "refund\"; DROP TABLE case_line; --",
                 "{words}: x", "'", "NOT", "refund + card", "\\", "%", "_", "？！", "🙂");
    CAPTURE(input);
    CHECK_NOTHROW(index.search(input, 10));
    CHECK_NOTHROW(index.similar(line(input), at_minute(0), 10));
    CHECK(numbers(index.search("退款", 10)) == std::vector{1001});
}

TEST_CASE("similar lines come nearest first and not too old", "[storage][search]")
{
    Base base;
    put_examples(base.stores().index);
    auto& index = base.stores().index;
    const auto hits = index.similar(line("退款一直没有到账, refund?"), at_minute(0), 10);
    REQUIRE(hits.size() >= 2);
    CHECK(hits[0].id == CaseId{1001});
    CHECK(hits[0].score > hits[1].score);
    for (const auto& hit : index.similar(line("refund 退款"), at_minute(2), 10))
        CHECK(hit.id != CaseId{1001});
    CHECK(index.similar(line("refund 退款"), at_minute(0), 1).size() == 1);
    std::string long_text;
    for (int i = 0; i < 5000; ++i)
        long_text += " word" + std::to_string(i) + "字词";
    CHECK_NOTHROW(index.similar(line(long_text), at_minute(0), 10));
}

TEST_CASE("when most cases are alike they still resemble each other", "[storage][search]")
{
    Base base;
    auto& index = base.stores().index;
    for (int id = 1001; id <= 1007; ++id)
        index.put(CaseId{id}, line("重复扣款, 第" + std::to_string(id) + "单"), at_minute(id - 1000));
    index.put(CaseId{1008}, line("快递迟到两天"), at_minute(8));
    const auto hits = index.similar(line("被重复扣款了两次"), at_minute(0), 20);
    CHECK(hits.size() == 7);
    for (const auto& hit : hits)
        CHECK(hit.score > 4);
    CHECK(index.similar(line("重复扣款, 第1001单"), at_minute(0), 1)[0].score == Approx(10));
}

TEST_CASE("a line is replaced and removed with all its words", "[storage][search]")
{
    Base base{any_place()};
    auto& index = base.stores().index;
    put_examples(index);
    index.put(CaseId{1001}, line("换货"), at_minute(1));
    CHECK(index.search("退款", 10).empty());
    CHECK(numbers(index.search("换货", 10)) == std::vector{1001});
    index.remove(CaseId{1001});
    index.remove(CaseId{1001});
    base.again();
    CHECK(base.stores().index.search("换货", 10).empty());
}

} // namespace kintsugi::storage
