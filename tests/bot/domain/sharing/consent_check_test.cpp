#include "bot/domain/sharing/consent.hpp"
#include "tests/bot/domain/builders.hpp"

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;

namespace {

Consent consent(ConsentState state, Scope scope = Scope::result)
{
    Consent made;
    made.state = state;
    made.scope = scope;
    made.text_hashes = {"first preview", "second preview"};
    made.asked_at = morning;
    made.expires = morning + 180 * 24h;
    return made;
}

std::optional<Refused> check(const Consent& given, Scope needed, const std::string& hash = {},
                             std::string_view folded = {})
{
    const auto refusal = check_consent(given, needed, hash, folded, morning + 24h);
    return refusal ? std::optional{refusal->reason} : std::nullopt;
}

} // namespace

TEST_CASE("a text is shown only where consent was granted, else the reason is told", "[consent]")
{
    const std::pair<ConsentState, std::optional<Refused>> answers[] = {
        {ConsentState::none, Refused::consent_missing},
        {ConsentState::asked, Refused::consent_missing},
        {ConsentState::granted, std::nullopt},
        {ConsentState::refused, Refused::consent_refused},
        {ConsentState::expired, Refused::consent_missing},
        {ConsentState::ask_again, Refused::consent_other_words},
        {ConsentState::withdrawn, Refused::consent_withdrawn},
    };
    for (const auto& [state, refusal] : answers) {
        CAPTURE(state);
        CHECK(check(consent(state), Scope::process) == refusal);
    }
}

TEST_CASE("a larger anonymous consent covers a smaller one and never the other way round", "[consent]")
{
    using enum Scope;
    CHECK_FALSE(check(consent(ConsentState::granted, process), process).has_value());
    CHECK(check(consent(ConsentState::granted, process), result) == Refused::consent_scope);
    CHECK_FALSE(check(consent(ConsentState::granted, result), process).has_value());
    CHECK_FALSE(check(consent(ConsentState::granted, story), result).has_value());
}

TEST_CASE("a story, or a name, is implied by nothing else", "[consent]")
{
    using enum Scope;
    for (const auto& [scope, name] : Names<Scope>::all) {
        CAPTURE(name);
        CHECK(check(consent(ConsentState::granted, scope), story).has_value() == (scope != story));
        CHECK(check(consent(ConsentState::granted, scope), named).has_value() == (scope != named));
    }
}

TEST_CASE("free words must be among those the user saw; template words need no new question", "[consent]")
{
    const auto granted = consent(ConsentState::granted);
    CHECK_FALSE(check(granted, Scope::result, "first preview").has_value());
    CHECK_FALSE(check(granted, Scope::result, "second preview").has_value());
    CHECK_FALSE(check(granted, Scope::result, "").has_value());
    CHECK(check(granted, Scope::result, "second preview, one word changed") == Refused::consent_other_words);
}

TEST_CASE("the user's conditions block whatever has their words, in any case and width", "[consent]")
{
    auto granted = consent(ConsentState::granted);
    granted.forbidden = {words("妈"), words("Ｍｏｍ"), words("藥")};
    CHECK(check(granted, Scope::result, "", "帮一位朋友的妈妈退了款") == Refused::consent_condition);
    CHECK(check(granted, Scope::result, "", "for her mom's refund") == Refused::consent_condition);
    CHECK(check(granted, Scope::result, "", "买药的钱") == Refused::consent_condition);
    CHECK_FALSE(check(granted, Scope::result, "", "帮一位朋友退了款").has_value());
    CHECK_FALSE(check(granted, Scope::result, "", "done in a moment").has_value()); // a Latin word counts whole
}

TEST_CASE("asking again keeps the words shown before and takes the new ones", "[consent]")
{
    Consent current;
    const auto hear = [&](const ConsentEvent& event) { current = evolve(current, {1, ActId{1}, morning, {}, event}); };
    hear(ConsentAsked{Scope::process, "first"});
    hear(ConsentGranted{Scope::result, words("yes"), {words("妈")}, morning + 180 * 24h});
    CHECK(current.scope == Scope::result); // what the user said, not what was asked
    CHECK(current.forbidden == std::vector{words("妈")});
    hear(ConsentOutgrown{"second"});
    hear(ConsentAsked{Scope::result, "second"});
    CHECK(current.text_hashes == std::vector<std::string>{"first", "second"});
    CHECK(current.state == ConsentState::asked);
    CHECK(check(current, Scope::process) == Refused::consent_missing);
}

TEST_CASE("undoing a grant asks as before", "[consent][undo]")
{
    const ConsentHistory log{{1, ActId{1}, morning, {}, ConsentAsked{Scope::result, "first"}},
                             {2, ActId{2}, morning, {}, ConsentGranted{Scope::result, words("yes"), {}, morning}},
                             {3, ActId{3}, morning, {}, Struck{ActId{2}}}};
    CHECK(fold_consent(log) == fold_consent(std::span{log}.first(1)));
}
