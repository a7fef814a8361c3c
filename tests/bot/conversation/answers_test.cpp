// How the user's own words answer a question of ours, and what the grammar tells for hints.

#include "tests/bot/conversation/words.hpp"

#include <algorithm>

namespace kintsugi::conversation::tests {
namespace {

Answer consent(const char* words)
{
    return grammar().consent_answer(PrivateText{words});
}

Answer settled(const char* words)
{
    return grammar().settled_answer(PrivateText{words});
}

std::optional<int> figure(const char* words)
{
    return grammar().figure_of_ten(PrivateText{words});
}

bool forbids(const char* words, const char* topic)
{
    const auto found = grammar().conditions(PrivateText{words});
    return std::ranges::find(found, PrivateText{topic}) != found.end();
}

} // namespace

TEST_CASE("a refusal wins over a yes in the same breath", "[grammar][answers]")
{
    CHECK(consent("可以的") == Answer::yes);
    CHECK(consent("Sure, go ahead") == Answer::yes);
    CHECK(consent("不可以") == Answer::no);
    CHECK(consent("I'd rather not") == Answer::no);
    CHECK(consent("ok, but please don't") == Answer::no);
    CHECK(consent("我想想") == Answer::unclear);
    CHECK(consent("nobody asked") == Answer::unclear); // "no" is a whole word
}

TEST_CASE("a yes under a condition is a yes, and the condition is kept with its topic", "[grammar][answers]")
{
    CHECK(consent("可以，别提我妈") == Answer::yes);
    CHECK(forbids("可以，别提我妈", "妈"));
    CHECK(forbids("可以，别提我妈", "药"));
    CHECK_FALSE(forbids("可以，别提我妈", "金额"));
    CHECK(consent("fine, but don't mention my mom") == Answer::yes);
    CHECK(forbids("fine, but don't mention my mom", "mother"));
    CHECK(forbids("可以，别提手表，谢谢", "手表"));
    CHECK(grammar().conditions(PrivateText{"可以"}).empty());
}

TEST_CASE("settled and silent are told apart from their opposites", "[grammar][answers]")
{
    CHECK(settled("解决了，谢谢") == Answer::yes);
    CHECK(settled("没解决") == Answer::no);
    CHECK(settled("all good now") == Answer::yes);
    CHECK(settled("I am not happy") == Answer::no);
    CHECK(settled("再看看") == Answer::unclear);
    CHECK(grammar().is_silence(PrivateText{"她没回"}));
    CHECK_FALSE(grammar().is_silence(PrivateText{"她回了"}));
}

TEST_CASE("a figure from 0 to 10 is read where the words name it as one", "[grammar][answers]")
{
    CHECK(figure("总体给8分") == 8);
    CHECK(figure("10分") == 10);
    CHECK(figure("8 overall") == 8);
    CHECK(figure("I'd say 7/10") == 7);
    CHECK(figure("100分") == std::nullopt);
    CHECK(figure("8 个人") == std::nullopt);
}

TEST_CASE("flags stand as whole words, and come off the end", "[grammar][answers]")
{
    CHECK(grammar().has_flag(PrivateText{"我的 全部"}, "all"));
    CHECK(grammar().has_flag(PrivateText{"mine ALL"}, "all"));
    CHECK_FALSE(grammar().has_flag(PrivateText{"mine allowed"}, "all"));
    CHECK(grammar().without_tail(PrivateText{"请发截图 再问"}, "ask_again") == PrivateText{"请发截图"});
    CHECK(grammar().without_tail(PrivateText{"再问"}, "ask_again") == PrivateText{"再问"});
}

TEST_CASE("languages are known by their names in both", "[grammar][answers]")
{
    CHECK(grammar().language_named(PrivateText{" 英文 "}) == Language::english);
    CHECK(grammar().language_named(PrivateText{"Chinese"}) == Language::chinese);
    CHECK(grammar().language_named(PrivateText{"Klingon"}) == std::nullopt);
}

TEST_CASE("the nearest verbs are offered, at most two", "[grammar][answers]")
{
    const auto near = grammar().closest(PrivateText{"publsh"});
    REQUIRE_FALSE(near.empty());
    CHECK(near.front() == Verb::publish);
    CHECK(near.size() <= 2);
    CHECK(grammar().closest(PrivateText{"ЖЖЖ"}).empty());
}

TEST_CASE("every verb can be named in a hint of either language", "[grammar][answers]")
{
    for (const auto& [verb, name] : Names<Verb>::all)
        for (const auto& [language, code] : Names<Language>::all) {
            CAPTURE(name, code);
            CHECK_FALSE(grammar().say(verb, language).empty());
        }
    CHECK(grammar().say(Verb::close, Language::chinese) == "关案");
    CHECK(grammar().say(Verb::close, Language::english) == "close");
}

} // namespace kintsugi::conversation::tests
