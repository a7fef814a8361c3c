#include "bot/domain/sharing/board.hpp"
#include "tests/bot/domain/builders.hpp"
#include "tests/bot/domain/random.hpp"

#include <set>

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;
using cases::Basis;
using cases::Status;

TEST_CASE("the steps of the board follow the case", "[board]")
{
    auto story = a_case();
    CHECK(step_of(story.build(), false) == Step::heard);
    CHECK(step_of(story.touched().build(), false) == Step::heard);
    CHECK(step_of(story.planned(morning + 4h).build(), false) == Step::in_progress);
    CHECK(step_of(story.kept(1).resolved().build(), false) == Step::in_progress);
    CHECK(step_of(story.confirmed().build(), false) == Step::solved);
    CHECK(step_of(story.build(), true) == Step::improved);
    CHECK(step_of(story.reopened().build(), true) == Step::in_progress);
}

TEST_CASE("steps three and four never light up from our own claim", "[board]")
{
    for (const bool shipped : {false, true}) {
        for (const auto& [status, name] : Names<Status>::all) {
            CAPTURE(name, shipped);
            const bool confirmed = status == Status::closed; // in these stories by the user's words
            CHECK((step_of(a_case().in(status).build(), shipped) >= Step::solved) == confirmed);
        }
        for (const auto& [outcome, name] : Names<cases::CloseOutcome>::all) {
            CAPTURE(name, shipped);
            CHECK(step_of(a_case().touched().closed(outcome).build(), shipped) < Step::solved);
        }
        auto silent = a_case().in(Status::resolved).touched().touched().does(cases::Confirm{Basis::no_answer});
        CHECK(step_of(silent.build(), shipped) < Step::solved);
        auto answered = a_case().in(Status::resolved).does(cases::Confirm{Basis::users_link});
        CHECK(step_of(answered.build(), shipped) >= Step::solved);
    }
}

TEST_CASE("an alias has three digits and a word, from all of which it is drawn", "[board]")
{
    std::set<int> numbers, words_used;
    Random random{1};
    for (int i = 0; i < 50'000; ++i) {
        const auto alias = alias_from(static_cast<std::uint64_t>(random.up_to(1'000'000'000)));
        REQUIRE((alias.number >= 100 && alias.number <= 999));
        REQUIRE((alias.word >= 0 && alias.word < alias_words));
        numbers.insert(alias.number);
        words_used.insert(alias.word);
    }
    CHECK(numbers.size() == 900);
    CHECK(words_used.size() == static_cast<std::size_t>(alias_words));
    CHECK(alias_from(7) == alias_from(7));
    CHECK(alias_from(UINT64_MAX).number >= 100);
}
