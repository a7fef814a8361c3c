// What is not an order: negations, questions, choices, quoted and pasted words. PRODUCT.md, 6.2.

#include "tests/bot/conversation/words.hpp"

namespace kintsugi::conversation::tests {
namespace {

std::vector<Utterance> understood(const char* message)
{
    return grammar().understand(PrivateText{message}, now, shanghai);
}

} // namespace

TEST_CASE("a negated verb is blocked, not ordered", "[grammar]")
{
    for (const auto* message :
         {"先别发布 P-19", "别发布 P-19", "不要发布 P-19", "不用发布 P-19", "还没发布 P-19", "先不发布 P-19",
          "暂时不发布 P-19", "P-19 先别发布", "先別發布 P-19", "don't publish P-19", "Please do not publish P-19!",
          "not yet publish P-19", "NEVER publish P-19"}) {
        CAPTURE(message);
        CHECK(heard(message) == "not: publish P-19");
    }
}

TEST_CASE("a question is not an order", "[grammar]")
{
    for (const auto* message : {"K-1042 关了吗", "关案了吗 K-1042", "关案 K-1042 么", "关案 K-1042 呢", "关案 K-1042？",
                                "能不能关 K-1042", "要不要关案 K-1042", "该不该关 K-1042", "close K-1042?",
                                "should I close K-1042", "can we close K-1042", "did you close K-1042?"}) {
        CAPTURE(message);
        CHECK(heard(message) == "ask: close K-1042");
    }
    CHECK(heard("要不要发布 P-19") == "ask: publish P-19");
}

TEST_CASE("a wish is offered, an urging is an order", "[grammar]")
{
    CHECK(heard("我想关") == "ask: close");
    CHECK(heard("I'd like to close K-1042") == "ask: close K-1042");
    CHECK(heard("关了吧") == "close");
}

TEST_CASE("a verb that asks by nature needs no doubt, and a question within content stays there", "[grammar]")
{
    CHECK(heard("K-1042 到哪了？") == "show K-1042");
    CHECK(heard("求助 @支付 能垫付吗?") == "ask_help @支付 «能垫付吗?»");
    CHECK(heard("补充 她问什么时候退？") == "note «她问什么时候退？»");
    CHECK(heard("publish P-19 to members?") == "ask: publish P-19 «members?»"); // outward: in doubt never
}

TEST_CASE("bare numbers are choices in the order in which they were typed", "[grammar]")
{
    CHECK(heard("1") == "choices 1");
    CHECK(heard("４") == "choices 4");
    CHECK(heard("1.") == "choices 1");
    CHECK(heard("4 1") == "choices 4 1");
    CHECK(heard("１、３") == "choices 1 3");
    CHECK(understood("2") == std::vector<Utterance>{Choices{{2}}});
}

TEST_CASE("a number with other words is no choice", "[grammar]")
{
    CHECK(heard("10 个用户, 中度") == "free «10 个用户, 中度»");
    CHECK(heard("选1") == "free «选1»");
    CHECK(heard("1234567") == "free «1234567»"); // an order number, not a value
}

TEST_CASE("quoted words are content", "[grammar]")
{
    for (const auto* message : {"「关案」她是这么写的", "\"close it\" she wrote", "“发布 P-19”"}) {
        CAPTURE(message);
        CHECK(heard(message) == "free «" + std::string{message} + "»");
    }
    CHECK(heard("补充 她说「关了吧」然后走了") == "note «她说「关了吧」然后走了»");
    CHECK(heard("note she said \"close it\"; then hung up") == "note «she said \"close it\"; then hung up»");
}

TEST_CASE("what the user said is content, whatever it says", "[grammar]")
{
    CHECK(heard("她说：关案吧，不想再说了") == "she said «关案吧，不想再说了»");
    CHECK(heard("用户说: close it") == "she said «close it»");
    CHECK(heard("she said: close my account") == "she said «close my account»");
    CHECK(heard("用户说得对") != "close");
}

TEST_CASE("a pasted conversation is not read as orders", "[grammar]")
{
    const std::string pasted = "小周 10:02\n关案\n客户 10:03\n好的";
    CHECK(heard(pasted) == "free «" + pasted + "»");
    CHECK(heard("已联系 您好\n关案") == "touched «您好\n关案»");
}

TEST_CASE("several orders in one message are read one by one", "[grammar]")
{
    CHECK(heard("级别 高\n心情 3\n转给小周") == "level level=level_1 | heat n=3 «3» | hand_over «小周»");
    CHECK(heard("关案 K-1042；开案 另一个用户 重复扣款") == "close K-1042 | open «另一个用户 重复扣款»");
    CHECK(heard("心情 3 然后 看 K-1042") == "heat n=3 «3» | show K-1042");
    CHECK(heard("heat 3 then show K-1042") == "heat n=3 «3» | show K-1042");
    CHECK(heard("先别发布 P-19；心情 2") == "not: publish P-19 | heat n=2 «2»");
    CHECK(heard("发布 P-19;关案 K-1042;\n") == "publish P-19 | close K-1042");
    CHECK(heard("1\n看 K-1042") == "choices 1 | show K-1042");
}

TEST_CASE("what does not begin an order belongs to the one before it", "[grammar]")
{
    CHECK(heard("任务 查流水\n顺便问银行") == "task «查流水\n顺便问银行»");
    CHECK(heard("然后呢") == "free «然后呢»");
}

TEST_CASE("nothing said is free text without words", "[grammar]")
{
    for (const auto* message : {"", " ", "\n\n", "…", "🙏"}) {
        CAPTURE(message);
        CHECK(understood(message) == std::vector<Utterance>{FreeText{}});
    }
}

} // namespace kintsugi::conversation::tests
