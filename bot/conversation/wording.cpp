#include "bot/conversation/wording.hpp"

#include "bot/domain/names.hpp"
#include "bot/domain/text.hpp"

#include <array>
#include <cstdio>
#include <stdexcept>

namespace kintsugi::conversation {
namespace {

std::string clock_time(Milliseconds of_day)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(of_day).count();
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", static_cast<int>(minutes / 60),
                  static_cast<int>(minutes % 60));
    return text.data();
}

std::string number(unsigned value)
{
    return std::to_string(value);
}

/// Fills {name} from `values`, given as pairs of name and text.
template <class Values>
std::string filled(std::string_view pattern, const Values& values)
{
    std::string result;
    result.reserve(pattern.size() + 64);
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        result += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = pattern.find('}', open);
        if (close == std::string_view::npos) throw std::logic_error{"a brace stays open: " + std::string{pattern}};
        const auto name = pattern.substr(open + 1, close - open - 1);
        bool found = false;
        for (const auto& slot : values)
            if (slot.name() == name) {
                result += slot.value();
                found = true;
            }
        if (!found) throw std::logic_error{"no slot for {" + std::string{name} + "}"};
        pattern.remove_prefix(close + 1);
    }
    return result;
}

} // namespace

template <class Text>
std::string Wording::fill(Language language, std::string_view key, Slots<Text> slots) const
{
    return filled(catalogue_.text(language, key), slots);
}

PrivateText Wording::say(const Reader& reader, std::string_view key, Slots<PrivateText> slots) const
{
    return PrivateText{fill<PrivateText>(reader.language, key, slots)};
}

MaskedText Wording::masked(const Reader& reader, std::string_view key, Slots<MaskedText> slots) const
{
    return {fill<MaskedText>(reader.language, key, slots), MaskedTextKey{}};
}

PublicText Wording::open(const Reader& reader, std::string_view key, Slots<PublicText> slots) const
{
    return {fill<PublicText>(reader.language, key, slots), PublicTextKey{}};
}

const std::string& Wording::word(Language language, std::string_view key) const
{
    return catalogue_.text(language, key);
}

std::string Wording::day(const Reader& reader, Instant at) const
{
    const auto date = reader.zone.local(at).date;
    const auto& weekdays = catalogue_.list(reader.language, "time.weekdays");
    const auto& months = catalogue_.list(reader.language, "time.months");
    const Slots<MaskedText> slots{{"weekday", weekdays[weekday_of(date).c_encoding()]},
                                  {"month", months[static_cast<unsigned>(date.month()) - 1]},
                                  {"day", number(static_cast<unsigned>(date.day()))}};
    return fill<MaskedText>(reader.language, "time.day", slots);
}

std::string Wording::long_day(const Reader& reader, Instant at) const
{
    const auto date = reader.zone.local(at).date;
    const auto& months = catalogue_.list(reader.language, "time.months");
    const Slots<MaskedText> slots{{"year", static_cast<int>(date.year())},
                                  {"month", months[static_cast<unsigned>(date.month()) - 1]},
                                  {"day", number(static_cast<unsigned>(date.day()))}};
    return fill<MaskedText>(reader.language, "time.long_day", slots);
}

std::string Wording::full_moment(const Reader& reader, Instant at) const
{
    auto text = day(reader, at) + " " + clock_time(reader.zone.local(at).of_day);
    if (!(reader.zone == home_)) text += " (" + reader.zone.name() + ")";
    return text;
}

std::string Wording::moment(const Reader& reader, Instant at) const
{
    const auto local = reader.zone.local(at);
    return local.date == reader.zone.local(reader.now).date ? clock_time(local.of_day) : full_moment(reader, at);
}

std::string Wording::span(const Reader& reader, Milliseconds length) const
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(length < length.zero() ? -length : length).count();
    const auto days = minutes / (24 * 60), hours = minutes / 60 % 24, rest = minutes % 60;
    const auto part = [&](auto count, std::string_view unit) {
        return count == 0
                   ? std::string{}
                   : fill<MaskedText>(reader.language, unit, Slots<MaskedText>{{"count", std::to_string(count)}});
    };
    auto text = part(days, "time.days");
    for (const auto& more : {part(hours, "time.hours"), days > 0 ? std::string{} : part(rest, "time.minutes")})
        if (!more.empty()) text += (text.empty() ? "" : " ") + more;
    return text.empty() ? word(reader.language, "time.under_a_minute") : text;
}

MaskedText Wording::clipped(const MaskedText& text, std::size_t most) const
{
    return {text::clip(text.reveal(), most), MaskedTextKey{}};
}

PublicText Wording::alias(Language language, const sharing::Alias& alias) const
{
    const auto& words = catalogue_.list(language, "labels.trees");
    const auto& tree = words.at(static_cast<std::size_t>(alias.word));
    return {fill<MaskedText>(language, "labels.alias", Slots<MaskedText>{{"number", alias.number}, {"tree", tree}}),
            PublicTextKey{}};
}

PublicText Wording::public_moment(const Reader& reader, Instant at) const
{
    return {full_moment(reader, at), PublicTextKey{}};
}

PublicText Wording::crowd(const Reader& reader, int count) const
{
    if (count < sharing::least_count_shown) return public_word(reader.language, "community.several");
    return {fill<MaskedText>(reader.language, "community.people", Slots<MaskedText>{{"count", count}}),
            PublicTextKey{}};
}

PublicText Wording::public_word(Language language, std::string_view key) const
{
    return {word(language, key), PublicTextKey{}};
}

} // namespace kintsugi::conversation
