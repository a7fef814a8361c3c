#include "bot/domain/cases/severity.hpp"
#include "bot/domain/text.hpp"
#include "tests/bot/domain/printing.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::cases;

namespace {

SignalRule signal(std::string key, Points points, std::vector<std::string> words)
{
    return {std::move(key), points, false, std::move(words)};
}

Lexicon small_lexicon()
{
    Lexicon lexicon;
    lexicon.signals = {signal("goes_public", {1, 0, 2}, {"小红书", "post it", "posting it"}),
                       signal("family_medicine", {0, 2, 0}, {"药钱", "medicine"}),
                       signal("again", {0, 0, 2}, {"又扣", "second"}),
                       {"hurt", {0, 3, 0}, true, {"受伤", "烫伤", "hurt", "burned"}}};
    lexicon.heat = {{1, {"烦", "annoyed"}}, {2, {"生气", "angry"}}, {3, {"药钱都没了", "再不解决", "furious"}}};
    lexicon.wants = {{"refund", {"退款", "退钱", "refund"}}, {"apology", {"道歉", "apology"}}};
    lexicon.complaint = {"投诉", "complaint"};
    lexicon.progress = {"已退款", "refunded"};
    lexicon.negators = {"没有", "没", "不是", "not", "no", "wasn't"};
    lexicon.intensifiers = {"太", "非常", "very"};
    return lexicon;
}

Reading read(const std::string& text)
{
    static const auto lexicon = small_lexicon();
    return read_complaint(text::fold(text), lexicon);
}

bool finds(const std::string& text, const std::string& key)
{
    return std::ranges::count(read(text).signals, key, &SignalFound::key) > 0;
}

} // namespace

TEST_CASE("the case of PRODUCT 7.2 has 1 + 2 + 2 = 5 points and is of level 2", "[severity]")
{
    const auto reading = read("你们这个月又扣了我两次钱！我妈的药钱都没了，客服让我等15个工作日，\n"
                              "再不解决我就发小红书了。订单 88421907，手机 19900000000");
    const auto points = score(reading.signals);
    CHECK(points == Points{1, 2, 2});
    CHECK(level_of(points) == Level::medium);
    CHECK_FALSE(has_hard_trigger(reading.signals));
    CHECK(reading.heat == 3);
    CHECK(reading.heat_words == std::vector<std::string>{"药钱都没了", "再不解决"});
    CHECK(reading.complaint);
}

TEST_CASE("its English twin reads the same", "[severity]")
{
    const auto reading = read("Second double charge this month! My mom's medicine money is gone. I'm posting it.");
    CHECK(score(reading.signals) == Points{1, 2, 2});
}

TEST_CASE("what did not happen does not fire", "[severity][negation]")
{
    for (const auto* text : {"孩子没有受伤", "还好没受伤", "没有被烫伤", "不是受伤", "nobody was not hurt",
                             "she wasn't hurt", "no one hurt"}) {
        CAPTURE(text);
        CHECK_FALSE(finds(text, "hurt"));
    }
}

TEST_CASE("a negation holds for its clause and for words near it only", "[severity][negation]")
{
    for (const auto* text :
         {"没有退款,孩子受伤了", "客服没有回。受伤了", "没有。受伤", "没有人管!烫伤了", "no refund. hurt",
          "没有任何人告诉过我们这东西会受伤", "受伤了,没有人管", "没有受伤,后来烫伤了"}) {
        CAPTURE(text);
        CHECK(finds(text, "hurt"));
    }
}

TEST_CASE("half a word is no negation", "[severity][negation]")
{
    CHECK(finds("the volcano eruptions hurt me", "hurt")); // "no" lies thirteen bytes before
    CHECK(finds("her knot hurt", "hurt"));
    CHECK_FALSE(finds("no eruptions hurt", "hurt"));
}

TEST_CASE("Latin words match whole, ideographs have no borders", "[severity]")
{
    CHECK(finds("it HURT.", "hurt"));
    CHECK_FALSE(finds("hurtful remarks", "hurt"));
    CHECK_FALSE(finds("unhurt", "hurt"));
    CHECK_FALSE(finds("hurt2", "hurt"));
    CHECK_FALSE(finds("hurt0", "hurt"));
    CHECK(finds("手hurt了", "hurt"));
    CHECK(finds("他说药钱没了", "family_medicine"));
    CHECK(finds("ＨＵＲＴ", "hurt"));
}

TEST_CASE("a hard trigger is told apart from the points", "[severity]")
{
    const auto signals = read("孩子烫伤了").signals;
    CHECK(has_hard_trigger(signals));
    CHECK(level_of(score(signals)) == Level::mild);
}

TEST_CASE("heat is that of the hottest word, one more beside an intensifier or with many words", "[severity][heat]")
{
    CHECK(read("有点烦").heat == 1);
    CHECK(read("有点烦,生气").heat == 2);
    CHECK(read("太生气了").heat == 3);
    CHECK(read("very angry").heat == 3);
    CHECK(read("烦死了,生气,再不解决").heat == 4);
    CHECK(read("非常furious,烦,生气,再不解决").heat == hottest);
    CHECK(read("一切都好").heat == 0);
}

TEST_CASE("what the user wants, and whether it is a complaint or news, is read too", "[severity]")
{
    const auto reading = read("我要退款，还要道歉");
    CHECK(reading.wants == std::vector<std::string>{"refund", "apology"});
    CHECK_FALSE(reading.complaint);
    CHECK(read("有人投诉").complaint);
    CHECK(read("我很生气").complaint);
    CHECK(read("已退款298").progress);
    CHECK_FALSE(read("今天天气不错").progress);
}

TEST_CASE("points count per dimension, the highest of any signal", "[severity]")
{
    const std::vector<SignalFound> signals{{"a", {1, 3, 0}, false}, {"b", {2, 1, 1}, false}};
    CHECK(score(signals) == Points{2, 3, 1});
    CHECK(score({}) == Points{});
}

TEST_CASE("0 to 3 points are level 3, 4 to 6 level 2, 7 to 9 level 1", "[severity]")
{
    for (int sum = 0; sum <= 9; ++sum) {
        const Points points{std::min(sum, 3), std::clamp(sum - 3, 0, 3), std::max(sum - 6, 0)};
        CAPTURE(sum);
        REQUIRE(points.sum() == sum);
        CHECK(level_of(points) == (sum <= 3 ? Level::mild : sum <= 6 ? Level::medium : Level::severe));
    }
}

TEST_CASE("any text can be read, and a long one in no time worth speaking of", "[severity]")
{
    CHECK(read("") == Reading{});
    std::string flood;
    for (int i = 0; i < 20'000; ++i)
        flood += "没有受伤 no hurt ";
    CHECK_FALSE(finds(flood, "hurt"));
    CHECK(finds(flood + "。受伤", "hurt"));
}
