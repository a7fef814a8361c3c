#include "bot/conversation/time_phrases.hpp"

#include "bot/conversation/piece.hpp"
#include "bot/conversation/time_reader.hpp"
#include "bot/domain/text.hpp"

#include <algorithm>

namespace kintsugi::conversation {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr int morning = 10;    ///< a day without a clock time
constexpr int end_of_day = 18; ///< a day with "before", and today
constexpr int noon = 12;
constexpr int leads_only = 1; ///< of a word such as "at": counts in front of a clock time, not behind a day

struct ClockTime {
    int hour = 0;
    int minute = 0;
    bool sure = false; ///< am, pm, a part of the day or 24 h form settles which half of the day
};

class Parser {
public:
    Parser(std::u32string_view text, const TimeWords& words, Instant now, const Zone& zone)
        : text_(text), words_(words), now_(now), zone_(zone), today_(zone.local(now).date)
    {
    }

    std::optional<TimePhrase> phrase_at(std::size_t from) const
    {
        TimeReader reader{text_, from, words_};
        if (auto found = duration(reader)) return found->from = from, found;
        reader.back_to(from);
        if (auto found = point(reader)) return found->from = from, found;
        return std::nullopt;
    }

private:
    /// 2小时后, 30分钟内, in 2h, within 3 days
    std::optional<TimePhrase> duration(TimeReader& reader) const
    {
        const bool led = reader.take_word(words_.after) || reader.take_word(words_.before);
        const auto sixtieths = reader.take_word(words_.half); // 半小时
        const auto count = sixtieths ? 0 : reader.take_number();
        if (!count) return std::nullopt;
        const auto unit = reader.take_word(words_.units);
        if (!unit) return std::nullopt;
        const auto total = *count * *unit + sixtieths.value_or(0) * *unit / 60;
        const bool followed = reader.take_word(words_.after) || reader.take_word(words_.before);
        if (!led && !followed) return std::nullopt;
        return TimePhrase{now_ + minutes{total}, false, 0, reader.at()};
    }

    /// [before] [day] [part of day] [before] [clock] [before], at least one of day, part and clock
    std::optional<TimePhrase> point(TimeReader& reader) const
    {
        bool before = reader.take_word(words_.before).has_value();
        if (const auto hour = reader.take_word(words_.fixed)) {
            const auto end = reader.at();
            const bool behind = reader.take_word(words_.before).has_value();
            return finish(today_, true, {*hour, 0, true}, behind ? reader.at() : end);
        }
        auto [day, part] = take_day_and_part(reader);
        const auto clock = take_clock_after(reader, before, part);
        if (!day) day = take_day(reader);
        if (!day && !part && !clock) return std::nullopt;
        if (!day && !clock && !before) return std::nullopt; // 晚上 alone is talk, not a date
        auto end = reader.at();
        if (const auto word = reader.take_word(words_.before); word && *word != leads_only) {
            before = true;
            end = reader.at();
        }
        const bool is_today = !day || *day == today_;
        const int hour = part ? *part : before || is_today ? end_of_day : morning;
        return finish(day.value_or(today_), day.has_value(), clock.value_or(ClockTime{hour, 0, true}), end);
    }

    /// 明天下午, afternoon tomorrow; tonight is both at once.
    std::pair<std::optional<Date>, std::optional<int>> take_day_and_part(TimeReader& reader) const
    {
        const auto start = reader.at();
        auto part = reader.take_word(words_.parts);
        const auto behind_part = reader.at();
        reader.back_to(start);
        auto day = take_day(reader);
        if (part && reader.at() != behind_part) {
            reader.back_to(behind_part);
            day = take_day(reader);
        }
        if (!part) part = reader.take_word(words_.parts);
        return {day, part};
    }

    /// The clock time, also in "tomorrow at 3pm" and "Friday by 5".
    std::optional<ClockTime> take_clock_after(TimeReader& reader, bool before, std::optional<int> part) const
    {
        if (auto clock = take_clock(reader, before, part)) return clock;
        const auto start = reader.at();
        if (before || !reader.take_word(words_.before)) return std::nullopt;
        auto clock = take_clock(reader, true, part);
        if (!clock) reader.back_to(start);
        return clock;
    }

    TimePhrase finish(Date day, bool named_day, const ClockTime& clock, std::size_t end) const
    {
        int hour = clock.hour;
        if (!clock.sure && hour >= 1 && hour <= 7) hour += 12;
        const auto of_day = hours{hour} + minutes{clock.minute};
        auto at = zone_.instant(day, of_day);
        if (at > now_) return {at, false, 0, end};
        const bool weekday_passed = named_day && day == today_ && !today_was_named_;
        at = zone_.instant(next_day(today_, weekday_passed ? 7 : 1), of_day);
        return {at, !weekday_passed, 0, end};
    }

    std::optional<Date> take_day(TimeReader& reader) const
    {
        const auto start = reader.at();
        today_was_named_ = true;
        if (const auto offset = reader.take_word(words_.days)) return next_day(today_, *offset);
        if (const auto offset = reader.take_word(words_.short_days)) {
            const auto behind = reader.at();
            const bool part_follows = reader.take_word(words_.parts).has_value();
            reader.back_to(part_follows ? behind : start);
            if (part_follows) return next_day(today_, *offset);
        }
        if (auto date = take_date(reader)) return date;
        reader.back_to(start);
        const auto week = reader.take_word(words_.next_week);
        if (const auto weekday = reader.take_word(words_.weekdays)) {
            today_was_named_ = false;
            return on_weekday(week.value_or(0), week.has_value(), *weekday);
        }
        reader.back_to(start);
        return std::nullopt;
    }

    Date on_weekday(int weeks_ahead, bool week_named, int weekday) const
    {
        const int today = static_cast<int>(weekday_of(today_).iso_encoding());
        int ahead = weekday - today + 7 * weeks_ahead;
        if (!week_named && ahead < 0) ahead += 7;
        return next_day(today_, ahead);
    }

    /// 11月25日, 25号, 11/25, 2026-11-25, 25 Nov, Nov 25
    std::optional<Date> take_date(TimeReader& reader) const
    {
        const auto start = reader.at();
        if (const auto month = reader.take_word(words_.months)) {
            if (const auto day = reader.take_number(2)) return date_of(*month, *day);
            reader.back_to(start);
            return std::nullopt;
        }
        const auto first = reader.take_number();
        if (!first) return std::nullopt;
        if (reader.take(U'月')) {
            const auto day = reader.take_number(2);
            reader.take(U'日') || reader.take(U'号');
            return day ? date_of(*first, *day) : std::nullopt;
        }
        if (reader.take(U'号') || reader.take(U'日')) return ends_a_date(reader) ? day_of_month(*first) : std::nullopt;
        if (reader.take('/')) {
            const auto day = reader.take_number(2);
            return day ? date_of(*first, *day) : std::nullopt;
        }
        if (*first > 2000 && reader.take('-')) {
            const auto month = reader.take_number(2);
            const auto day = reader.take('-') ? reader.take_number(2) : std::nullopt;
            return month && day ? valid(std::chrono::year{*first} / *month / *day) : std::nullopt;
        }
        if (const auto month = reader.take_word(words_.months)) return date_of(*month, *first);
        reader.back_to(start);
        return std::nullopt;
    }

    /// 3号前 and 3号 10点 are dates, 3号楼 is a place.
    bool ends_a_date(TimeReader reader) const
    {
        const auto at = reader.at();
        if (at == text_.size() || !text::is_ideograph(text_[at])) return true;
        return reader.take_word(words_.before) || reader.take_word(words_.parts) || reader.take_word(words_.after);
    }

    static std::optional<Date> valid(Date date) { return date.ok() ? std::optional{date} : std::nullopt; }

    /// This year, or the next where the day is long over: in December 1/5 is January.
    std::optional<Date> date_of(int month, int day) const
    {
        const auto this_year = valid(today_.year() / month / day);
        if (!this_year) return std::nullopt;
        const bool long_over = std::chrono::sys_days{today_} - std::chrono::sys_days{*this_year} > Days{90};
        return long_over ? valid((today_.year() + std::chrono::years{1}) / month / day) : this_year;
    }

    std::optional<Date> day_of_month(int day) const
    {
        auto month = today_.year() / today_.month();
        if (day < static_cast<int>(static_cast<unsigned>(today_.day()))) month += std::chrono::months{1};
        return valid(month / day);
    }

    /// 10点, 10点半, 10:30, 10am, 18:00; after "by" also a bare 5
    std::optional<ClockTime> take_clock(TimeReader& reader, bool before, std::optional<int> part) const
    {
        const auto start = reader.at();
        const auto hour = reader.take_number(2);
        if (!hour || *hour > 24) return reader.back_to(start), std::nullopt;
        ClockTime time{*hour, 0, *hour > noon || *hour == 0};
        const bool colon = reader.take(':');
        if (colon) {
            const auto minute = reader.take_number(2);
            if (!minute || *minute > 59) return reader.back_to(start), std::nullopt;
            time.minute = *minute;
            time.sure = true;
        }
        const auto marker = reader.take_word(words_.clock);
        if (marker && !colon) take_minutes(reader, time);
        const bool bare = !marker && !colon;
        if (bare && !(before && ends_a_clause(reader.at()))) return reader.back_to(start), std::nullopt;
        settle_half(time, marker.value_or(0), part);
        return time;
    }

    /// "by 5" is a time, "before 5 users" is not.
    bool ends_a_clause(std::size_t at) const
    {
        return at == text_.size() || std::u32string_view{U",.;!?，。；\n"}.find(text_[at]) != std::u32string_view::npos;
    }

    void take_minutes(TimeReader& reader, ClockTime& time) const
    {
        if (const auto half = reader.take_word(words_.half)) {
            time.minute = *half;
            return;
        }
        const auto start = reader.at();
        const auto minute = reader.take_number(2);
        if (minute && *minute < 60 && reader.take(U'分'))
            time.minute = *minute;
        else
            reader.back_to(start);
    }

    static void settle_half(ClockTime& time, int marker, std::optional<int> part)
    {
        constexpr int am = 1, pm = noon;
        if (marker == pm && time.hour < noon) time.hour += noon;
        if (marker == am && time.hour == noon) time.hour = 0;
        if (part && *part > noon && time.hour < noon) time.hour += noon;
        time.sure = time.sure || marker != 0 || part.has_value();
    }

    std::u32string_view text_;
    const TimeWords& words_;
    Instant now_;
    const Zone& zone_;
    Date today_;
    mutable bool today_was_named_ = true;
};

std::size_t bytes_of(const std::u32string& code_points, std::size_t count)
{
    return text::encode(std::u32string_view{code_points}.substr(0, count)).size();
}

} // namespace

std::optional<TimePhrase> find_time(std::string_view text, const TimeWords& words, Instant now, const Zone& zone)
{
    const auto source = text::decode(text);
    const auto narrow = text::narrow(source);
    const Parser parser{narrow, words, now, zone};
    for (std::size_t at = 0; at < narrow.size(); ++at) {
        if (narrow[at] == ' ' || (at > 0 && is_digit(narrow[at]) &&
                                  (is_digit(narrow[at - 1]) || narrow[at - 1] == '.' || narrow[at - 1] == U'月')))
            continue;
        if (auto found = parser.phrase_at(at)) {
            found->from = bytes_of(source, at);
            found->to = bytes_of(source, found->to);
            return found;
        }
    }
    return std::nullopt;
}

} // namespace kintsugi::conversation
