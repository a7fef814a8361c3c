#pragma once
// How values of ours stand in columns: ids as their value, instants as milliseconds since 1970, enums by name.

#include "bot/domain/ids.hpp"
#include "bot/domain/names.hpp"
#include "bot/domain/private_text.hpp"
#include "bot/domain/time.hpp"
#include "storage/statement.hpp"

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>

namespace kintsugi::storage {

/// Gives back what had its type before it was stored. Nothing but rows of our own goes through here.
class StoredText {
public:
    [[nodiscard]] static MaskedText masked(std::string words) { return {std::move(words), MaskedTextKey{}}; }
    [[nodiscard]] static PublicText open(std::string words) { return {std::move(words), PublicTextKey{}}; }
};

template <class Value>
inline constexpr bool is_optional = false;
template <class Value>
inline constexpr bool is_optional<std::optional<Value>> = true;

template <class Value>
inline constexpr bool is_id = false;
template <class Tag, class Rep>
inline constexpr bool is_id<Id<Tag, Rep>> = true;

template <class Value>
void bind(Statement& statement, int number, const Value& value)
{
    if constexpr (is_optional<Value>) {
        if (value)
            bind(statement, number, *value);
        else
            statement.bind_null(number);
    } else if constexpr (is_id<Value>)
        bind(statement, number, value.value());
    else if constexpr (std::same_as<Value, Instant>)
        statement.bind_integer(number, value.time_since_epoch().count());
    else if constexpr (Named<Value>)
        statement.bind_text(number, name_of(value));
    else if constexpr (std::integral<Value>)
        statement.bind_integer(number, std::int64_t{value});
    else if constexpr (std::floating_point<Value>)
        statement.bind_real(number, value);
    else if constexpr (std::same_as<Value, Bytes>)
        statement.bind_bytes(number, value.view);
    else if constexpr (std::same_as<Value, MaskedText>)
        statement.bind_text(number, value.reveal());
    else
        statement.bind_text(number, value);
}

/// Throws StorageError for a value that the type does not have.
template <class Value>
[[nodiscard]] Value read(Statement& row, int column)
{
    if constexpr (is_optional<Value>) {
        if (row.is_null(column)) return std::nullopt;
        return read<typename Value::value_type>(row, column);
    } else if constexpr (is_id<Value>)
        return Value{read<typename Value::Representation>(row, column)};
    else if constexpr (std::same_as<Value, Instant>)
        return Instant{Milliseconds{row.integer(column)}};
    else if constexpr (Named<Value>) {
        const auto value = named<Value>(row.bytes(column));
        if (!value) throw StorageError{"a column holds a name that is not known"};
        return *value;
    } else if constexpr (std::same_as<Value, bool>)
        return row.integer(column) != 0;
    else if constexpr (std::integral<Value>) {
        const auto value = row.integer(column);
        if (!std::in_range<Value>(value)) throw StorageError{"a column holds a number out of range"};
        return static_cast<Value>(value);
    } else if constexpr (std::floating_point<Value>)
        return row.real(column);
    else if constexpr (std::same_as<Value, MaskedText>)
        return StoredText::masked(std::string{row.bytes(column)});
    else
        return Value{row.bytes(column)};
}

} // namespace kintsugi::storage
