#include "bot/domain/sharing/anonymizer.hpp"
#include "bot/domain/text.hpp"
#include "tests/bot/domain/printing.hpp"
#include "tests/bot/domain/random.hpp"
#include "tests/bot/domain/sharing/anonymizing.hpp"

#include <string_view>
#include <vector>

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;

namespace {

/// Words that patterns look for, identifiers, numbers of all lengths, placeholders and what may stand between them.
constexpr std::string_view all_pieces =
    "手机|电话|订单|单号|微信|账号|qq|phone|order|account|wechat|uid|no|id|is|密码|金额|我叫|My name is|Mr.|"
    "19900000000|199 0000 0000|010-00000000|88421907|6200000000000000|11010519000101000X|12345678|1234|2980|298元|15|"
    "abc@example.com|https://example.com/a|@小助手|京A12345|wx_synthetic1|qwertyuiop|幸福区光明路88号|3栋502室|"
    "张晓丽女士|小王|李先生|王明|Jane Doe|Smith|[手机号]|[phone]|[账号]|[订单号]|[order number]|[姓名]|"
    " | | |，|。|:|\n|-|+|(|)|的|说|先生";

std::vector<std::string> cut(std::string_view list)
{
    std::vector<std::string> found;
    for (auto bar = list.find('|'); bar != std::string_view::npos; bar = list.find('|')) {
        found.emplace_back(list.substr(0, bar));
        list.remove_prefix(bar + 1);
    }
    found.emplace_back(list);
    return found;
}

std::string random_text(Random& random)
{
    static const auto pieces = cut(all_pieces);
    std::string text;
    for (auto left = random.up_to(12); left >= 0; --left)
        text += random.one_of(pieces);
    return text;
}

} // namespace

TEST_CASE("masking a masked text changes nothing", "[anonymizer][property]")
{
    for (int seed = 0; seed < 20'000; ++seed) {
        Random random{seed};
        const auto text = random_text(random);
        const auto once = anonymizer().mask(PrivateText{text});
        const auto twice = anonymizer().mask(PrivateText{once.text});
        CAPTURE(seed, text);
        REQUIRE(twice.text.reveal() == once.text.reveal());
        REQUIRE(twice.removed.empty());
        REQUIRE(text::is_valid_utf8(once.text.reveal()));
    }
}

TEST_CASE("a mobile number that stands free is never left, whatever stands around it", "[anonymizer][property]")
{
    for (int seed = 0; seed < 10'000; ++seed) {
        Random random{seed};
        const auto text = random_text(random) + "，19911112222，" + random_text(random);
        CAPTURE(seed, text);
        REQUIRE(mask(text).find("19911112222") == std::string::npos);
    }
}

TEST_CASE("a placeholder that a user typed stays as it is", "[anonymizer]")
{
    CHECK(mask("[手机号] 另外 1234567 次") == "[手机号] 另外 1234567 次");
    CHECK(mask("[account] qwerty12345") == "[account] qwerty12345");
    CHECK(mask("订单 88421907 金额 2980") == "订单 [订单号] 金额 2980");
    CHECK(mask("call [phone] about 1234567 things") == "call [phone] about 1234567 things");
}

TEST_CASE("code points that stand for placeholders while masking cannot be smuggled in", "[anonymizer]")
{
    std::string text = "call ";
    for (char32_t mark = 0xE000; mark < 0xE020; ++mark)
        text::append(text, mark);
    CHECK(mask(text + "now") == "call now");
}
