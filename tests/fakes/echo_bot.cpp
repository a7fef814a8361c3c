#include "tests/fakes/echo_bot.hpp"

#include "tests/fakes/chat_samples.hpp"

namespace kintsugi::tests {
namespace {

using conversation::ButtonStyle;
using conversation::Card;
using conversation::CardKind;
using conversation::Message;
using service::RoomPurpose;

Card intake(Language language)
{
    if (language == Language::english)
        return {CardKind::intake_receipt,
                language,
                "🧾 Opened K-1042 · L2 medium · user \"Morning Star\"",
                {"Summary: second double charge in a month; support quoted 15 business days",
                 "Wants: refund (no amount given) · Heat 3/4: \"medicine money is gone\", \"If this isn't fixed\"",
                 "Signals: threatens to post · family medicine · second time",
                 "Similar: 7th \"double charge\" this week → maybe R-31 (Payments, fixing)",
                 "⏱ human reply by 09:36 · plan by 21:06", "Masked: phone, order number"},
                "",
                {{"script", "coach"},
                 {"level", "level"},
                 {"add", "note"},
                 {"link R-31", "link"},
                 {"undo", "undo", ButtonStyle::danger}},
                "Type 1 to 4, or \"undo\" within 10 min"};
    return {CardKind::intake_receipt,
            language,
            "🧾 已开案 K-1042 · 二级·中度",
            {"用户·晨星(真名只有你能看)· 来源:私聊", "一句话:一个月内第二次重复扣款,客服答复需等 15 个工作日",
             "想要:退款(金额未写)", "情绪 3/4:「药钱都没了」「再不解决…」", "信号:扬言公开 · 家人用药 · 说是第二次",
             "相似:本周第 7 起「重复扣款」→ 可能是 R-31(支付,修复中)", "⏱ 首次真人回应 09:36 前 · 方案 21:06 前",
             "已遮盖:手机号、订单号"},
            "",
            {{"看话术", "coach", ButtonStyle::primary},
             {"改级别", "level"},
             {"补充", "note"},
             {"关联 R-31", "link"},
             {"撤销", "undo", ButtonStyle::danger}},
            "回数字 1 到 5 也行 ·「撤销」10 分钟内有效"};
}

Card coach(Language language)
{
    if (language == Language::english)
        return {
            CardKind::coach,
            language,
            "💬 First words (hear her first, explain later)",
            {"Two options to offer: ① advance ¥298 ② fast refund (about 1 day)",
             "Do not say yet: \"very seriously\" · \"system upgrade\" · \"15 business days\""},
            "Ms Zhang, charging you twice in a month was our mistake, and I am sorry. That was your mother's medicine "
            "money. I am asking for an advance of ¥298 now and will tell you yes or no by 11:00 today, either way.",
            {{"Another version", "again"},
             {"Check my draft", "check"},
             {"I contacted her", "touched", ButtonStyle::primary}},
            ""};
    return {CardKind::coach,
            language,
            "💬 第一句话(先听到,别解释)",
            {"可给的两个选择:① 先行垫付 298 元 ② 加急原路退回(约 1 天)",
             "先别说:「高度重视」「系统原因」「按规定 15 个工作日」"},
            "张姐,一个月里被重复扣了两次,还让您等 15 "
            "个工作日,这笔是阿姨的药钱,换我也急坏了。\n我现在就去盯这笔退款,今天 11 "
            "点前先告诉您进展,找我一个人就行。",
            {{"换一版", "again"}, {"检查我的草稿", "check"}, {"我已联系", "touched", ButtonStyle::primary}},
            "「检查 + 你的草稿」随时可用"};
}

Card community(Language language)
{
    return {CardKind::community,
            language,
            language == Language::english ? "Kintsugi 208·tong | ② In progress" : "金缮 208·桐 | ② 处理中",
            {"一位朋友这个月被重复扣款。我们已先行垫付,支付团队正在查原因。",
             "负责人:会员服务 · 下次更新:周二 18:00 前", "几位朋友也遇到"},
            "",
            {{"我也遇到", "me_too"}, {"关注", "follow"}, {"有帮助", "helpful"}},
            "回「208 到哪了」看进展",
            2};
}

Card refusal(Language language)
{
    Card card;
    card.kind = CardKind::refusal;
    card.language = language;
    card.title = language == Language::english ? "That did not fit" : "没看懂";
    card.lines = {language == Language::english ? "Nothing was changed. Did you mean \"show\" or \"help\"?"
                                                : "什么都没改。你是想说「看」还是「帮助」?"};
    return card;
}

Card answer_to(const Message& message, Language language)
{
    const auto& words = message.text.reveal();
    if (message.press || words == "1") return coach(language);
    if (words.size() > 20) return intake(language);
    return refusal(language);
}

void say(service::Stores& stores, const std::string& who, const std::string& where, const std::string& words,
         Instant at)
{
    const Message message{.event = who + words,
                          .account = who,
                          .at = {where, false},
                          .addressed = false,
                          .text = PrivateText{words},
                          .press = std::nullopt,
                          .reply_to = {}};
    stores.inbox.record({console_id, message.event, "done", {}, 1}, message, CustomerId{}, at);
}

} // namespace

void seed(service::Stores& stores, Instant now)
{
    const auto english = Language::english;
    stores.people.save(a_person("linke", "林可", {Role::koe}));
    stores.people.save(a_person("zhouhang", "周航", {Role::koe, Role::lead}));
    stores.people.save(a_person("wangmin", "王敏", {Role::reviewer, Role::legal}));
    stores.people.save(a_person("ligong", "李工", {Role::product_owner}));
    stores.people.save(a_person("abu", "阿布", {Role::member}));
    stores.people.save(a_person("maya", "Maya", {Role::koe}, english, "America/New_York"));
    stores.people.save(a_person("tom", "Tom", {Role::koe, Role::lead}, english, "America/New_York"));
    auto team = a_room("team", RoomPurpose::team, "KOE 团队");
    team.members = 12;
    stores.rooms.save(team);
    auto members = a_room("members-3", RoomPurpose::community, "会员 3 群");
    members.members = 486;
    stores.rooms.save(members);
    stores.rooms.save(a_room("payments", RoomPurpose::product, "支付产品群"));

    const auto yesterday = now - Days{1};
    say(stores, "zhouhang", "team", "明天调休,K-1038 谁能接一下?", yesterday);
    say(stores, "linke", "team", "我来。", yesterday + std::chrono::minutes{2});
    say(stores, "maya", "team", "I can cover the evening, New York time.", yesterday + std::chrono::minutes{3});
    const auto id = stores.outbox.add(an_item("members-3", community(Language::chinese), yesterday));
    stores.outbox.sent(id, yesterday);
}

conversation::HttpResponse echo(service::Stores& stores, const ConnectionId& connection,
                                const conversation::Messages& messages, Instant now)
{
    const auto& message = messages.front();
    if (const auto known = stores.inbox.find(connection, message.event)) return known->answer;
    stores.inbox.record({connection, message.event, "done", {200, {}, "{}"}, 1}, message, CustomerId{}, now);
    const auto person = stores.people.find(PersonId{message.account});
    if (message.addressed && person)
        stores.outbox.add(an_item(message.at.conversation, answer_to(message, person->language), now));
    return {200, {}, "{}"};
}

} // namespace kintsugi::tests
