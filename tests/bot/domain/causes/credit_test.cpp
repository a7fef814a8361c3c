#include "bot/domain/causes/credit.hpp"
#include "tests/bot/domain/causes/causes.hpp"

using namespace kintsugi;
using namespace kintsugi::causes;
using namespace kintsugi::tests;

namespace {

const PersonId lin{"lin"}, zhou{"zhou"}, jon_himself{"jon"};

} // namespace

TEST_CASE("credit comes in three instalments: accepted, shipped, quiet", "[credit]")
{
    auto builder = a_cause().joined(1);
    CHECK(credit(builder.build(), lin) == 0);
    CHECK(credit(builder.acknowledged().build(), lin) == 1);
    CHECK(credit(builder.planned().fixing().build(), lin) == 1);
    CHECK(credit(builder.shipped().build(), lin) == 3);
    CHECK(credit(builder.quiet().build(), lin) == 6);
}

TEST_CASE("the first that a product team does with a cause is its acceptance", "[credit]")
{
    CHECK(credit(a_cause().planned().build(), lin) == 1);
    CHECK(credit(a_cause().fixing().build(), lin) == 1);
    CHECK(credit(a_cause().shipped().build(), lin) == 3);
}

TEST_CASE("a cause counts once for a person, however many cases they bring", "[credit]")
{
    auto split_in_ten = a_cause();
    for (int number = 1; number <= 10; ++number)
        split_in_ten.joined(number);
    CHECK(credit(split_in_ten.shipped().quiet().build(), lin) ==
          credit(a_cause().joined(1).shipped().quiet().build(), lin));
}

TEST_CASE("everyone who brought a case has the same; who brought none has nothing", "[credit]")
{
    auto builder = a_cause().joined(1, "zhou").shipped();
    CHECK(credit(builder.build(), zhou) == credit(builder.build(), lin)); // lin reported it
    CHECK(credit(builder.build(), PersonId{"lan"}) == 0);
}

TEST_CASE("nobody rewards themselves, by whatever way they take the cause on", "[credit]")
{
    for (auto builder : {a_cause().joined(1, "jon").acknowledged(), a_cause().joined(1, "jon").planned(),
                         a_cause().joined(1, "jon").fixing(), a_cause().joined(1, "jon")}) {
        const auto& cause = builder.shipped().quiet().build();
        CHECK(credit(cause, jon_himself) == 0);
        CHECK(credit(cause, lin) == 6);
    }
}

TEST_CASE("a fix that did not hold is no fix, and shipping it again adds nothing", "[credit]")
{
    auto builder = a_cause().joined(1).acknowledged().shipped();
    CHECK(credit(builder.recurred().build(), lin) == 1);
    CHECK(credit(builder.acknowledged().shipped().build(), lin) == 3);
    CHECK(credit(builder.quiet().recurred().shipped().quiet().build(), lin) == 6);
}

TEST_CASE("declining and appealing earns nothing", "[credit]")
{
    CHECK(credit(a_cause().joined(1).declined().appealed().build(), lin) == 0);
}

TEST_CASE("a fix that only a webhook reported was accepted by nobody", "[credit]")
{
    CHECK(credit(a_cause().joined(1).shipped(system_actor.value()).build(), lin) == 2);
}
