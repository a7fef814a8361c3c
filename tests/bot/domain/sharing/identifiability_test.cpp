#include "bot/domain/sharing/identifiability.hpp"
#include "bot/domain/text.hpp"
#include "tests/bot/domain/printing.hpp"

using namespace kintsugi;
using namespace kintsugi::sharing;

namespace {

using enum Attribute;

std::vector<Attribute> attributes(const std::string& text)
{
    return attributes_in(text::fold(text));
}

Crowd crowd(int group, int same, std::vector<Attribute> seen = {})
{
    return expected_crowd({group, same, std::move(seen)});
}

} // namespace

TEST_CASE("a text tells by which attributes a reader could recognise someone", "[identifiability]")
{
    using List = std::vector<Attribute>;
    CHECK(attributes("一位朋友遇到重复扣款,我们先垫付,正在查原因,周二前给说法。").empty());
    CHECK(attributes("We advanced the money and are finding the cause; answer by Tuesday.").empty());
    CHECK(attributes("１１月２１日被扣") == List{exact_date});
    CHECK(attributes("on 21 Nov") == List{exact_date});
    CHECK(attributes("被扣298元") == List{exact_amount});
    CHECK(attributes("charged ¥298") == List{exact_amount});
    CHECK(attributes("一位67岁的女士") == List{age, gender});
    CHECK(attributes("a 67 years old teacher") == List{age, occupation});
    CHECK(attributes("幸福小区的老师") == List{occupation, place});
    CHECK(attributes("孩子烫伤") == List{rare_event});
    CHECK(attributes("she was burned in our store") == List{gender, place, rare_event});
}

TEST_CASE("the crowd is the members who use the product, or those who met the same", "[identifiability]")
{
    CHECK(crowd(486, 9).expected == Approx(24.3));
    CHECK(crowd(486, 9).risk == Risk::green); // PRODUCT 7.6
    CHECK(crowd(100, 30).expected == Approx(30));
    CHECK(crowd(0, 0).risk == Risk::red);
}

TEST_CASE("each attribute leaves its share of the crowd", "[identifiability]")
{
    CHECK(crowd(20'000, 0, {gender}).expected == Approx(500));
    CHECK(crowd(20'000, 0, {gender, occupation}).expected == Approx(10));
    CHECK(crowd(20'000, 0, {exact_date}).expected == Approx(1000.0 / 365));
    for (const auto one :
         {exact_date, rough_date, exact_amount, rough_amount, age, gender, occupation, place, rare_event})
        CHECK(crowd(20'000, 0, {one}).expected < crowd(20'000, 0).expected);
}

TEST_CASE("20 are green, 5 amber, fewer red", "[identifiability]")
{
    CHECK(crowd(0, 20).risk == Risk::green);
    CHECK(crowd(0, 19).risk == Risk::amber);
    CHECK(crowd(0, 5).risk == Risk::amber);
    CHECK(crowd(0, 4).risk == Risk::red);
}

TEST_CASE("in a group of 200 no card with a day, a job or a place is green or amber", "[identifiability]")
{
    for (const auto one : {exact_date, exact_amount, occupation, place, rare_event})
        CHECK(crowd(200, 0, {one}).risk == Risk::red);
}
