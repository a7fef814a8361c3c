// Prompts → text for one reader, with who may read it in the type.

#include "bot/conversation/wording.hpp"
#include "tests/bot/conversation/words.hpp"

#include <type_traits>

namespace kintsugi::conversation::tests {
namespace {

template <class Slotted, class Value>
constexpr bool takes = std::is_constructible_v<Slot<Slotted>, std::string_view, Value>;

// What a community reads takes nothing but what is public already; words for colleagues nothing that is private.
static_assert(takes<PublicText, PublicText>);
static_assert(!takes<PublicText, MaskedText> && !takes<PublicText, PrivateText>);
static_assert(!takes<PublicText, std::string> && !takes<PublicText, int>);
static_assert(takes<MaskedText, PublicText> && takes<MaskedText, MaskedText> && takes<MaskedText, std::string>);
static_assert(!takes<MaskedText, PrivateText>);
static_assert(takes<PrivateText, PrivateText> && takes<PrivateText, MaskedText> && takes<PrivateText, PublicText>);

const std::vector<TomlFile> sample{
    {"en/sample.toml", "[talk]\nhello = \"Hello {name}, {count} open{name}\"\nplain = \"ok\"\nbroken = \"{name\""},
    {"zh-CN/sample.toml", "[talk]\nhello = \"{count} 个,{name}\"\nplain = \"好\"\nbroken = \"{name\""}};

const Wording small{Catalogue::load(sample)};
const Reader english{Language::english, shanghai, now}, chinese{Language::chinese, shanghai, now};

Wording real()
{
    Wording wording{Catalogue::load(prompts())};
    wording.set_home(shanghai);
    return wording;
}

} // namespace

TEST_CASE("a text is filled in the reader's language, in that language's order", "[wording]")
{
    CHECK(small.say(english, "talk.hello", {{"name", "Wei"}, {"count", 2}}).reveal() == "Hello Wei, 2 openWei");
    CHECK(small.say(chinese, "talk.hello", {{"name", "小魏"}, {"count", 2}}).reveal() == "2 个,小魏");
    CHECK(small.masked(english, "talk.plain") == small.open(english, "talk.plain"));
    CHECK(small.word(Language::chinese, "talk.plain") == "好");
}

TEST_CASE("what is put in is not read again", "[wording]")
{
    CHECK(small.say(chinese, "talk.hello", {{"name", "{count}"}, {"count", 2}}).reveal() == "2 个,{count}");
}

TEST_CASE("a placeholder without a slot and a key without a text are mistakes of ours", "[wording]")
{
    CHECK_THROWS_AS(small.say(english, "talk.hello", {{"name", "Wei"}}), std::logic_error);
    CHECK_THROWS_AS(small.say(english, "talk.broken", {{"name", "Wei"}}), std::logic_error);
    CHECK_THROWS_AS(small.say(english, "talk.missing"), std::logic_error);
    CHECK_NOTHROW(small.say(english, "talk.plain", {{"unused", 1}}));
}

TEST_CASE("a catalogue that does not fit is refused with file and key", "[wording]")
{
    const auto loads = [](TomlFile file) { return Catalogue::load(std::vector{std::move(file)}); };
    CHECK_THROWS_WITH(loads({"fr/a.toml", "[a]\nb = \"c\""}), Catch::Contains("prompts/fr/a.toml"));
    CHECK_THROWS_WITH(loads({"en/a.toml", "b = \"c\""}), Catch::Contains("prompts/en/a.toml") && Catch::Contains("b"));
    const std::vector<TomlFile> twice{{"en/a.toml", "[a]\nb = \"c\""}, {"en/b.toml", "[a]\nb = \"d\""}};
    CHECK_THROWS_WITH(Catalogue::load(twice), Catch::Contains("prompts/en/b.toml") && Catch::Contains("a.b"));
}

TEST_CASE("placeholders are listed once each", "[wording]")
{
    CHECK(placeholders_of("{b} and {a}, {b}") == std::vector<std::string>{"b", "a"});
    CHECK(placeholders_of("none {open").empty());
}

TEST_CASE("moments say day, weekday and time in the reader's words and zone", "[wording]")
{
    const auto wording = real();
    const auto tomorrow = local(2026, 11, 26, 10);
    CHECK(wording.moment(chinese, tomorrow) == "11月26日 周四 10:00");
    CHECK(wording.moment(english, tomorrow) == "Thu 26 Nov 10:00");
    CHECK(wording.moment(chinese, now) == "15:00");
    CHECK(wording.full_moment(chinese, now) == "11月25日 周三 15:00");
    CHECK(wording.day(english, now) == "Wed 25 Nov");
    CHECK(wording.long_day(chinese, now) == "2026年11月25日");
}

TEST_CASE("a zone that is not home is named", "[wording]")
{
    const Reader abroad{Language::english, Zone{"Europe/Berlin"}, now};
    CHECK(real().full_moment(abroad, now) == "Wed 25 Nov 08:00 (Europe/Berlin)");
    CHECK(real().moment(abroad, now) == "08:00");
}

TEST_CASE("lengths of time are told in two units at most", "[wording]")
{
    using namespace std::chrono_literals;
    const auto wording = real();
    CHECK(wording.span(chinese, 46h + 20min) == "1 天 22 小时");
    CHECK(wording.span(english, 46h + 20min) == "1 d 22 h");
    CHECK(wording.span(english, 90min) == "1 h 30 min");
    CHECK(wording.span(english, -90min) == "1 h 30 min");
    CHECK(wording.span(english, 48h) == "2 d");
    CHECK(wording.span(english, 59s) == "under a minute");
    CHECK(wording.span(english, 0s) == "under a minute");
}

TEST_CASE("the public hears of small groups only that there are several", "[wording]")
{
    const auto wording = real();
    const auto fewer = wording.crowd(english, sharing::least_count_shown - 1).reveal();
    CHECK(fewer == wording.word(Language::english, "community.several"));
    CHECK(fewer.find_first_of("0123456789") == std::string::npos);
    const auto enough = wording.crowd(english, sharing::least_count_shown).reveal();
    CHECK(enough.find(std::to_string(sharing::least_count_shown)) != std::string::npos);
}

} // namespace kintsugi::conversation::tests
