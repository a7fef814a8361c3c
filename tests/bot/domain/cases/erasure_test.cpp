#include "bot/domain/cases/lifecycle.hpp"
#include "bot/domain/cases/permission.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

TEST_CASE("erasing takes two people, one of them an administrator", "[cases][erasure]")
{
    auto story = a_case();
    const auto admin = with_role("sun", Role::admin);
    CHECK(refused(story.build(), Erase{}, admin, morning) == Refused::evidence_missing);

    story.does(RequestErasure{words("please delete me")});
    const auto requested = story.build();
    CHECK(refused(requested, Erase{}, owner, morning) == Refused::second_person_needed);
    CHECK(refused(requested, Erase{}, colleague, morning) == Refused::second_person_needed);
    CHECK(refused(requested, Erase{}, lead(), morning) == Refused::second_person_needed);
    CHECK(attempt(requested, Erase{true}, lead(), morning).has_value()); // who asked was an administrator
    CHECK(refused(requested, Erase{true}, {owner.id, {Role::lead, Role::admin}}, morning) ==
          Refused::second_person_needed);
    const auto erased = story.offered_to("ben").does(Erase{}, admin).build();
    CHECK(erased.status == Status::erased);
    CHECK_FALSE(erased.handover.has_value());
}

TEST_CASE("a legal hold blocks erasing and merging until it is lifted", "[cases][erasure]")
{
    const auto legal = with_role("wang", Role::legal);
    const auto admin = with_role("sun", Role::admin);
    auto story = a_case().does(RequestErasure{words("please delete me")}).does(SetLegalHold{}, legal);
    CHECK(refused(story.build(), Erase{}, admin, morning) == Refused::under_legal_hold);
    CHECK(refused(story.build(), Merge{CaseId{1000}}, owner, morning) == Refused::under_legal_hold);
    story.does(SetLegalHold{false}, legal);
    CHECK(attempt(story.build(), Erase{}, admin, morning).has_value());
}

TEST_CASE("only those who take part read what the user wrote", "[cases][reading]")
{
    auto story = a_case().offered_to("ben").does(AcceptHandover{}, receiver).offered_to("lena").asked_help_of("jon");
    const auto current = story.build();
    const auto may = [&](const std::string& name, Role role) {
        Person person;
        person.id = PersonId{name};
        person.roles = {role};
        return may_read(person, current).has_value();
    };
    CHECK(may("ben", Role::koe));  // owner
    CHECK(may("wei", Role::koe));  // opener and earlier owner
    CHECK(may("lena", Role::koe)); // to whom it is offered
    CHECK(may("gao", Role::lead));
    CHECK(may("ann", Role::auditor));
    CHECK_FALSE(may("jon", Role::koe)); // a helper sees masked words only
    CHECK_FALSE(may("sun", Role::admin));
    CHECK_FALSE(may("abu", Role::member));
}
