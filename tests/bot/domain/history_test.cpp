#include "bot/domain/history.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;

namespace {

struct Said {
    std::string word;
    bool operator==(const Said&) const = default;
};
using Event = std::variant<Struck, Said>;

class Log {
public:
    Log& act(int number, std::vector<Event> events)
    {
        for (auto& event : events)
            log_.push_back({static_cast<int>(log_.size()) + 1, ActId{number}, {}, {}, std::move(event)});
        return *this;
    }
    Log& says(int number, const std::string& word) { return act(number, {Said{word}}); }
    Log& strikes(int number, int struck) { return act(number, {Struck{ActId{struck}}}); }

    [[nodiscard]] std::string what_counts() const
    {
        std::string words;
        for (const auto& recorded : effective<Event>(log_))
            words += std::get<Said>(recorded.event).word;
        return words;
    }

private:
    std::vector<Recorded<Event>> log_;
};

} // namespace

TEST_CASE("what nobody strikes counts, in order", "[history]")
{
    CHECK(Log{}.says(1, "a").says(2, "b").says(3, "c").what_counts() == "abc");
    CHECK(Log{}.what_counts().empty());
}

TEST_CASE("a strike takes out every event of its act and no other", "[history]")
{
    CHECK(Log{}.says(1, "a").act(2, {Said{"b"}, Said{"c"}}).says(3, "d").strikes(4, 2).what_counts() == "ad");
}

TEST_CASE("a strike of a strike brings the act back", "[history]")
{
    CHECK(Log{}.says(1, "a").says(2, "b").strikes(3, 2).strikes(4, 3).what_counts() == "ab");
}

TEST_CASE("undo and redo may follow each other without end", "[history]")
{
    auto log = Log{}.says(1, "a").says(2, "b");
    for (int act = 3; act < 20; ++act) {
        log.strikes(act, act - 1);
        CAPTURE(act);
        CHECK(log.what_counts() == (act % 2 == 1 ? "a" : "ab"));
    }
}

TEST_CASE("an act may be struck again after it came back", "[history]")
{
    CHECK(Log{}.says(1, "a").says(2, "b").strikes(3, 2).strikes(4, 3).strikes(5, 2).what_counts() == "a");
}

TEST_CASE("an act struck twice comes back only when both strikes are struck", "[history]")
{
    auto log = Log{}.says(1, "a").says(2, "b").strikes(3, 2).strikes(4, 2).strikes(5, 3);
    CHECK(log.what_counts() == "a");
    CHECK(log.strikes(6, 4).what_counts() == "ab");
}

TEST_CASE("a thing whose first event was undone did not come to be", "[history]")
{
    std::vector<Recorded<Event>> counting{{1, ActId{1}, {}, {}, Said{"a"}}};
    CHECK(begins_with<Said>(counting));
    CHECK_FALSE(begins_with<Struck>(counting));
    CHECK_FALSE(begins_with<Said>(std::vector<Recorded<Event>>{}));
}
