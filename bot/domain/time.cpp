#include "bot/domain/time.hpp"

#include <date/tz.h>

#include <stdexcept>
#include <utility>

namespace kintsugi {
namespace {

const date::time_zone* rules_of(std::string_view name)
{
    try {
        return date::locate_zone(std::string{name});
    } catch (const std::runtime_error&) {
        throw std::invalid_argument{"unknown time zone: " + std::string{name}};
    }
}

} // namespace

Zone::Zone(std::string name) : name_(std::move(name)), rules_(rules_of(name_)) {}

bool Zone::is_known(std::string_view name)
{
    try {
        return rules_of(name) != nullptr;
    } catch (const std::invalid_argument&) {
        return false;
    }
}

LocalTime Zone::local(Instant instant) const
{
    const auto local = static_cast<const date::time_zone*>(rules_)->to_local(instant).time_since_epoch();
    const auto day = std::chrono::floor<Days>(local);
    return {Date{std::chrono::sys_days{day}}, local - day};
}

Instant Zone::instant(const LocalTime& local) const
{
    const auto since_epoch = std::chrono::sys_days{local.date}.time_since_epoch() + local.of_day;
    const auto* rules = static_cast<const date::time_zone*>(rules_);
    return rules->to_sys(date::local_time<Milliseconds>{since_epoch}, date::choose::earliest);
}

Instant Zone::instant(Date date, TimeOfDay of_day) const
{
    return instant(LocalTime{date, of_day});
}

Date next_day(Date date, int days)
{
    return Date{std::chrono::sys_days{date} + Days{days}};
}

std::chrono::weekday weekday_of(Date date)
{
    return std::chrono::weekday{std::chrono::sys_days{date}};
}

} // namespace kintsugi
