#pragma once
// Numbers and keys of things as types of their own, so that one kind cannot be passed where another is meant.
// Written forms (K-1042, R-31) are PRODUCT.md, section 2; `written.hpp` makes them.

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace kintsugi {

template <class Tag, class Rep>
class Id {
public:
    using Representation = Rep;

    Id() = default;
    explicit Id(Rep value) : value_(std::move(value)) {}

    [[nodiscard]] const Rep& value() const { return value_; }
    [[nodiscard]] bool empty() const { return value_ == Rep{}; }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    Rep value_{};
};

using CaseId = Id<struct CaseIdTag, std::int64_t>;               ///< K-1042
using CauseId = Id<struct CauseIdTag, std::int64_t>;             ///< R-31
using PublicationId = Id<struct PublicationIdTag, std::int64_t>; ///< P-19
using CustomerId = Id<struct CustomerIdTag, std::int64_t>;       ///< the person who complained; shown by a random label
using ActId = Id<struct ActIdTag, std::int64_t>;                 ///< one order by one person; undo strikes a whole act
using PersonId = Id<struct PersonIdTag, std::string>;            ///< an employee or a community member
using RoomId = Id<struct RoomIdTag, std::string>;
using ConnectionId = Id<struct ConnectionIdTag, std::string>; ///< a configured chat platform
using AreaId = Id<struct AreaIdTag, std::string>;             ///< a product area, such as payments

/// Acts that no person did: a timer, an import. Never the owner of anything.
inline const PersonId system_actor{std::string{"system"}};

} // namespace kintsugi

template <class Tag, class Rep>
struct std::hash<kintsugi::Id<Tag, Rep>> {
    std::size_t operator()(const kintsugi::Id<Tag, Rep>& id) const noexcept { return std::hash<Rep>{}(id.value()); }
};
