#include "bot/domain/sharing/publication_rules.hpp"
#include "tests/bot/domain/sharing/publishing.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;
using cases::Basis;
using cases::Level;

namespace {

Consent granted(Scope scope = Scope::result)
{
    Consent consent;
    consent.state = ConsentState::granted;
    consent.scope = scope;
    consent.text_hashes = {"free 1"};
    consent.expires = morning + 180 * 24h;
    return consent;
}

/// A case, a consent and a text, of which a test spoils one part.
struct Scene {
    cases::Case of = a_case().in(cases::Status::closed).build();
    Consent consent = granted();
    Publication text = a_text().queued().build();
    Surroundings around;

    Scene() { around.now = *text.release_at; }
    explicit Scene(const TextBuilder& builder) : text(builder.build()) { around.now = builder.now() + 1h; }

    [[nodiscard]] std::optional<Refused> outward()
    {
        around.of = &of;
        around.consent = &consent;
        const auto refusal = PublicationRules::check_outward(text, around);
        return refusal ? std::optional{refusal->reason} : std::nullopt;
    }

    [[nodiscard]] Outcome<PublicText> release()
    {
        around.of = &of;
        around.consent = &consent;
        return PublicationRules::release(text, around);
    }
};

Scene with_result(Basis basis = Basis::users_words)
{
    Scene scene{TextBuilder{Level::mild, Step::solved, Mode::both}.queued()};
    scene.of.confirmed_by = basis;
    return scene;
}

} // namespace

TEST_CASE("a text that has everything is released as it was approved", "[publication][release]")
{
    CHECK(Scene{}.release()->reveal() == "A member was charged twice.");
    CHECK(with_result().release().has_value());
}

TEST_CASE("each thing that is missing keeps a text in", "[publication][release]")
{
    using enum Refused;
    using Spoil = void (*)(Scene&);
    const std::pair<Refused, Spoil> spoiled[] = {
        {outbound_on_hold, [](Scene& scene) { scene.around.outbound_on_hold = true; }},
        {outbound_on_hold, [](Scene& scene) { scene.around.now = *scene.text.release_at - 1ms; }},
        {not_masked, [](Scene& scene) { scene.around.residue_found = true; }},
        {second_failure_not_shared, [](Scene& scene) { scene.of.second_failure = true; }},
        {consent_missing, [](Scene& scene) { scene.consent.state = ConsentState::none; }},
        {consent_withdrawn, [](Scene& scene) { scene.consent.state = ConsentState::withdrawn; }},
        {consent_refused, [](Scene& scene) { scene.consent.state = ConsentState::refused; }},
        {consent_missing, [](Scene& scene) { scene.consent.expires = scene.around.now; }},
        {consent_other_words, [](Scene& scene) { scene.text.free_text_hash = "free 2"; }},
        {consent_condition,
         [](Scene& scene) {
             scene.consent.forbidden = {words("mom")};
             scene.around.folded_text = "her mom was charged twice";
         }},
        {approval_expired, [](Scene& scene) { scene.text.approved_at = scene.around.now - 24h - 1ms; }},
        {approval_expired, [](Scene& scene) { scene.text.approved_at.reset(); }},
    };
    for (const auto& [refusal, spoil] : spoiled) {
        Scene scene;
        spoil(scene);
        CAPTURE(refusal);
        const auto released = scene.release();
        REQUIRE_FALSE(released.has_value());
        CHECK(released.error().reason == refusal);
    }
}

TEST_CASE("an approval holds for 24 h and not longer", "[publication][release]")
{
    Scene scene;
    scene.around.now = *scene.text.approved_at + 24h;
    CHECK(scene.release().has_value());
}

TEST_CASE("only a queued text is released", "[publication][release]")
{
    for (const auto& [state, name] : Names<PublicationState>::all) {
        Scene scene;
        scene.text.state = state;
        CAPTURE(name);
        CHECK(scene.release().has_value() == (state == PublicationState::queued));
    }
}

TEST_CASE("a result waits for the user's word, and our own claim is none", "[publication][mode]")
{
    CHECK_FALSE(with_result(Basis::users_words).outward().has_value());
    CHECK_FALSE(with_result(Basis::users_link).outward().has_value());
    CHECK(with_result(Basis::no_answer).outward() == Refused::result_needs_users_word);
    auto unconfirmed = with_result();
    unconfirmed.of.confirmed_by.reset();
    CHECK(unconfirmed.outward() == Refused::result_needs_users_word);
}

TEST_CASE("a result is held back while heat rises or a promise is broken", "[publication][mode]")
{
    auto rising = with_result();
    rising.of.heat = rising.of.heat_at_opening + 1;
    CHECK(rising.outward() == Refused::result_on_hold);
    auto broken = with_result();
    broken.around.broken_promise = true;
    CHECK(broken.outward() == Refused::result_on_hold);
}

TEST_CASE("in 24 situations process and result are shown where WHY idea 5 allows", "[publication][mode]")
{
    for (const bool second : {false, true})
        for (const bool rising : {false, true})
            for (const bool broken : {false, true})
                for (const auto mode : {Mode::process, Mode::result, Mode::both}) {
                    Scene scene{TextBuilder{Level::mild, Step::in_progress, mode}.queued()};
                    scene.of.second_failure = second;
                    scene.of.heat = rising ? 4 : 0;
                    scene.around.broken_promise = broken;
                    const bool allowed = !second && (mode == Mode::process || (!rising && !broken));
                    CAPTURE(second, rising, broken, mode);
                    CHECK(!scene.outward().has_value() == allowed);
                }
}

TEST_CASE("a result needs the consent to results, a process the smaller one", "[publication][consent]")
{
    auto result = with_result();
    result.consent = granted(Scope::process);
    CHECK(result.outward() == Refused::consent_scope);
    Scene process;
    process.consent = granted(Scope::process);
    CHECK_FALSE(process.outward().has_value());
}
