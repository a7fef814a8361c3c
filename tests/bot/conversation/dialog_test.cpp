#include "bot/conversation/dialog.hpp"
#include "tests/bot/conversation/words.hpp"

namespace kintsugi::conversation::tests {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Card card_with(std::vector<std::string> actions, int first = 1)
{
    Card card;
    card.first = first;
    for (auto& action : actions)
        card.buttons.push_back({"label", std::move(action)});
    return card;
}

} // namespace

TEST_CASE("a choice is the action of the button with its number", "[dialog]")
{
    Dialog dialog;
    offer(dialog, card_with({"show K-1", "close K-1"}), now);
    CHECK(choice(dialog, 1, now) == "show K-1");
    CHECK(choice(dialog, 2, now) == "close K-1");
    for (const int none : {-1, 0, 3, 99})
        CHECK(choice(dialog, none, now) == std::nullopt);
}

TEST_CASE("figures begin where the card says", "[dialog]")
{
    Dialog dialog;
    offer(dialog, card_with({"heat n=0", "heat n=1"}, 0), now);
    CHECK(choice(dialog, 0, now) == "heat n=0");
    CHECK(choice(dialog, 1, now) == "heat n=1");
    CHECK(choice(dialog, 2, now) == std::nullopt);
}

TEST_CASE("choices end after half an hour", "[dialog]")
{
    Dialog dialog;
    offer(dialog, card_with({"undo"}), now);
    CHECK(choice(dialog, 1, now + minutes{30}) == "undo");
    CHECK(choice(dialog, 1, now + minutes{30} + seconds{1}) == std::nullopt);
}

TEST_CASE("the last card's choices replace those before", "[dialog]")
{
    Dialog dialog;
    offer(dialog, card_with({"heat n=0", "heat n=1", "heat n=2"}, 0), now);
    offer(dialog, card_with({"undo"}), now);
    CHECK(choice(dialog, 1, now) == "undo");
    CHECK(choice(dialog, 0, now) == std::nullopt);
    offer(dialog, card_with({}), now);
    CHECK(choice(dialog, 1, now) == std::nullopt);
}

TEST_CASE("what waits for the next message is taken once", "[dialog]")
{
    Dialog dialog;
    CHECK(take_pending(dialog, now) == std::nullopt);
    wait_for(dialog, "?level K-1", now);
    CHECK(take_pending(dialog, now + minutes{30}) == "?level K-1");
    CHECK(take_pending(dialog, now) == std::nullopt);
}

TEST_CASE("what waited too long is gone for good", "[dialog]")
{
    Dialog dialog;
    wait_for(dialog, "?level K-1", now);
    CHECK(take_pending(dialog, now + minutes{31}) == std::nullopt);
    CHECK(take_pending(dialog, now) == std::nullopt);
}

TEST_CASE("cases touched recently come newest first, each once", "[dialog]")
{
    using Cases = std::vector<CaseId>;
    Dialog dialog;
    touch(dialog, CaseId{1}, now);
    touch(dialog, CaseId{2}, now + minutes{1});
    touch(dialog, CaseId{1}, now + minutes{2});
    CHECK(touched_recently(dialog, now + minutes{2}) == Cases{CaseId{1}, CaseId{2}});
    CHECK(touched_recently(dialog, now + minutes{31}) == Cases{CaseId{1}, CaseId{2}});
    CHECK(touched_recently(dialog, now + minutes{32}) == Cases{CaseId{1}});
    CHECK(touched_recently(dialog, now + minutes{33}).empty());
}

TEST_CASE("only the newest cases are remembered", "[dialog]")
{
    Dialog dialog;
    for (int id = 1; id <= 7; ++id)
        touch(dialog, CaseId{id}, now);
    const auto recent = touched_recently(dialog, now);
    REQUIRE(recent.size() == most_touched);
    CHECK(recent.front() == CaseId{7});
    CHECK(recent.back() == CaseId{3});
}

} // namespace kintsugi::conversation::tests
