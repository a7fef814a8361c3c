#include "bot/domain/causes/cause.hpp"
#include "tests/bot/domain/causes/causes.hpp"

using namespace kintsugi;
using namespace kintsugi::causes;
using namespace kintsugi::tests;
using cases::Level;

TEST_CASE("a case counts once for a cause, and a user once however many cases they have", "[causes]")
{
    auto builder = a_cause().joined(1, "lin", Level::mild, 7, 3).joined(2, "zhou", Level::mild, 7, 1);
    builder.joined(3, "zhou", Level::mild, 8, 2).joined(1, "zhou", Level::severe, 9, 4);
    const auto& cause = builder.build();
    CHECK(cause.joined.size() == 3);
    CHECK(distinct_users(cause) == 2);
    CHECK(heat_sum(cause) == 6);
    CHECK(cause.joined.front().koe == PersonId{"lin"});
    CHECK(joined_since(cause, cause.joined[1].at) == 2);
}

TEST_CASE("a cause is as severe as the worst of its cases", "[causes]")
{
    auto builder = a_cause().joined(1);
    CHECK(builder.build().level == Level::mild);
    CHECK(builder.joined(2, "lin", Level::severe).joined(3, "lin", Level::medium).build().level == Level::severe);
    CHECK(builder.left(2).build().level == Level::medium);
    CHECK(builder.left(3).left(1).build().level == Level::mild); // the last one known
}

TEST_CASE("one me-too per person and cause, and it can be taken back", "[causes]")
{
    auto builder = a_cause().met_by("abu").met_by("sam").met_by("abu");
    CHECK(builder.build().members == std::vector{PersonId{"abu"}, PersonId{"sam"}});
    CHECK(builder.taken_back_by("abu").build().members == std::vector{PersonId{"sam"}});
}

TEST_CASE("the log of a cause folds to what was evolved, and an undone report to nothing", "[causes][undo]")
{
    auto builder = a_cause().joined(1).acknowledged().planned().fixing().shipped().told(1).members_told();
    CHECK(fold_cause(CauseId{31}, builder.log()) == builder.build());
    auto log = builder.log();
    log.push_back({99, ActId{99}, morning, PersonId{"lin"}, Struck{ActId{1}}});
    CHECK_FALSE(fold_cause(CauseId{31}, log).has_value());
}

TEST_CASE("undoing a link takes the case out of the cause", "[causes][undo]")
{
    auto builder = a_cause().joined(1).joined(2);
    auto log = builder.log();
    log.push_back({99, ActId{99}, morning, PersonId{"lin"}, Struck{log.back().act}});
    CHECK(fold_cause(CauseId{31}, log) == a_cause().joined(1).build());
}

TEST_CASE("the office has a working day to acknowledge a cause, at level 1 two hours", "[causes][clocks]")
{
    // reported on Saturday 21 November at 09:06: Monday's nine hours are one working day
    CHECK(acknowledge_by(a_cause().build(), usual_policies()) == on(11, 23, 18h));
    CHECK(acknowledge_by(a_cause(Level::medium).build(), usual_policies()) == on(11, 23, 18h));
    CHECK(acknowledge_by(a_cause(Level::severe).build(), usual_policies()) == morning + 2h);
    CHECK(acknowledge_by(a_cause().joined(1, "lin", Level::severe).build(), usual_policies()) == morning + 2h);
}

TEST_CASE("an appeal and a recurrence ask for an answer anew; planning does not", "[causes][clocks]")
{
    auto builder = a_cause(Level::severe).planned().declined();
    CHECK(acknowledge_by(builder.build(), usual_policies()) == morning + 2h);
    const auto appealed_at = builder.now();
    CHECK(acknowledge_by(builder.appealed().build(), usual_policies()) == appealed_at + 2h);
    builder.shipped();
    const auto recurred_at = builder.now();
    CHECK(acknowledge_by(builder.recurred().build(), usual_policies()) == recurred_at + 2h);
    CHECK(builder.build().reported_at == morning);
}
