// Times as people say them → instants in their zone. It is Wednesday, 25 November 2026, 15:00 in Shanghai.

#include "tests/bot/conversation/words.hpp"

namespace kintsugi::conversation::tests {
namespace {

std::optional<TimePhrase> found(std::string_view text, Instant at = now, const Zone& zone = shanghai)
{
    return find_time(text, grammar().time_words(), at, zone);
}

/// "11-27 18:00", with "past" in front of a suggestion.
std::string understood(std::string_view text, Instant at = now, const Zone& zone = shanghai)
{
    const auto phrase = found(text, at, zone);
    return phrase ? (phrase->is_past ? "past, " : "") + wall_clock(phrase->at, zone) : "nothing";
}

struct Told {
    const char* words;
    const char* at;
};

void check(std::initializer_list<Told> table)
{
    for (const auto& [words, at] : table) {
        CAPTURE(words);
        CHECK(understood(words) == at);
    }
}

} // namespace

TEST_CASE("days near today", "[time]")
{
    check({{"今天18点", "11-25 18:00"},
           {"今天", "11-25 18:00"},
           {"today", "11-25 18:00"},
           {"明天", "11-26 10:00"},
           {"明早10点", "11-26 10:00"},
           {"明早", "11-26 09:00"},
           {"明天下午", "11-26 15:00"},
           {"明天中午前", "11-26 12:00"},
           {"大后天", "11-28 10:00"},
           {"今晚8点", "11-25 20:00"},
           {"tomorrow 10am", "11-26 10:00"},
           {"tomorrow at 3pm", "11-26 15:00"},
           {"tomorrow by 5", "11-26 17:00"},
           {"call her tomorrow at home", "11-26 10:00"},
           {"tonight", "11-25 20:00"},
           {"tonight at 8", "11-25 20:00"}});
}

TEST_CASE("weekdays mean the next one; weeks begin on Monday", "[time]")
{
    check({{"周五前", "11-27 18:00"},
           {"周五", "11-27 10:00"},
           {"by Fri", "11-27 18:00"},
           {"by friday 6pm", "11-27 18:00"},
           {"Friday at 10", "11-27 10:00"},
           {"周二", "12-01 10:00"},
           {"monday", "11-30 10:00"},
           {"下周一", "11-30 10:00"},
           {"下周三下午三点", "12-02 15:00"},
           {"下下周一", "12-07 10:00"},
           {"next monday 9:30", "11-30 09:30"},
           {"这周五", "11-27 10:00"},
           {"周三18点", "11-25 18:00"},
           {"周三10点", "12-02 10:00"}, // this morning is over, so a week from now
           {"周日 24点", "11-30 00:00"}});
}

TEST_CASE("lengths of time count from now", "[time]")
{
    check({{"2小时后", "11-25 17:00"},
           {"半小时后", "11-25 15:30"},
           {"30分钟内", "11-25 15:30"},
           {"两天后", "11-27 15:00"},
           {"十二分钟后", "11-25 15:12"},
           {"in 2h", "11-25 17:00"},
           {"within 30 minutes", "11-25 15:30"},
           {"in 3 days", "11-28 15:00"}});
}

TEST_CASE("dates of the calendar", "[time]")
{
    check({{"11/25 16:00", "11-25 16:00"},
           {"11月26日 9点", "11-26 09:00"},
           {"12月1号 上午", "12-01 10:00"},
           {"26号前", "11-26 18:00"},
           {"3号前", "12-03 18:00"},
           {"2026-12-01 09:30", "12-01 09:30"},
           {"Nov 26 at 3pm", "11-26 15:00"},
           {"26 Nov", "11-26 10:00"},
           {"1/5", "01-05 10:00"}});
    CHECK(found("1/5")->at == local(2027, 1, 5, 10));
}

TEST_CASE("clock times, also without a day", "[time]")
{
    check({{"16点", "11-25 16:00"},
           {"3点半", "11-25 15:30"},
           {"下午3点半", "11-25 15:30"},
           {"四点一刻", "11-25 16:15"},
           {"by 5", "11-25 17:00"},
           {"at 4pm", "11-25 16:00"},
           {"eod", "11-25 18:00"},
           {"下班前", "11-25 18:00"}});
}

TEST_CASE("width and traditional forms make no difference", "[time]")
{
    check({{"明天１０点", "11-26 10:00"}, {"週五前", "11-27 18:00"}, {"Ｆｒｉ 10：30", "11-27 10:30"}});
}

TEST_CASE("a time that is over comes with the next such time", "[time]")
{
    check({{"今天10点", "past, 11-26 10:00"},
           {"today 2pm", "past, 11-26 14:00"},
           {"今天 15:00", "past, 11-26 15:00"}, // now is not ahead
           {"今天 15:01", "11-25 15:01"},
           {"11/24 14:00", "past, 11-26 14:00"},
           {"10点前", "past, 11-26 10:00"}});
}

TEST_CASE("talk without a time has none", "[time]")
{
    for (const auto* words : {"", "扣了两次", "charged 3 times", "3 days", "3号楼", "晚上", "before 5 users", "13:75",
                              "25:00", "2月30日", "13/45", "版本 2.10 点", "99999999小时后", "monitor the sunset"}) {
        CAPTURE(words);
        CHECK(understood(words) == "nothing");
    }
}

TEST_CASE("the phrase is told by its place in the text", "[time]")
{
    const std::string text = "退款　周五前 到账";
    const auto phrase = found(text);
    REQUIRE(phrase);
    CHECK(text.substr(phrase->from, phrase->to - phrase->from) == "周五前");
    const std::string alone = "明天 9-11点";
    CHECK(alone.substr(0, found(alone)->to) == "明天");
}

TEST_CASE("a wall time counts in the zone of who says it", "[time]")
{
    const Zone berlin{"Europe/Berlin"}, honolulu{"Pacific/Honolulu"};
    CHECK(found("明天10点", now, berlin)->at == local(2026, 11, 26, 10, 0, berlin));
    CHECK(understood("today 11pm", now, honolulu) == "11-24 23:00"); // there it is still Tuesday, 21:00
    CHECK(understood("tomorrow 9am", now, honolulu) == "11-25 09:00");
    CHECK(understood("周三9点", now, honolulu) == "11-25 09:00");
    CHECK(found("in 2h", now, berlin)->at == found("in 2h", now, honolulu)->at);
}

TEST_CASE("daylight saving moves wall times, not lengths", "[time]")
{
    const Zone berlin{"Europe/Berlin"};
    const auto before_spring = local(2027, 3, 27, 20, 0, berlin); // the clocks go forward that night at 02:00
    CHECK(found("tomorrow 10am", before_spring, berlin)->at - before_spring == std::chrono::hours{13});
    CHECK(understood("in 14h", before_spring, berlin) == "03-28 11:00");
    CHECK(understood("tomorrow 2:30", before_spring, berlin) == "03-28 03:00"); // 02:30 does not exist
    const auto before_autumn = local(2026, 10, 24, 20, 0, berlin);
    CHECK(found("tomorrow 10am", before_autumn, berlin)->at - before_autumn == std::chrono::hours{15});
    CHECK(found("tomorrow 2:30", before_autumn, berlin)->at - before_autumn == std::chrono::minutes{390}); // the first
}

} // namespace kintsugi::conversation::tests
