#include "bot/domain/causes/product_work.hpp"
#include "tests/bot/domain/causes/causes.hpp"

using namespace kintsugi;
using namespace kintsugi::causes;
using namespace kintsugi::tests;

namespace {

const CauseOrder settle{CauseVerb::settle};

std::optional<Refusal> refusal(const Cause& cause, Instant now)
{
    const auto outcome = decide(cause, settle, machine, now);
    return outcome ? std::nullopt : std::optional{outcome.error()};
}

std::vector<CaseId> owed_cases(const Cause& cause)
{
    std::vector<CaseId> waiting;
    for (const auto* joined : owed(cause))
        waiting.push_back(joined->of);
    return waiting;
}

} // namespace

TEST_CASE("everyone is owed a message from the fix on, once each", "[causes][loop back]")
{
    auto builder = a_cause().joined(1).joined(2);
    CHECK(owed(builder.build()).empty());
    CHECK(owed_cases(builder.shipped().build()) == std::vector{CaseId{1}, CaseId{2}});
    CHECK(owed_cases(builder.told(1).told(1).build()) == std::vector{CaseId{2}});
    CHECK(owed(builder.told(2).build()).empty());
}

TEST_CASE("who joins after the fix is owed too; who left is not", "[causes][loop back]")
{
    auto builder = a_cause().joined(1).shipped().told(1).joined(2).joined(3).left(3);
    CHECK(owed_cases(builder.build()) == std::vector{CaseId{2}});
}

TEST_CASE("members who said me too are owed one message to the group", "[causes][loop back]")
{
    CHECK(a_cause().shipped().build().members_told);
    auto builder = a_cause().met_by("abu").shipped();
    CHECK_FALSE(builder.build().members_told);
    CHECK(builder.members_told().build().members_told);
}

TEST_CASE("a cause is immune after 14 days, not while somebody is owed a message", "[causes][settling]")
{
    auto builder = a_cause().joined(1).met_by("abu").shipped();
    const auto end = *builder.build().shipped_at + 14 * 24h;
    const Refusal owing{Refused::still_owed};
    CHECK(refusal(builder.build(), end) == owing);
    CHECK(refusal(builder.told(1).build(), end) == owing); // the members have not heard
    builder.members_told();
    CHECK(refusal(builder.build(), end - 1ms) == Refusal{Refused::wrong_state, "observing", end});
    CHECK_FALSE(may_settle(builder.build(), end - 1ms));
    CHECK_FALSE(refusal(builder.build(), end).has_value());
    CHECK(may_settle(builder.build(), end));
}

TEST_CASE("after a recurrence the fourteen days begin with the next fix", "[causes][settling]")
{
    auto builder = a_cause().shipped().recurred();
    CHECK_FALSE(may_settle(builder.build(), morning + 60 * 24h));
    builder.acknowledged().shipped();
    const auto shipped_at = *builder.build().shipped_at;
    CHECK(refusal(builder.build(), shipped_at + 13 * 24h).has_value());
    CHECK_FALSE(refusal(builder.build(), shipped_at + 14 * 24h).has_value());
}

TEST_CASE("nothing but a fix that is out is watched", "[causes][settling]")
{
    for (const auto& [state, name] : Names<CauseState>::all) {
        CAPTURE(name);
        const auto cause = a_cause().in(state).build();
        CHECK(may_settle(cause, morning + 60 * 24h) == (state == CauseState::observing));
        CHECK(is_shipped(cause) == (state == CauseState::observing || state == CauseState::immune));
    }
}
