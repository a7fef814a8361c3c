#include "bot/domain/person.hpp"
#include "tests/bot/domain/builders.hpp"

using namespace kintsugi;
using namespace kintsugi::tests;

namespace {

Person sleeper(TimeOfDay from, TimeOfDay to, const Zone& zone = shanghai)
{
    Person person;
    person.zone = zone;
    person.quiet = {from, to};
    return person;
}

} // namespace

TEST_CASE("quiet hours may run over midnight", "[person]")
{
    const auto person = sleeper(21h, 8h + 30min);
    CHECK(after_quiet(person, on(11, 21, 20h + 59min)) == on(11, 21, 20h + 59min));
    CHECK(after_quiet(person, on(11, 21, 21h)) == on(11, 22, 8h + 30min));
    CHECK(after_quiet(person, on(11, 21, 23h + 59min)) == on(11, 22, 8h + 30min));
    CHECK(after_quiet(person, on(11, 22, 0h)) == on(11, 22, 8h + 30min));
    CHECK(after_quiet(person, on(11, 22, 8h + 29min)) == on(11, 22, 8h + 30min));
    CHECK(after_quiet(person, on(11, 22, 8h + 30min)) == on(11, 22, 8h + 30min));
}

TEST_CASE("quiet hours within a day end on that day", "[person]")
{
    const auto person = sleeper(12h, 14h);
    CHECK(after_quiet(person, on(11, 21, 11h)) == on(11, 21, 11h));
    CHECK(after_quiet(person, on(11, 21, 13h)) == on(11, 21, 14h));
    CHECK(after_quiet(person, on(11, 21, 14h)) == on(11, 21, 14h));
}

TEST_CASE("quiet hours of no length keep nobody from being reminded", "[person]")
{
    const auto person = sleeper(9h, 9h);
    CHECK(after_quiet(person, on(11, 21, 9h)) == on(11, 21, 9h));
    CHECK(after_quiet(person, on(11, 21, 3h)) == on(11, 21, 3h));
}

TEST_CASE("quiet hours are those of the person's own zone", "[person]")
{
    const Zone berlin{"Europe/Berlin"};
    const auto person = sleeper(21h, 8h + 30min, berlin);
    const auto noon_in_shanghai = on(11, 21, 12h); // 05:00 in Berlin
    CHECK(after_quiet(person, noon_in_shanghai) == on(11, 21, 8h + 30min, berlin));
}

TEST_CASE("a mute that ends in quiet hours ends with them", "[person]")
{
    auto person = sleeper(21h, 8h + 30min);
    person.muted_until = on(11, 21, 16h);
    CHECK(after_quiet(person, on(11, 21, 15h)) == on(11, 21, 16h));
    CHECK(after_quiet(person, on(11, 21, 17h)) == on(11, 21, 17h));
    person.muted_until = on(11, 21, 22h);
    CHECK(after_quiet(person, on(11, 21, 15h)) == on(11, 22, 8h + 30min));
}

TEST_CASE("quiet hours that end in the hour that daylight saving skips end after it", "[person]")
{
    const Zone berlin{"Europe/Berlin"};
    const auto person = sleeper(22h, 2h + 30min, berlin);
    CHECK(after_quiet(person, on(3, 28, 23h, berlin)) == on(3, 29, 3h, berlin));
}

TEST_CASE("whoever reminds after the quiet hours is never early and never in them", "[person]")
{
    const auto person = sleeper(21h, 8h + 30min, Zone{"Europe/Berlin"});
    for (auto at = on(3, 27, 0h); at < on(3, 31, 0h); at += 17min) {
        const auto then = after_quiet(person, at);
        CAPTURE(at);
        CHECK(then >= at);
        CHECK(after_quiet(person, then) == then);
    }
}

TEST_CASE("only members are not employees", "[person]")
{
    for (const auto& [role, name] : Names<Role>::all) {
        CAPTURE(name);
        const Roles roles{role};
        CHECK(roles.employee() == (role != Role::member));
        for (const auto& [other, other_name] : Names<Role>::all)
            CHECK(roles.has(other) == (role == other));
    }
    CHECK_FALSE(Roles{}.employee());
    CHECK(Roles{Role::member, Role::koe}.employee());
}
