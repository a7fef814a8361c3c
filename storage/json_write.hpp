#pragma once
// Values as JSON text. Written directly, since facts are written for every event.

#include "storage/json_types.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace kintsugi::storage {

void write_string(std::string& out, std::string_view text); ///< with quotes
void write_number(std::string& out, std::int64_t number);

template <class Value>
void write_json(std::string& out, const Value& value);

/// The members that `wanted(value)` takes, as an object. Optional ones without a value are left out.
template <class Type, class Wanted>
void write_members(std::string& out, const Type& object, const Wanted& wanted)
{
    out += '{';
    const auto start = out.size();
    each_member(object, [&](std::string_view name, const auto& value) {
        if constexpr (is_optional<std::remove_cvref_t<decltype(value)>>)
            if (!value) return;
        if (!wanted(value)) return;
        if (out.size() != start) out += ',';
        write_string(out, name);
        out += ':';
        write_json(out, value);
    });
    out += '}';
}

template <class Type>
void write_plain_list(std::string& out, const Type& object)
{
    out += '[';
    const auto start = out.size();
    each_member(object, [&](std::string_view, const auto& value) {
        if (out.size() != start) out += ',';
        write_json(out, value);
    });
    out += ']';
}

template <class List>
void write_list(std::string& out, const List& list)
{
    out += '[';
    const auto start = out.size();
    for (const auto& one : list) {
        if (out.size() != start) out += ',';
        write_json(out, one);
    }
    out += ']';
}

template <class Value>
void write_json(std::string& out, const Value& value)
{
    if constexpr (is_optional<Value>)
        write_json(out, value.value());
    else if constexpr (std::same_as<Value, bool>)
        out += value ? "true" : "false";
    else if constexpr (is_id<Value>)
        write_json(out, value.value());
    else if constexpr (std::same_as<Value, Instant>)
        write_number(out, value.time_since_epoch().count());
    else if constexpr (is_duration<Value>)
        write_number(out, value.count());
    else if constexpr (std::same_as<Value, Date>)
        write_number(out, number_of(value));
    else if constexpr (std::same_as<Value, Zone>)
        write_string(out, value.name());
    else if constexpr (std::same_as<Value, Roles>)
        write_list(out, listed(value));
    else if constexpr (Text<Value>)
        write_string(out, value.reveal());
    else if constexpr (Named<Value>)
        write_string(out, name_of(value));
    else if constexpr (std::is_enum_v<Value> || std::integral<Value>)
        write_number(out, static_cast<std::int64_t>(value));
    else if constexpr (is_vector<Value> || is_array<Value> || is_map<Value>)
        write_list(out, value);
    else if constexpr (as_plain_list<Value>)
        write_plain_list(out, value);
    else if constexpr (WithMembers<Value>)
        write_members(out, value, [](const auto&) { return true; });
    else if constexpr (requires { value.first; }) { // an entry of a map
        out += '[';
        write_json(out, value.first);
        out += ',';
        write_json(out, value.second);
        out += ']';
    } else
        write_string(out, value);
}

template <class Value>
[[nodiscard]] std::string to_json(const Value& value)
{
    std::string out;
    out.reserve(256);
    write_json(out, value);
    return out;
}

} // namespace kintsugi::storage
