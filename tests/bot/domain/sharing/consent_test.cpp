#include "bot/domain/sharing/consent.hpp"
#include "tests/bot/domain/builders.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;

namespace {

ConsentOrder order(ConsentVerb verb, Scope scope = Scope::result)
{
    return {verb, scope, "hash of the preview", words("she said yes"), {}};
}

/// The consent of one user, step by step, a day apart.
class Asking {
public:
    Asking& does(const ConsentOrder& what)
    {
        auto event = decide(consent_, what, now_);
        if (!event) throw std::logic_error{"a test cannot build its consent"};
        log_.push_back({static_cast<int>(log_.size()) + 1, ActId{static_cast<int>(log_.size()) + 1}, now_, {}, *event});
        consent_ = evolve(consent_, log_.back());
        REQUIRE(fold_consent(log_) == consent_);
        return *this;
    }
    Asking& asked(Scope scope = Scope::result) { return does(order(ConsentVerb::ask, scope)); }
    Asking& granted(Scope scope = Scope::result) { return does(order(ConsentVerb::grant, scope)); }
    Asking& later(Milliseconds time) { return now_ += time, *this; }

    [[nodiscard]] const Consent& now() const { return consent_; }
    [[nodiscard]] Instant time() const { return now_; }

private:
    Consent consent_;
    ConsentHistory log_;
    Instant now_ = morning;
};

Asking in(ConsentState state)
{
    switch (state) {
    case ConsentState::none:
        return {};
    case ConsentState::asked:
        return Asking{}.asked();
    case ConsentState::granted:
        return Asking{}.asked().granted();
    case ConsentState::refused:
        return Asking{}.asked().does(order(ConsentVerb::refuse));
    case ConsentState::expired:
        return Asking{}.asked().later(silence_means_no_after).does(order(ConsentVerb::expire));
    case ConsentState::ask_again:
        return Asking{}.asked().granted().does(order(ConsentVerb::outgrow));
    case ConsentState::withdrawn:
        return Asking{}.asked().granted().does(order(ConsentVerb::withdraw));
    }
    throw std::logic_error{"unknown state"};
}

bool has_row(ConsentState from, ConsentVerb verb)
{
    return std::ranges::any_of(consent_transitions(),
                               [&](const ConsentTransition& row) { return row.from == from && row.verb == verb; });
}

constexpr auto a_year = Days{365};

} // namespace

TEST_CASE("each row of consent leads where it says", "[consent][table]")
{
    for (const auto& row : consent_transitions()) {
        auto asking = in(row.from).later(a_year); // so that what time ends has ended
        CAPTURE(row.from, static_cast<int>(row.verb));
        CHECK(asking.does(order(row.verb)).now().state == row.to);
    }
}

TEST_CASE("whatever has no row is refused", "[consent][table]")
{
    for (const auto& [state, name] : Names<ConsentState>::all)
        for (int verb = 0; verb <= static_cast<int>(ConsentVerb::withdraw); ++verb) {
            if (has_row(state, static_cast<ConsentVerb>(verb))) continue;
            CAPTURE(name, verb);
            CHECK_FALSE(decide(in(state).now(), order(static_cast<ConsentVerb>(verb)), morning).has_value());
        }
}

TEST_CASE("nobody who said no, said nothing or took it back is asked again", "[consent]")
{
    const auto ask = order(ConsentVerb::ask);
    CHECK(decide(in(ConsentState::refused).now(), ask, morning).error().reason == Refused::consent_never_twice);
    CHECK(decide(in(ConsentState::expired).now(), ask, morning).error().reason == Refused::consent_never_twice);
    CHECK(decide(in(ConsentState::withdrawn).now(), ask, morning).error().reason == Refused::consent_withdrawn);
    CHECK(decide(in(ConsentState::asked).now(), ask, morning).error().reason == Refused::already_so);
}

TEST_CASE("silence is no after seven days and not before", "[consent]")
{
    auto asking = Asking{}.asked();
    const auto end = asking.time() + 7 * 24h;
    CHECK(consent_ends(asking.now()) == end);
    CHECK(decide(asking.now(), order(ConsentVerb::expire), end - 1ms).error() ==
          Refusal{Refused::wrong_state, "asked", end});
    CHECK(asking.later(7 * 24h).does(order(ConsentVerb::expire)).now().state == ConsentState::expired);
}

TEST_CASE("a consent lasts 180 days", "[consent]")
{
    auto asking = Asking{}.asked().later(24h).granted();
    const auto end = asking.time() + 180 * 24h;
    CHECK(consent_ends(asking.now()) == end);
    CHECK_FALSE(decide(asking.now(), order(ConsentVerb::expire), end - 1ms).has_value());
    CHECK_FALSE(check_consent(asking.now(), Scope::result, "", "", end - 1ms).has_value());
    CHECK(check_consent(asking.now(), Scope::result, "", "", end)->reason == Refused::consent_missing);
    for (const auto& [state, name] : Names<ConsentState>::all)
        if (state != ConsentState::asked && state != ConsentState::granted)
            CHECK_FALSE(consent_ends(in(state).now()).has_value());
}

TEST_CASE("a yes has the user's words, a no needs none", "[consent]")
{
    auto yes = order(ConsentVerb::grant), no = order(ConsentVerb::refuse);
    yes.evidence = no.evidence = PrivateText{};
    CHECK(decide(in(ConsentState::asked).now(), yes, morning).error().reason == Refused::evidence_missing);
    CHECK(decide(in(ConsentState::asked).now(), no, morning).has_value());
}
