#pragma once
// One spelling for each value of an enum: in the database, in the keys of prompts and on the command line.
// An enum takes part by specialising `Names` beside its definition.

#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace kintsugi {

template <class Enum>
struct Names; // static constexpr std::pair<Enum, std::string_view> all[]

template <class Enum>
concept Named = requires { Names<Enum>::all; };

template <Named Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value)
{
    for (const auto& [known, name] : Names<Enum>::all)
        if (known == value) return name;
    throw std::logic_error{"a value without a name"};
}

template <Named Enum>
[[nodiscard]] constexpr std::optional<Enum> named(std::string_view name)
{
    for (const auto& [value, known] : Names<Enum>::all)
        if (known == name) return value;
    return std::nullopt;
}

} // namespace kintsugi
