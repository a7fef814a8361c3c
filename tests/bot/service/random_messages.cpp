#include "tests/bot/service/random_messages.hpp"

#include "bot/conversation/verbs.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace kintsugi::tests {
namespace {

using conversation::Verb;

enum class Who { koe, reviewer, product, member, anyone };

struct Sentence {
    Who who;
    const char* text; ///< {K} case, {R} cause, {P} publication, {A} alias, {S} secret
};

constexpr Sentence sentences[] = {
    {Who::koe, "王女士 10:02\n又被重复扣款了,转圈又点了一次,气死了,订单 {S}"},
    {Who::koe, "Mrs Smith: charged twice again, this is awful, order {S}, I will sue"},
    {Who::koe, "开案 {S} 的验证码收不到,登录不了,真烦"},
    {Who::koe, "已联系 {K} {S},我来盯这笔退款,今天给您准信。"},
    {Who::koe, "touched {K} I am on it, you will hear from me today"},
    {Who::koe, "方案 {K} 先行垫付,明天18点前到账"},
    {Who::koe, "plan {K} refund by tomorrow 6pm"},
    {Who::koe, "承诺 {K} 后天10点前给{S}回电话"},
    {Who::koe, "兑现 {K} C-1"},
    {Who::koe, "改期 {K} C-1 明天20点 因为银行慢"},
    {Who::koe, "任务 {K} @小周 核对{S}的流水 明天12点"},
    {Who::koe, "完成 {K} T-1"},
    {Who::koe, "求助 {K} @李工 {S} 为什么扣两次 今天18点前"},
    {Who::koe, "ask {K} @陈斯 why was {S} charged twice"},
    {Who::product, "答复 {S} 的单子是重复请求,去重没生效"},
    {Who::koe, "转给 {K} @小周 我要休假,{S}比较急"},
    {Who::koe, "接手 {K}"},
    {Who::koe, "等用户 {K} 请{S}发截图 明天10点再问"},
    {Who::koe, "用户回了 {K} 截图发了"},
    {Who::koe, "级别 {K} 一级 要上媒体了"},
    {Who::koe, "level {K} L3 calmed down"},
    {Who::koe, "原因 {K} 重复扣款"},
    {Who::koe, "原因 {K} 支付: {S} 重复扣款"},
    {Who::koe, "关联 {K} {R}"},
    {Who::koe, "等修复 {K} {R} 已先行垫付给{S}"},
    {Who::koe, "合并 {K} 到 {K}"},
    {Who::koe, "拆开 {K}"},
    {Who::koe, "心情 {K} 1"},
    {Who::koe, "补充 {K} {S} 又打电话来了"},
    {Who::koe, "征求同意 {K}"},
    {Who::koe, "她说:可以,别提我妈"},
    {Who::koe, "同意 {K} S2 她说可以"},
    {Who::koe, "consent yes {K} S1 she said fine"},
    {Who::koe, "撤回同意 {K} {S}不想放了"},
    {Who::koe, "预览 {K}"},
    {Who::koe, "预览 {K} 支付负责人今天给{S}说法"},
    {Who::koe, "送审 {P}"},
    {Who::reviewer, "通过 {P}"},
    {Who::reviewer, "approve {P}"},
    {Who::reviewer, "退回 {P} 没说谁给{S}说法"},
    {Who::koe, "发布 {P}"},
    {Who::koe, "先别发布 {P}"},
    {Who::koe, "更正 {P} 退款时间是后天,{S}已确认"},
    {Who::koe, "撤下 {P} 用户要求"},
    {Who::koe, "已解决 {K}"},
    {Who::koe, "确认 {K} 她说可以了"},
    {Who::koe, "用户不认可 {K} 又扣了"},
    {Who::koe, "关案 {K} 修复了"},
    {Who::koe, "close {K} unreachable cause unknown"},
    {Who::koe, "重开 {K} 又出现了"},
    {Who::koe, "满意度 {K} 8"},
    {Who::koe, "回访 {K} 9 {S}说挺好"},
    {Who::product, "认领 {R}"},
    {Who::product, "排期 {R} 周五"},
    {Who::product, "修复中 {R}"},
    {Who::product, "上线 {R} 6.3.1 按钮防重复点,{S}不会再遇到"},
    {Who::product, "不修 {R} 明年新版会取消这一步;现在可以在设置里关掉自动续费"},
    {Who::koe, "申诉 {R} 用户在流失"},
    {Who::koe, "已告知 {K}"},
    {Who::member, "关注 {A}"},
    {Who::member, "我也遇到 {A}"},
    {Who::member, "{A} 到哪了"},
    {Who::member, "这人是不是{S}?"},
    {Who::member, "找人 {A} {S}"},
    {Who::anyone, "撤销"},
    {Who::anyone, "恢复"},
    {Who::anyone, "undo {K}"},
    {Who::anyone, "看 {K} 全部"},
    {Who::anyone, "show {R}"},
    {Who::anyone, "1"},
    {Who::anyone, "2"},
    {Who::anyone, "搜 {S}"},
    {Who::anyone, "风险 {S} 要上门"},
    {Who::anyone, "感谢 @小周 帮忙查 {S}"},
    {Who::anyone, "检查 亲爱的{S},这是不可能的,您先冷静"},
    {Who::anyone, "证据 {K} 订单 {S} 的截图"},
    {Who::koe, "绑定 {K}"},
    {Who::anyone, "删除资料 {K} 用户来信"},
    {Who::reviewer, "法律保全 {K}"},
    {Who::reviewer, "解除保全 {K}"},
    {Who::koe, "恢复对外"},
    {Who::anyone, "{S}"},
    {Who::anyone, "好的 然后 看 {K}; 为什么 {K}"},
};

constexpr std::array koes{"lin_ke", "xiao_zhou", "zhou_hang"};
constexpr std::array reviewers{"wang_min", "chen_si"};
constexpr std::array product{"li_gong", "chen_si"};
constexpr std::array members{"a_bu", "xiao_mai"};
constexpr std::array everyone{"lin_ke", "xiao_zhou", "zhou_hang", "wang_min", "chen_si", "li_gong", "a_bu", "xiao_mai"};

std::string speaker(Random& random, Who who)
{
    if (random.one_in(8)) who = Who::anyone;
    switch (who) {
    case Who::koe:
        return random.one_of(koes);
    case Who::reviewer:
        return random.one_of(reviewers);
    case Who::product:
        return random.one_of(product);
    case Who::member:
        return random.one_of(members);
    case Who::anyone:
        return random.one_of(everyone);
    }
    return {};
}

int number_up_to(Random& random, int most)
{
    return 1 + random.up_to(random.one_in(12) ? most + 2 : std::max(0, most - 1));
}

std::string filled(Random& random, const KnownNumbers& numbers, char slot)
{
    switch (slot) {
    case 'K':
        return random.one_in(4) ? "" : "K-" + std::to_string(1000 + number_up_to(random, numbers.cases));
    case 'R':
        return "R-" + std::to_string(number_up_to(random, numbers.causes));
    case 'P':
        return "P-" + std::to_string(number_up_to(random, numbers.publications));
    case 'A':
        return std::to_string(numbers.alias == 0 || random.one_in(9) ? 100 + random.up_to(800) : numbers.alias);
    default:
        return random.one_in(2) ? "她" : random.one_of(typed_secrets);
    }
}

std::string with_numbers(Random& random, const KnownNumbers& numbers, std::string text)
{
    for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at)) {
        const auto word = filled(random, numbers, text[at + 1]);
        text.replace(at, 3, word);
        at += word.size();
    }
    return text;
}

/// Right or wrong: what an order of any verb may carry.
std::string random_order(Random& random, const conversation::Grammar& grammar)
{
    constexpr std::array in_front{"金缮 ", "/k ", "麻烦帮我", "please ", "先别", "don't ", "要不要", "我想"};
    constexpr std::array things{"{K}", "{K}", "{R}", "{P}", "{A}", "C-1", "T-1", "这个", "{K} {K}"};
    constexpr std::array words{"{S} 的退款", "已经说好了", "she is fine with it", "因为{S}着急", "@小周", "@林可 {S}"};
    constexpr std::array times{"明天10点", "2小时后", "周五前", "tomorrow 10am", "in 2h", "昨天18点"};
    constexpr std::array values{"一级", "L2", "三级", "3", "8 9 7", "修复了", "invalid", "S2", "全部", "英文"};
    const auto& verb = random.one_of(conversation::verb_rows()).verb;
    std::string text = random.one_in(6) ? random.one_of(in_front) : "";
    text += grammar.say(verb, random.one_in(3) ? Language::english : Language::chinese);
    const auto maybe = [&](int in, const auto& list) {
        if (random.one_in(in)) text += std::string{" "} + random.one_of(list);
    };
    if (!random.one_in(3)) maybe(1, things);
    maybe(2, words);
    maybe(3, times);
    maybe(3, values);
    if (random.one_in(20)) text += random.one_in(2) ? "吗?" : "?";
    return text;
}

} // namespace

RandomMessage random_message(Random& random, const conversation::Grammar& grammar, const KnownNumbers& numbers)
{
    if (random.one_in(3)) {
        auto text = with_numbers(random, numbers, random_order(random, grammar));
        return {speaker(random, random.one_in(2) ? Who::koe : Who::anyone), std::move(text)};
    }
    constexpr int openings = 3; // at the head of the table; enough cases are enough
    const auto first = numbers.cases < 12 ? 0 : openings;
    const auto& sentence = sentences[first + random.up_to(static_cast<int>(std::size(sentences)) - first - 1)];
    return {speaker(random, sentence.who), with_numbers(random, numbers, sentence.text)};
}

} // namespace kintsugi::tests
