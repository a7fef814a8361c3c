#pragma once
// Examples of what the guards refuse, one or more for each of them.

#include "bot/domain/cases/guards.hpp"
#include "tests/bot/domain/cases/samples.hpp"

#include <string>
#include <vector>

namespace kintsugi::tests {

struct Refusing {
    std::string sentence; ///< the rule
    cases::Guard guard;
    CaseBuilder story;
    cases::Command command;
    Refusal refusal;
    Actor actor = owner;
};

[[nodiscard]] std::vector<Refusing> refusals_about_words();
[[nodiscard]] std::vector<Refusing> refusals_about_dates();
[[nodiscard]] std::vector<Refusing> refusals_about_standing();

inline const Instant tomorrow = morning + 24h;
inline const Instant yesterday = morning - 24h;

/// The guard itself, and the decision that asks it, give the same reason.
inline void check(std::vector<Refusing> rows)
{
    for (auto& row : rows) {
        INFO(row.sentence);
        const auto current = row.story.build();
        const auto context = context_of(row.actor, row.story.now());
        CHECK(row.guard(cases::Attempt{current, row.command, context}) == row.refusal);
        const auto outcome = cases::decide(current, row.command, context);
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error() == row.refusal);
    }
}

} // namespace kintsugi::tests
