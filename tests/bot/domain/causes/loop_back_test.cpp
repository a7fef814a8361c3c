#include "bot/domain/causes/loop_back.hpp"
#include "tests/bot/domain/causes/causes.hpp"
#include "tests/bot/domain/random.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::causes;
using namespace kintsugi::tests;
using cases::CloseOutcome;

namespace {

cases::Case closed(std::int64_t number, CloseOutcome outcome, Milliseconds age = 0h)
{
    auto made = a_case().opened_at(morning - age).touched().closed(outcome).build();
    made.id = CaseId{number};
    return made;
}

cases::Case open(std::int64_t number)
{
    auto made = a_case().build();
    made.id = CaseId{number};
    return made;
}

std::vector<std::int64_t> numbers(const std::vector<cases::Case>& waiting)
{
    std::vector<std::int64_t> found;
    for (const auto& one : waiting)
        found.push_back(one.id.value());
    return found;
}

} // namespace

TEST_CASE("the unsatisfied hear first, the happy last", "[loop back]")
{
    std::vector waiting{closed(1, CloseOutcome::recovered), closed(2, CloseOutcome::partly), open(3),
                        closed(4, CloseOutcome::unreachable), closed(5, CloseOutcome::unrecovered)};
    sort_owed(waiting);
    CHECK(numbers(waiting) == std::vector<std::int64_t>{5, 4, 3, 2, 1});
}

TEST_CASE("every outcome has its rank; members stand between declined follow-up and partly", "[loop back]")
{
    const std::pair<CloseOutcome, OwedRank> ranks[] = {
        {CloseOutcome::unrecovered, OwedRank::unrecovered},
        {CloseOutcome::unreachable, OwedRank::declined_follow_up},
        {CloseOutcome::withdrawn, OwedRank::declined_follow_up},
        {CloseOutcome::partly, OwedRank::partly},
        {CloseOutcome::recovered, OwedRank::recovered},
        {CloseOutcome::invalid, OwedRank::recovered},
    };
    for (const auto& [outcome, rank] : ranks) {
        CAPTURE(outcome);
        CHECK(owed_rank(closed(1, outcome)) == rank);
    }
    CHECK(OwedRank::declined_follow_up < OwedRank::partly);
}

TEST_CASE("a case that was reopened is open again, whatever its outcome was", "[loop back]")
{
    CHECK(owed_rank(a_case().touched().closed(CloseOutcome::recovered).reopened().build()) == OwedRank::open);
}

TEST_CASE("among equals the oldest case hears first", "[loop back]")
{
    std::vector waiting{closed(1, CloseOutcome::partly, 1h), closed(2, CloseOutcome::partly, 5h),
                        closed(4, CloseOutcome::partly, 3h), closed(3, CloseOutcome::partly, 3h)};
    sort_owed(waiting);
    CHECK(numbers(waiting) == std::vector<std::int64_t>{2, 3, 4, 1});
}

TEST_CASE("twenty people are told in one order, however they were listed", "[loop back]")
{
    constexpr std::array outcomes{CloseOutcome::unrecovered, CloseOutcome::withdrawn, CloseOutcome::partly,
                                  CloseOutcome::recovered};
    std::vector<cases::Case> waiting;
    for (int i = 0; i < 20; ++i)
        waiting.push_back(i % 5 == 4 ? open(i) : closed(i, outcomes.at(static_cast<std::size_t>(i % 5)), i * 1h));
    sort_owed(waiting);
    CHECK(std::ranges::is_sorted(waiting, {}, owed_rank));
    for (int seed = 0; seed < 50; ++seed) {
        auto shuffled = waiting;
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937{static_cast<unsigned>(seed)});
        sort_owed(shuffled);
        CHECK(numbers(shuffled) == numbers(waiting));
    }
}
