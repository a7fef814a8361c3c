#pragma once
// Which types of ours stand in JSON text, in facts and under seal. A struct takes part with a listing of its members:
// `fields` of its own (events), or a `Listing` beside (`listings.hpp`).

#include "bot/domain/fields.hpp"
#include "bot/domain/person.hpp"
#include "storage/values.hpp"

#include <array>
#include <map>
#include <tuple>
#include <vector>

namespace kintsugi::storage {

/// Members of a type that has no `fields` of its own: `static constexpr std::tuple fields{Field{"name", &Type::name}};`
template <class Type>
struct Listing;

template <class Type>
concept WithFields = requires { Type::fields; };
template <class Type>
concept WithListing = requires { Listing<Type>::fields; };
template <class Type>
concept WithMembers = WithFields<Type> || WithListing<Type>;

struct AnyMember {
    template <class Type>
    operator Type() const; // NOLINT(google-explicit-constructor): stands for whatever member there is
};

/// How many members an aggregate has, by trying how many initialisers it takes.
template <class Type, class... Given>
[[nodiscard]] constexpr std::size_t member_count()
{
    if constexpr (requires { Type{Given{}..., AnyMember{}}; })
        return member_count<Type, Given..., AnyMember>();
    else
        return sizeof...(Given);
}

template <class Type>
[[nodiscard]] constexpr const auto& listed_fields()
{
    if constexpr (WithFields<Type>)
        return Type::fields;
    else
        return Listing<Type>::fields;
}

template <class Type>
[[nodiscard]] constexpr const auto& fields_of()
{
    constexpr auto listed = std::tuple_size_v<std::remove_cvref_t<decltype(listed_fields<Type>())>>;
    static_assert(listed == member_count<Type>(), "add the new member of this type to its listing: what is not listed "
                                                  "(storage/listings.hpp, or `fields` of an event) is not stored");
    return listed_fields<Type>();
}

/// Written as the list of its members' values, without their names.
template <class Type>
inline constexpr bool as_plain_list = false;

/// Calls `visit(name, member)` for each listed member.
template <class Type, class Visit>
void each_member(Type& object, Visit&& visit)
{
    std::apply([&](const auto&... field) { (visit(field.name, object.*(field.member)), ...); },
               fields_of<std::remove_const_t<Type>>());
}

template <class Value>
inline constexpr bool is_vector = false;
template <class Value>
inline constexpr bool is_vector<std::vector<Value>> = true;

template <class Value>
inline constexpr bool is_array = false;
template <class Value, std::size_t size>
inline constexpr bool is_array<std::array<Value, size>> = true;

template <class Value>
inline constexpr bool is_map = false;
template <class Key, class Value>
inline constexpr bool is_map<std::map<Key, Value>> = true;

template <class Value>
inline constexpr bool is_duration = false;
template <class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;

/// Texts that lie in facts or sealed as plain strings.
template <class Value>
concept Text = std::same_as<Value, PrivateText> || std::same_as<Value, MaskedText>;

// Values with a written form of their own.
[[nodiscard]] std::int64_t number_of(Date date); ///< 20251125
[[nodiscard]] Date date_of(std::int64_t number);
[[nodiscard]] std::vector<Role> listed(const Roles& roles);
[[nodiscard]] Roles roles_of(const std::vector<Role>& roles);
[[nodiscard]] Zone zone_of(std::string_view name);

} // namespace kintsugi::storage
