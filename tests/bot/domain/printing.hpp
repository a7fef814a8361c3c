#pragma once
// How Catch shows values of ours when a check fails.

#include "bot/domain/names.hpp"
#include "bot/domain/outcome.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <type_traits>

namespace Catch {

template <class Enum>
struct StringMaker<Enum, std::enable_if_t<kintsugi::Named<Enum>>> {
    static std::string convert(Enum value) { return std::string{kintsugi::name_of(value)}; }
};

template <>
struct StringMaker<kintsugi::Refusal> {
    static std::string convert(const kintsugi::Refusal& refusal)
    {
        return std::string{name_of(refusal.reason)} + " " + refusal.subject;
    }
};

/// UTC, since a test may be about any zone.
template <>
struct StringMaker<kintsugi::Instant> {
    static std::string convert(kintsugi::Instant at)
    {
        const auto day = std::chrono::floor<std::chrono::days>(at);
        const std::chrono::year_month_day date{day};
        const std::chrono::hh_mm_ss time{at - day};
        return std::to_string(static_cast<int>(date.year())) + "-" +
               std::to_string(static_cast<unsigned>(date.month())) + "-" +
               std::to_string(static_cast<unsigned>(date.day())) + " " + std::to_string(time.hours().count()) + ":" +
               std::to_string(time.minutes().count()) + ":" + std::to_string(time.seconds().count()) + "." +
               std::to_string(time.subseconds().count()) + " UTC";
    }
};

template <class Rep, class Period>
struct StringMaker<std::chrono::duration<Rep, Period>> {
    static std::string convert(std::chrono::duration<Rep, Period> time)
    {
        return std::to_string(std::chrono::duration<double, std::ratio<60>>{time}.count()) + " min";
    }
};

template <class Value>
struct StringMaker<std::optional<Value>> {
    static std::string convert(const std::optional<Value>& value)
    {
        return value ? ::Catch::Detail::stringify(*value) : "nothing";
    }
};

} // namespace Catch
