#pragma once
// Makes values in which no member has its default, by their listings.

#include "storage/listings.hpp"

#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace kintsugi::storage {

/// In every private text of a filled value.
inline constexpr std::string_view private_marker = "张三的秘密7913";

class Filler {
public:
    template <class Value>
    [[nodiscard]] Value value()
    {
        ++count_;
        if constexpr (std::same_as<Value, bool>)
            return true;
        else if constexpr (is_optional<Value>)
            return value<typename Value::value_type>();
        else if constexpr (is_id<Value>)
            return Value{value<typename Value::Representation>()};
        else if constexpr (std::same_as<Value, Instant>)
            return Instant{Milliseconds{1'764'000'000'000 + count_}};
        else if constexpr (is_duration<Value>)
            return Value{100 + count_};
        else if constexpr (std::same_as<Value, Zone>)
            return Zone{"Asia/Shanghai"};
        else if constexpr (std::same_as<Value, Date>)
            return Date{std::chrono::year{2026} / 10 / (1 + count_ % 28)};
        else if constexpr (std::same_as<Value, Roles>)
            return Roles{Role::koe, Role::member, Role::auditor};
        else if constexpr (std::same_as<Value, PrivateText>)
            return PrivateText{std::string{private_marker} + " \"quoted\" \\ \n\t\x01 " + std::to_string(count_)};
        else if constexpr (std::same_as<Value, MaskedText>)
            return StoredText::masked("masked 脱敏 " + std::to_string(count_));
        else if constexpr (Named<Value>)
            return other_than_default<Value>();
        else if constexpr (std::is_enum_v<Value>)
            return static_cast<Value>(2);
        else if constexpr (std::integral<Value>)
            return static_cast<Value>(count_);
        else if constexpr (std::same_as<Value, std::string>)
            return "word 词 " + std::to_string(count_);
        else if constexpr (is_vector<Value>)
            return {value<typename Value::value_type>(), value<typename Value::value_type>()};
        else if constexpr (is_array<Value>) {
            Value array;
            for (auto& one : array)
                one = value<typename Value::value_type>();
            return array;
        } else if constexpr (is_map<Value>) {
            Value map;
            auto key = value<typename Value::key_type>();
            map.emplace(std::move(key), value<typename Value::mapped_type>());
            return map;
        } else
            return members<Value>();
    }

private:
    template <class Type>
    [[nodiscard]] Type members()
    {
        Type object;
        each_member(object, [&](std::string_view, auto& member) {
            member = value<std::remove_reference_t<decltype(member)>>();
        });
        return object;
    }

    template <class Enum>
    [[nodiscard]] static Enum other_than_default()
    {
        for (const auto& [known, name] : Names<Enum>::all)
            if (known != Enum{} && known != std::begin(Names<Enum>::all)->first) return known;
        return Enum{};
    }

    int count_ = 0;
};

template <class Value>
[[nodiscard]] Value filled()
{
    return Filler{}.value<Value>();
}

/// One filled event for each alternative, in their order.
template <class Variant>
[[nodiscard]] std::vector<Variant> every_event()
{
    return []<class... Ones>(const std::variant<Ones...>*) {
        return std::vector<Variant>{Variant{filled<Ones>()}...};
    }(static_cast<const Variant*>(nullptr));
}

/// The events as a log, from number 1 on.
template <class Event>
[[nodiscard]] std::vector<Recorded<Event>> recorded(std::vector<Event> events)
{
    std::vector<Recorded<Event>> log;
    for (auto& event : events) {
        const auto number = static_cast<int>(log.size()) + 1;
        log.push_back({number, ActId{number + 100}, Instant{Milliseconds{1'764'000'000'000 + number}}, PersonId{"wei"},
                       std::move(event)});
    }
    return log;
}

} // namespace kintsugi::storage
