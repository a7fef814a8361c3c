#include "bot/domain/sharing/anonymizer.hpp"
#include "tests/bot/domain/printing.hpp"
#include "tests/bot/domain/sharing/anonymizing.hpp"

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;

namespace {

struct Sample {
    Personal kind;
    std::string text, masked;
};

// All numbers are made up: no subscriber, card or person has them.
const Sample samples[] = {
    {Personal::phone, "手机 19900000000", "手机 [手机号]"},
    {Personal::phone, "打给199 0000 0000吧", "打给[手机号]吧"},
    {Personal::phone, "电话１９９００００００００", "电话[手机号]"},
    {Personal::phone, "我的号是+86 199-0000-0000。", "我的号是[手机号]。"},
    {Personal::phone, "座机 010-00000000 找我", "座机 [手机号] 找我"},
    {Personal::phone, "call +1 415 555 0134 please", "call [phone] please"},
    {Personal::phone, "reach me at (415) 555-0134", "reach me at [phone]"},
    {Personal::email, "邮箱abc@example.com请回", "邮箱[邮箱]请回"},
    {Personal::email, "mail jo.doe+x@mail.example.org.", "mail [email]."},
    {Personal::id_number, "身份证11010519000101000X。", "身份证[证件号]。"},
    {Personal::bank_card, "卡号 6200 0000 0000 0000 被刷", "卡号 [卡号] 被刷"},
    {Personal::order_number, "订单 88421907 没到", "订单 [订单号] 没到"},
    {Personal::order_number, "单号：SF000011112222", "单号：[订单号]"},
    {Personal::order_number, "order no. AB-12345678", "order no. [order number]"},
    {Personal::address, "住在幸福区光明路88号3栋502室", "[地址]"},
    {Personal::address, "at 12 Example Street, Apt 4", "at [address]"},
    {Personal::plate, "车牌京A·12345停在门口", "车牌[车牌]停在门口"},
    {Personal::account, "微信 wx_synthetic1 加我", "微信 [账号] 加我"},
    {Personal::account, "问@小助手 就行", "问[账号] 就行"},
    {Personal::link, "看 https://example.com/u/123?token=1 这里", "看 [链接] 这里"},
    {Personal::name, "张晓丽女士说", "[姓名]说"},
    {Personal::name, "我叫欧阳明", "我叫[姓名]"},
    {Personal::name, "请转告钗先生", "请转告[姓名]"},
    {Personal::name, "小王说没事", "[姓名]说没事"},
    {Personal::name, "My name is Jane Doe, hello", "My name is [name], hello"},
    {Personal::name, "Mr. Doe waited", "Mr. [name] waited"},
};

} // namespace

TEST_CASE("each kind of identifier is replaced by its placeholder in the language of the text", "[anonymizer]")
{
    for (const auto& sample : samples) {
        CAPTURE(sample.text);
        const auto result = anonymizer().mask(PrivateText{sample.text});
        CHECK(result.text.reveal() == sample.masked);
        CHECK(result.removed == std::vector{sample.kind});
        CHECK_FALSE(anonymizer().residue(result.text));
    }
}

TEST_CASE("every kind has an example", "[anonymizer]")
{
    for (const auto& [kind, name] : Names<Personal>::all) {
        CAPTURE(name);
        CHECK(std::ranges::count(samples, kind, &Sample::kind) > 0);
    }
}

TEST_CASE("what names nobody stays: prices, versions, dates, times", "[anonymizer]")
{
    for (const std::string text :
         {"一个月内第二次重复扣款298元，等15个工作日", "6.2 版之后 11月21日 09:05 开始", "还剩 3 个", "这位先生说得对",
          "a refund of $298 by 11:00, version 6.3.1", "9 members had the same"}) {
        CHECK(mask(text) == text);
        CHECK_FALSE(anonymizer().residue(masked(text)));
    }
}

TEST_CASE("the complaint of PRODUCT 7.2 loses phone, order and name", "[anonymizer]")
{
    const auto result =
        anonymizer().mask(PrivateText{"张姐 09:05\n你们这个月又扣了我两次钱!订单 88421907,手机 19900000000"});
    CHECK(result.text.reveal() == "[姓名] 09:05\n你们这个月又扣了我两次钱!订单 [订单号],手机 [手机号]");
    CHECK(result.removed == std::vector{Personal::phone, Personal::order_number, Personal::name});
}

TEST_CASE("several identifiers in a row all go", "[anonymizer]")
{
    CHECK(mask("19900000000,19900000001 19900000002") == "[phone],[phone] [phone]");
    CHECK(mask("电话19900000000或19900000001") == "电话[手机号]或[手机号]");
}

TEST_CASE("names that the case knows go wherever they stand", "[anonymizer]")
{
    const KnownValues known{{PrivateText{"晓丽"}, PrivateText{"Jane Doe"}, PrivateText{"丽"}}};
    const auto result = anonymizer().mask(PrivateText{"晓丽来了，晓丽又走了；丽日当空 Jane Doe"}, known);
    CHECK(result.text.reveal() == "[姓名]来了，[姓名]又走了；丽日当空 [姓名]"); // one character is no name
    CHECK(result.removed == std::vector{Personal::name});
    CHECK(anonymizer().residue(masked("晓丽来了"), known));
    CHECK_FALSE(anonymizer().residue(result.text, known));
}

TEST_CASE("the last scan sees what may still name a person", "[anonymizer]")
{
    for (const auto* text : {"房号12345", "3号楼", "2单元", "501室", "at @ five"}) {
        CAPTURE(text);
        CHECK(anonymizer().residue(masked(text)));
    }
    CHECK_FALSE(anonymizer().residue(masked("4 号码牌在 3号线")));
}

TEST_CASE("identifiers of the same user are equal however they are written", "[anonymizer]")
{
    const auto first =
        anonymizer().identifiers(PrivateText{"手机 199 0000-0000，订单 AB-88421907，邮箱 Jo@Example.com"});
    const auto has = [&](Personal kind, const std::string& value) {
        return std::ranges::any_of(
            first, [&](const Identifier& one) { return one.kind == kind && one.value == PrivateText{value}; });
    };
    CHECK(has(Personal::phone, "19900000000"));
    CHECK(has(Personal::order_number, "ab88421907"));
    CHECK(has(Personal::email, "jo@example.com"));
    CHECK(anonymizer().identifiers(PrivateText{"没有号码"}).empty());
}

TEST_CASE("the head of a pasted chat tells how the user is called", "[anonymizer]")
{
    CHECK(anonymizer().form_of_address(PrivateText{"张姐 09:05\n你们又扣钱"}).reveal() == "张姐");
    CHECK(anonymizer().form_of_address(PrivateText{"Jane: you charged me twice"}).reveal() == "Jane");
    CHECK(anonymizer().form_of_address(PrivateText{"你们又扣钱"}).empty());
}
