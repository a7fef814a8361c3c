// 语言, 时区, 静音, 稍后: how one person wants to be spoken to.

#include "bot/domain/text.hpp"
#include "bot/service/handlers.hpp"

namespace kintsugi::service {
namespace {

constexpr auto snoozed_for = std::chrono::hours{1}; ///< where no time is named

void save(Turn& turn, Person person)
{
    turn.stores().people.save(person);
    turn.set_speaker(std::move(person));
}

Done quiet_until(Turn& turn, Instant until, std::string_view key)
{
    auto person = turn.speaker();
    person.muted_until = until;
    save(turn, std::move(person));
    turn.say(key, {{"until", turn.wording().full_moment(turn.reader(), until)}});
    return {};
}

} // namespace

Done set_language(Turn& turn, const Order& order)
{
    const auto language = turn.knowledge().grammar.language_named(order.text);
    if (!language) return refuse(Refused::language_unknown);
    auto person = turn.speaker();
    person.language = *language;
    save(turn, std::move(person));
    turn.say_openly("prefer.language");
    return {};
}

Done set_zone(Turn& turn, const Order& order)
{
    const auto name = std::string{text::trim(order.text.reveal())};
    if (!Zone::is_known(name)) return refuse(Refused::zone_unknown);
    auto person = turn.speaker();
    person.zone = Zone{name};
    save(turn, std::move(person));
    turn.say_openly("prefer.zone");
    return {};
}

/// Without a time: until tomorrow morning.
Done mute(Turn& turn, const Order& order)
{
    const auto& zone = turn.speaker().zone;
    const auto tomorrow = zone.instant(next_day(zone.local(turn.now()).date), turn.speaker().quiet.to);
    return quiet_until(turn, order.when && !order.when_is_past ? *order.when : tomorrow, "prefer.muted");
}

Done snooze(Turn& turn, const Order& order)
{
    const auto until = order.when && !order.when_is_past ? *order.when : turn.now() + snoozed_for;
    return quiet_until(turn, until, "prefer.snoozed");
}

} // namespace kintsugi::service
