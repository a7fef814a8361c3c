#include "bot/domain/cases/lifecycle.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

using Events = std::vector<Event>;

const Actor commander = with_role("zhao", Role::commander);
const Actor lead_in_place = lead("wei is on holiday");

} // namespace

TEST_CASE("a lead acts for the owner with a reason, which is recorded first", "[cases][lead]")
{
    const auto outcome = attempt(a_case().build(), Touch{words("I am sorry")}, lead_in_place, morning);
    CHECK(outcome.value() == Events{LeadActed{words("wei is on holiday")}, UserTouched{words("I am sorry"), false}});
}

TEST_CASE("an owner who is a lead gives no reason and leaves no such record", "[cases][lead]")
{
    const auto of_lead = a_case().owned_by("gao").build();
    CHECK(attempt(of_lead, Touch{{}, true}, lead(), morning).value() == Events{UserTouched{{}, true}});
    CHECK(attempt(of_lead, Touch{{}, true}, lead("no need"), morning).value() == Events{UserTouched{{}, true}});
}

TEST_CASE("what a lead may do as such needs no reason of its own", "[cases][lead]")
{
    const auto closed = a_case().in(Status::closed);
    CHECK(attempt(CaseBuilder{closed}.build(), Reopen{words("again")}, lead(), morning).value() ==
          Events{CaseReopened{words("again")}});
    CHECK(attempt(a_case().promised(morning + 1h).build(), ReleasePromise{1}, lead(), morning).value() ==
          Events{PromiseReleased{1}});
}

TEST_CASE("the timer leaves no record of a lead", "[cases][lead]")
{
    auto waiting = a_case().in(Status::waiting_user);
    CHECK(attempt(waiting.build(), AskAgain{}, timer(), waiting.now()).value() ==
          Events{AskAgainDue{}, PromiseKept{1}});
}

TEST_CASE("notes come from whoever has or had a part in the case, and from nobody else", "[cases]")
{
    auto story = a_case().offered_to("ben").does(AcceptHandover{}, receiver).offered_to("lena");
    const AddNote note{words("called back")};
    for (const auto& involved : {owner, receiver, colleague, lead(), timer()})
        CHECK(attempt(story.build(), note, involved, story.now()).has_value());
    for (const auto& outsider : {helper, commander, with_role("abu", Role::member)})
        CHECK(refused(story.build(), note, outsider, story.now()) == Refused::owner_only);
    CHECK(refused(a_case().build(), note, receiver, morning) == Refused::owner_only);
}

TEST_CASE("a case of level 1 is closed by a lead only", "[cases][lead][closing]")
{
    const Close close{CloseOutcome::unrecovered, true, {}};
    const auto severe = a_case().at_level(Level::severe).build();
    CHECK(refused(severe, close, owner, morning) == Refused::lead_only);
    CHECK(attempt(severe, close, lead(), morning).has_value());

    const auto medium = a_case().at_level(Level::medium).build();
    CHECK(attempt(medium, close, owner, morning).has_value());
}

TEST_CASE("once closed, the outcome of a case of level 1 is still a lead's to change", "[cases][lead][closing]")
{
    auto severe = a_case().at_level(Level::severe).closed(CloseOutcome::unrecovered);
    const Close better{CloseOutcome::recovered, true, {}};
    CHECK(refused(severe.build(), better, owner, severe.now()) == Refused::lead_only);
    CHECK(severe.does(better, lead()).build().outcome == CloseOutcome::recovered);
}

TEST_CASE("a hard trigger is lowered by lead or commander only, and raised by the owner", "[cases][level]")
{
    const auto story = a_case().at_level(Level::medium).with_hard_trigger();
    const auto current = CaseBuilder{story}.build();
    const SetLevel lower{Level::mild, words("only a scratch")};
    CHECK(refused(current, lower, owner, morning) == Refused::hard_trigger);
    CHECK(CaseBuilder{story}.does(lower, lead()).build().level == Level::mild);
    CHECK(CaseBuilder{story}.does(lower, commander).build().level == Level::mild);
    CHECK(CaseBuilder{story}.does(SetLevel{Level::severe, words("hospital")}).build().level == Level::severe);
}

TEST_CASE("without a hard trigger the owner lowers and raises with a reason", "[cases][level]")
{
    auto story = a_case().at_level(Level::medium);
    CHECK(story.does(SetLevel{Level::mild, words("small amount")}).build().level == Level::mild);
    CHECK(story.does(SetLevel{Level::severe, words("press called")}).build().level == Level::severe);
}

TEST_CASE("a commander sets levels and nothing else of another's case", "[cases][level]")
{
    CHECK(refused(a_case().build(), Touch{words("I am sorry")}, commander, morning) == Refused::owner_only);
    CHECK(refused(a_case().build(), HandOver{receiver.id}, commander, morning) == Refused::owner_only);
}
