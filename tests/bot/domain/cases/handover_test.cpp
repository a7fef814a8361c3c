#include "bot/domain/cases/lifecycle.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

TEST_CASE("the owner stays until the receiver accepts", "[cases][handover]")
{
    auto story = a_case().offered_to("ben");
    const auto offered = story.build();
    CHECK(offered.owner == owner.id);
    CHECK(offered.handover == Handover{receiver.id, {}, story.now()});
    CHECK(attempt(offered, Touch{words("I am sorry")}, owner, story.now()).has_value());
    CHECK(refused(offered, Touch{words("I am sorry")}, receiver, story.now()) == Refused::owner_only);

    const auto accepted = story.does(AcceptHandover{}, receiver).build();
    CHECK(accepted.owner == receiver.id);
    CHECK_FALSE(accepted.handover.has_value());
    CHECK(accepted.earlier_owners == std::vector{owner.id});
    CHECK(refused(accepted, Touch{words("I am sorry")}, owner, story.now()) == Refused::owner_only);
}

TEST_CASE("what the old owner still owed goes to the new one; what others owe or what is done stays",
          "[cases][handover]")
{
    auto story = a_case()
                     .promised(morning + 5h)
                     .promised(morning + 6h)
                     .kept(2)
                     .does(MakePromise{words("the reason"), morning + 9h, helper.id})
                     .does(AddTask{words("ask the bank")})
                     .does(AddTask{words("find the log"), helper.id})
                     .offered_to("ben")
                     .does(AcceptHandover{}, receiver);
    const auto current = story.build();
    CHECK(find_promise(current, 1)->owner == receiver.id);
    CHECK(find_promise(current, 2)->owner == owner.id);
    CHECK(find_promise(current, 3)->owner == helper.id);
    CHECK(find_task(current, 1)->assignee == receiver.id);
    CHECK(find_task(current, 2)->assignee == helper.id);
}

TEST_CASE("who declines leaves everything as it was", "[cases][handover]")
{
    auto story = a_case();
    const auto before = story.build();
    CHECK(story.offered_to("ben").does(DeclineHandover{words("too much")}, receiver).build() == before);
}

TEST_CASE("a second offer takes the place of the first", "[cases][handover]")
{
    auto story = a_case().offered_to("ben").offered_to("lena");
    CHECK(refused(story.build(), AcceptHandover{}, receiver, story.now()) == Refused::receiver_only);
    CHECK(story.does(AcceptHandover{}, colleague).build().owner == colleague.id);
}

TEST_CASE("an offer ends when the case is closed", "[cases][handover]")
{
    auto story = a_case().touched().offered_to("ben").closed().reopened();
    CHECK(refused(story.build(), AcceptHandover{}, receiver, story.now()) == Refused::receiver_only);
}

TEST_CASE("help goes to whom it was asked, then to the next", "[cases][help]")
{
    auto story = a_case().asked_help_of("jon", "sam");
    CHECK(story.build().help.front().whom == helper.id);
    story.does(PassHelpOn{1}, timer());
    const auto passed = story.build().help.front();
    CHECK(passed.whom == PersonId{"sam"});
    CHECK(passed.then.empty());
    CHECK(passed.asked_at == story.now());
    CHECK(refused(story.build(), TakeHelp{1}, helper, story.now()) == Refused::not_for_you);
    CHECK(refused(story.build(), PassHelpOn{1}, timer(), story.now()) == Refused::person_unknown);
}

TEST_CASE("an answer at once is also a taking", "[cases][help]")
{
    const auto answered =
        a_case().asked_help_of("jon", "sam").does(AnswerHelp{1, words("by eleven")}, koe("sam")).build().help.front();
    CHECK(answered.whom == PersonId{"sam"});
    CHECK(answered.state == HelpState::answered);
    CHECK(answered.answer == words("by eleven"));
}
