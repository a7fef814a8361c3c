#include "bot/conversation/catalogue.hpp"
#include "bot/conversation/coaching/scripts.hpp"
#include "bot/domain/text.hpp"
#include "tests/bot/conversation/words.hpp"

#include <algorithm>

namespace kintsugi::conversation::tests {
namespace {

const Scripts& scripts()
{
    static const auto all_languages = Scripts::load(prompts());
    return all_languages;
}

/// Situations that fit, best first.
std::vector<std::string> situations(Language language, CoachStage stage, const char* words)
{
    std::vector<std::string> names;
    for (const auto* script : scripts().fitting(language, stage, text::fold(words)))
        names.push_back(script->situation);
    return names;
}

cases::Case touched(cases::Status status)
{
    cases::Case current;
    current.status = status;
    current.touched_at = now;
    return current;
}

} // namespace

TEST_CASE("every stage has a general script in every language", "[coaching]")
{
    for (const auto& [language, code] : Names<Language>::all)
        for (const auto& [stage, name] : Names<CoachStage>::all) {
            CAPTURE(code, name);
            CHECK_FALSE(scripts().fitting(language, stage, "").empty());
        }
}

TEST_CASE("the script with most of the user's words comes first, then the general ones", "[coaching]")
{
    const auto money = situations(Language::english, CoachStage::first_words, "I was CHARGED twice, want a refund");
    REQUIRE(money.size() >= 2);
    CHECK(money.front() == "money");
    CHECK(money[1] == "general");
    const auto both = situations(Language::english, CoachStage::first_words, "rude agent of your support charged me");
    REQUIRE(both.size() >= 2);
    CHECK(both[0] == "attitude");
    CHECK(both[1] == "money");
    CHECK(situations(Language::chinese, CoachStage::first_words, "重複扣款，要求退款").front() == "money");
    CHECK(situations(Language::english, CoachStage::first_words, "hm").front() == "general");
}

TEST_CASE("scripts are complete: three steps, two options, three things not to say", "[coaching]")
{
    for (const auto& [language, code] : Names<Language>::all)
        for (const auto& script : scripts().all(language)) {
            CAPTURE(code, script.situation);
            CHECK_FALSE(script.understand.empty());
            CHECK(script.options.size() == 2);
            CHECK(script.avoid.size() == 3);
            for (const auto& words : {script.hear, script.understand, script.together})
                for (const auto& name : placeholders_of(words))
                    CHECK(name == "name");
        }
}

TEST_CASE("the stage follows from what the case has seen", "[coaching]")
{
    CHECK(coach_stage({}) == CoachStage::first_words);
    CHECK(coach_stage(touched(cases::Status::contacted)) == CoachStage::plan);
    auto planned = touched(cases::Status::working);
    planned.planned_at = now;
    CHECK(coach_stage(planned) == CoachStage::waiting);
    CHECK(coach_stage(touched(cases::Status::waiting_user)) == CoachStage::waiting);
    CHECK(coach_stage(touched(cases::Status::waiting_fix)) == CoachStage::waiting);
    CHECK(coach_stage(touched(cases::Status::resolved)) == CoachStage::closing);
    CHECK(coach_stage(touched(cases::Status::closed)) == CoachStage::closing);
}

TEST_CASE("a script that does not fit is refused with its file and situation", "[coaching]")
{
    const auto load = [](const char* content) {
        return Scripts::load(std::vector<TomlFile>{{"en/coaching.toml", content}});
    };
    CHECK_THROWS_WITH(load("[[script]]\nsituation = \"x\"\nstage = \"later\""),
                      Catch::Contains("en/coaching.toml") && Catch::Contains("x"));
    CHECK_THROWS_WITH(load("[[script]]\nsituation = \"y\"\nstage = \"plan\""), Catch::Contains("y"));
}

} // namespace kintsugi::conversation::tests
