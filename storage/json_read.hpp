#pragma once
// Values from the JSON text that `json_write.hpp` made. A member that is missing in the text keeps its default, so that
// listings may grow; members that are not listed are passed over. What does not fit is a StorageError that names the
// member and never its content.

#include "storage/json_types.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace kintsugi::storage {

/// A parsed text with its memory.
class JsonText {
public:
    explicit JsonText(std::string_view text);
    JsonText(const JsonText&) = delete;
    JsonText& operator=(const JsonText&) = delete;

    [[nodiscard]] const boost::json::value& value() const { return value_; }

private:
    static constexpr std::size_t usual_size = 4096; ///< holds the facts of an event without another allocation
    alignas(std::max_align_t) unsigned char buffer_[usual_size];
    boost::json::monotonic_resource memory_{buffer_, usual_size};
    boost::json::value value_ = boost::json::value(&memory_); // braces would make a list of it
};

[[noreturn]] void malformed(std::string_view what);

[[nodiscard]] std::string_view string_in(const boost::json::value& json);
[[nodiscard]] std::int64_t number_in(const boost::json::value& json);
[[nodiscard]] bool bool_in(const boost::json::value& json);
[[nodiscard]] const boost::json::array& array_in(const boost::json::value& json);
[[nodiscard]] const boost::json::object& object_in(const boost::json::value& json);

template <class Value>
void read_json(const boost::json::value& json, Value& value);

template <class Value>
[[nodiscard]] Value json_as(const boost::json::value& json)
{
    Value value{};
    read_json(json, value);
    return value;
}

template <class Type>
void read_members(const boost::json::value& json, Type& object)
{
    const auto& members = object_in(json);
    each_member(object, [&](std::string_view name, auto& value) {
        if (const auto* member = members.if_contains({name.data(), name.size()})) read_json(*member, value);
    });
}

template <class Type>
void read_plain_list(const boost::json::value& json, Type& object)
{
    const auto& list = array_in(json);
    std::size_t place = 0;
    each_member(object, [&](std::string_view, auto& value) {
        if (place < list.size()) read_json(list[place++], value);
    });
}

template <class Value>
[[nodiscard]] Value whole_number_in(const boost::json::value& json)
{
    const auto number = number_in(json);
    if (!std::in_range<Value>(number)) malformed("a number out of range");
    return static_cast<Value>(number);
}

template <class Enum>
[[nodiscard]] Enum name_in(const boost::json::value& json)
{
    const auto value = named<Enum>(string_in(json));
    if (!value) malformed("an unknown name");
    return *value;
}

template <class Key, class Value>
void read_entries(const boost::json::value& json, std::map<Key, Value>& map)
{
    map.clear();
    for (const auto& entry : array_in(json)) {
        const auto& pair = array_in(entry);
        if (pair.size() != 2) malformed("an entry that is no pair");
        map.emplace(json_as<Key>(pair[0]), json_as<Value>(pair[1]));
    }
}

template <class Value>
void read_json(const boost::json::value& json, Value& value)
{
    if constexpr (is_optional<Value>)
        value = json_as<typename Value::value_type>(json);
    else if constexpr (std::same_as<Value, bool>)
        value = bool_in(json);
    else if constexpr (is_id<Value>)
        value = Value{json_as<typename Value::Representation>(json)};
    else if constexpr (std::same_as<Value, Instant>)
        value = Instant{Milliseconds{number_in(json)}};
    else if constexpr (is_duration<Value>)
        value = Value{whole_number_in<typename Value::rep>(json)};
    else if constexpr (std::same_as<Value, Date>)
        value = date_of(number_in(json));
    else if constexpr (std::same_as<Value, Zone>)
        value = zone_of(string_in(json));
    else if constexpr (std::same_as<Value, Roles>)
        value = roles_of(json_as<std::vector<Role>>(json));
    else if constexpr (std::same_as<Value, PrivateText>)
        value = PrivateText{std::string{string_in(json)}};
    else if constexpr (std::same_as<Value, MaskedText>)
        value = StoredText::masked(std::string{string_in(json)});
    else if constexpr (Named<Value>)
        value = name_in<Value>(json);
    else if constexpr (std::is_enum_v<Value>)
        value = static_cast<Value>(whole_number_in<std::underlying_type_t<Value>>(json));
    else if constexpr (std::integral<Value>)
        value = whole_number_in<Value>(json);
    else if constexpr (is_vector<Value>) {
        value.clear();
        for (const auto& one : array_in(json))
            value.push_back(json_as<typename Value::value_type>(one));
    } else if constexpr (is_array<Value>) {
        const auto& list = array_in(json);
        if (list.size() != value.size()) malformed("a list of another length");
        for (std::size_t i = 0; i < value.size(); ++i)
            read_json(list[i], value[i]);
    } else if constexpr (is_map<Value>)
        read_entries(json, value);
    else if constexpr (as_plain_list<Value>)
        read_plain_list(json, value);
    else if constexpr (WithMembers<Value>)
        read_members(json, value);
    else
        value = Value{string_in(json)};
}

template <class Value>
[[nodiscard]] Value from_json(std::string_view text)
{
    return json_as<Value>(JsonText{text}.value());
}

} // namespace kintsugi::storage
