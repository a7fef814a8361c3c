#include "bot/domain/cases/lifecycle.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

Open complaint()
{
    Open open;
    open.customer = CustomerId{7};
    open.owner = owner.id;
    open.text = words("charged twice");
    return open;
}

} // namespace

TEST_CASE("a new case has everything that its opening said", "[cases][opening]")
{
    auto open = complaint();
    open.origin = Origin::in_public;
    open.level = Level::medium;
    open.second_failure = true;
    open.summary = words("second double charge");
    open.reading.heat = 3;
    open.reading.wants = {"refund"};
    open.reading.signals = {{"goes_public", {.reach = 1, .gravity = 0, .volatility = 2}, false},
                            {"burned", {.reach = 0, .gravity = 3, .volatility = 0}, true}};
    auto story = a_case().last_undone().does(open, owner);

    auto expected = numbered(1042);
    expected.owner = expected.opener = owner.id;
    expected.customer = CustomerId{7};
    expected.origin = Origin::in_public;
    expected.text = open.text;
    expected.summary = open.summary;
    expected.wants = {"refund"};
    expected.signals = {"goes_public", "burned"};
    expected.points = {.reach = 1, .gravity = 3, .volatility = 2};
    expected.level = Level::medium;
    expected.hard_trigger = true;
    expected.second_failure = true;
    expected.heat = expected.heat_at_opening = 3;
    expected.opened_at = story.now();
    CHECK(story.build() == expected);
}

TEST_CASE("whoever opens a case owns it unless another owner is named", "[cases][opening]")
{
    auto open = complaint();
    open.owner = PersonId{};
    CHECK(a_case().last_undone().does(open, colleague).build().owner == colleague.id);
    open.owner = PersonId{"ben"};
    const auto for_ben = a_case().last_undone().does(open, colleague).build();
    CHECK(for_ben.owner == PersonId{"ben"});
    CHECK(for_ben.opener == colleague.id);
}

TEST_CASE("four characters are counted as people count them", "[cases][opening]")
{
    auto open = complaint();
    open.text = words("　退钱给我 ");
    CHECK(attempt(numbered(1), open, owner, morning).has_value());
    open.text = words("退钱我 ");
    CHECK(refused(numbered(1), open, owner, morning) == Refused::text_too_short);
}

TEST_CASE("a hard trigger proposes and does not decide: the level stays as it was set", "[cases][opening]")
{
    const auto opened = a_case().at_level(Level::medium).with_hard_trigger().build();
    CHECK(opened.hard_trigger);
    CHECK(opened.level == Level::medium);
}
