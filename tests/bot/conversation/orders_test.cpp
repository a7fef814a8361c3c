// Messages → verbs and what they carry. PRODUCT.md, 6 and 6.1.

#include "tests/bot/conversation/words.hpp"

namespace kintsugi::conversation::tests {
namespace {

struct Heard {
    std::string message;
    std::string means;
};

void check(std::initializer_list<Heard> table)
{
    for (const auto& [message, means] : table) {
        CAPTURE(message);
        CHECK(heard(message) == means);
    }
}

} // namespace

TEST_CASE("an order names its verb in Chinese or English", "[grammar]")
{
    check({{"开案 用户投诉重复扣款", "open «用户投诉重复扣款»"},
           {"New case: charged twice", "open «charged twice»"},
           {"我的", "mine"},
           {"todo", "mine"},
           {"怎么回", "coach"},
           {"How do I reply?", "coach"},
           {"能发吗：请您不要激动", "check «请您不要激动»"},
           {"can I send: please calm down", "check «please calm down»"},
           {"发布 P-19", "publish P-19"},
           {"share P-19", "publish P-19"},
           {"排期 R-31", "schedule R-31"},
           {"schedule R-31", "schedule R-31"},
           {"撤销", "undo"},
           {"别提醒", "mute"}, // not a negated order
           {"?", "help"},
           {"你好", "greet"}});
}

TEST_CASE("width, letter case, traditional forms, emoji and polite words make no difference", "[grammar]")
{
    check({{"開案 用戶投訴", "open «用戶投訴»"},
           {"ＯＰＥＮ　charged twice", "open «charged twice»"},
           {"請幫我關案 K-1042", "close K-1042"},
           {"級別 重大", "level level=level_1"},
           {"Ｋ－１０４２　到哪了？", "show K-1042"},
           {"SHOW k1042", "show K-1042"},
           {"心情３", "heat n=3 «３»"},
           {"❤️ 看 K-1042 🙏", "show K-1042"},
           {"那个…记一下 她很生气", "open «她很生气»"},
           {"麻烦帮我开案 扣款两次", "open «扣款两次»"},
           {"ok, please show K-1042!", "show K-1042"},
           {"/K 帮助", "help"},
           {"@Kintsugi show K-1042", "show K-1042"}});
}

TEST_CASE("the number of a thing may stand before or behind the verb", "[grammar]")
{
    check({{"k-1042 到哪了？", "show K-1042"},
           {"#1042 状态", "show K-1042"},
           {"案1042 进展", "show K-1042"},
           {"合并 K-1052 到 K-1047", "merge K-1052 K-1047"},
           {"原因 K-1042 网关重复回调", "cause K-1042 «网关重复回调»"},
           {"关联到 R-31", "cause R-31"},
           {"kept C-3", "kept C-3"},
           {"K-1042/T-7 完成", "done K-1042 T-7"},
           {"这个 关案", "close this"},
           {"這個到哪了", "show this"},
           {"This one: close", "close this"},
           {"K-1042", "only K-1042"},
           {"r-31", "only R-31"}});
}

TEST_CASE("an order carries people, times, reasons, levels and what is left", "[grammar]")
{
    check({{"任务 @小周 查流水 明天", "task @小周 at 11-26 10:00 «查流水»"},
           {"task @Ben check the log by tomorrow", "task @ben at 11-26 18:00 «check the log»"},
           {"转给小周", "hand_over «小周»"},
           {"转给 @小周 因为 我下班了", "hand_over @小周 because «我下班了»"},
           {"hand over to @ben because my shift ends", "hand_over @ben because «my shift ends»"},
           {"承诺周五前退款", "promise at 11-27 18:00 «退款»"},
           {"promise refund by Fri", "promise at 11-27 18:00 «refund»"},
           {"promise call tomorrow at 3pm", "promise at 11-26 15:00 «call»"},
           {"改期 C-3 周五18点 因为 银行要核对", "reschedule C-3 at 11-27 18:00 because «银行要核对»"},
           {"定级 二级 因为 人多", "level level=level_2 because «人多»"},
           {"K-1042 level L2", "level K-1042 level=level_2"},
           {"关案 K-1042 已修复", "close K-1042 outcome=recovered"},
           {"close K-1042 partly", "close K-1042 outcome=partly"},
           {"ask consent S1", "ask_consent scope=scope_1"},
           {"同意 s2 她说可以", "consent_yes scope=scope_2 «她说可以»"},
           {"heat K-1042 3", "heat K-1042 n=3 «3»"},
           {"静音 到明早9点", "mute at 11-26 09:00"}});
}

TEST_CASE("a time that is over is kept with the next such time as a suggestion", "[grammar]")
{
    check({{"承诺 今天10点 回电话", "promise at 11-26 10:00 (past) «回电话»"},
           {"promise call at 2pm", "promise at 11-26 14:00 (past) «call»"}});
}

TEST_CASE("a level is a whole word", "[grammar]")
{
    check({{"级别 10 个用户, 中度", "level level=level_2 «10 个用户,»"},
           {"level: 10 users, medium", "level level=level_2 «10 users,»"},
           {"级别 高峰期, 高", "level level=level_1 «高峰期,»"},
           {"level highly urgent, high", "level level=level_1 «highly urgent,»"},
           {"level lowest", "level «lowest»"}});
}

TEST_CASE("a verb is a whole word", "[grammar]")
{
    for (const auto* message : {"关于退款", "看不懂", "我的天", "call me", "closed", "openly", "1个用户", "2 users",
                                "今天天气不错", "这个月扣了两次"}) {
        CAPTURE(message);
        CHECK(heard(message) == "free «" + std::string{message} + "»");
    }
}

TEST_CASE("what was missing is filled in without losing what was known", "[grammar]")
{
    Order order;
    order.verb = Verb::promise;
    order.refs.of_case = CaseId{1042};
    const auto fill = [](Order known, const char* more) {
        return line_of(grammar().fill(std::move(known), PrivateText{more}, now, shanghai));
    };
    CHECK(fill(order, "周五前退款") == "promise K-1042 at 11-27 18:00 «退款»");
    CHECK(fill(order, "K-1047 退款") == "promise K-1042 K-1047 «退款»");
    order.verb = Verb::level;
    order.level = cases::Level::severe;
    CHECK(fill(order, "因为 人多") == "level K-1042 level=level_1 because «人多»");
    CHECK(fill(order, "L3") == "level K-1042 level=level_3");
}

} // namespace kintsugi::conversation::tests
