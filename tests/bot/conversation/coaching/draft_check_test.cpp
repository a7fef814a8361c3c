// The rules are data (prompts/<language>/lint.toml): each of their phrases is a bad example, each advice a good one.

#include "bot/conversation/coaching/draft_check.hpp"
#include "bot/conversation/coaching/scripts.hpp"
#include "tests/bot/conversation/words.hpp"

#include <algorithm>

namespace kintsugi::conversation::tests {
namespace {

const DraftCheck& rules()
{
    static const auto all_languages = DraftCheck::load(prompts());
    return all_languages;
}

DraftVerdict verdict(const std::string& draft)
{
    return rules().check(PrivateText{draft}, grammar().time_words(), now, shanghai);
}

/// "insult: stupid, blame: calm down"
std::string findings(const std::string& draft)
{
    std::string all;
    for (const auto& finding : verdict(draft).findings)
        all += (all.empty() ? "" : ", ") + finding.rule->family + ": " + finding.words;
    return all;
}

} // namespace

TEST_CASE("every phrase of every rule is found, with the rule's weight", "[coaching]")
{
    for (const auto& [language, code] : Names<Language>::all)
        for (const auto& rule : rules().rules(language))
            for (const auto& phrase : rule.phrases) {
                CAPTURE(phrase, rule.family);
                const auto found = verdict("… " + phrase + " …");
                const auto names = [&](const Finding& finding) { return finding.rule->family == rule.family; };
                CHECK(std::ranges::any_of(found.findings, names));
                CHECK(found.worst >= rule.level);
            }
}

TEST_CASE("what a rule advises is itself free of findings", "[coaching]")
{
    for (const auto& [language, code] : Names<Language>::all)
        for (const auto& rule : rules().rules(language)) {
            CAPTURE(rule.instead);
            CHECK(findings(rule.instead).empty());
        }
}

TEST_CASE("the words that we offer to send pass our own check", "[coaching]")
{
    const auto scripts = Scripts::load(prompts());
    for (const auto& [language, code] : Names<Language>::all)
        for (const auto& script : scripts.all(language)) {
            CAPTURE(script.situation);
            for (const auto& words : {script.hear, script.understand, script.together})
                CHECK(findings(words) == "");
            for (const auto& option : script.options)
                CHECK(findings(option) == "");
        }
}

TEST_CASE("findings come in order of appearance, one per rule, the worst decides", "[coaching]")
{
    const auto draft = "请您不要激动，我们高度重视，感谢您的理解";
    CHECK(findings(draft) == "blame: 不要激动, empty: 高度重视");
    CHECK(verdict(draft).worst == LintLevel::warn);
    CHECK(verdict("近期会处理").worst == LintLevel::hint);
    CHECK(verdict("近期会处理，别无理取闹").worst == LintLevel::block);
    CHECK(verdict("今天18点前由我告诉您进展").clean());
}

TEST_CASE("width, case and traditional forms are seen through, parts of words are not", "[coaching]")
{
    CHECK(findings("我們高度重視") == "empty: 高度重视");
    CHECK(findings("ＡＳＡＰ!") == "unkeepable: asap");
    CHECK(findings("Calm Down, please") == "blame: calm down");
    CHECK(findings("asaparagus, guaranteeing") == "");
}

TEST_CASE("promises are found with the sentence and the instant that they name", "[coaching]")
{
    const auto found = verdict("您好。我明早10点前打给您！谢谢。退款周五前到账。").promises;
    REQUIRE(found.size() == 2);
    CHECK(found[0].sentence.reveal().find("明早10点前打给您") != std::string::npos);
    CHECK(found[0].due == local(2026, 11, 26, 10));
    CHECK(found[1].due == local(2026, 11, 27, 18));
    CHECK(verdict("今天10点打过电话").promises.empty()); // over: no promise
}

TEST_CASE("the same draft gets the same verdict", "[coaching]")
{
    const std::string draft = "Calm down. We guarantee it ASAP, stupid.";
    CHECK(findings(draft) == findings(draft));
    CHECK(findings(draft) == "blame: calm down, unkeepable: guarantee, insult: stupid");
}

TEST_CASE("a rule that does not fit is refused with its file and family", "[coaching]")
{
    const auto load = [](const char* content) {
        return DraftCheck::load(std::vector<TomlFile>{{"en/lint.toml", content}});
    };
    CHECK_THROWS_WITH(load("[[rule]]\nfamily = \"x\"\nlevel = \"loud\"\nphrases = [\"a\"]\nwhy = \"b\""),
                      Catch::Contains("en/lint.toml") && Catch::Contains("x"));
    CHECK_THROWS_WITH(load("[[rule]]\nfamily = \"y\"\nlevel = \"hint\"\nwhy = \"b\""), Catch::Contains("y"));
    CHECK_THROWS_WITH(load(""), Catch::Contains("en/lint.toml"));
}

} // namespace kintsugi::conversation::tests
