#pragma once
// Lets one listing of an event's members serve storage, audit and tests:
//
//     struct PromiseKept {
//         int number{};
//         static constexpr std::string_view name = "promise_kept";
//         static constexpr std::tuple fields{Field{"number", &PromiseKept::number}};
//     };

#include <string_view>
#include <tuple>

namespace kintsugi {

template <class Owner, class Value>
struct Field {
    std::string_view name;
    Value Owner::* member;

    constexpr Field(std::string_view field_name, Value Owner::* which) : name(field_name), member(which) {}
};

/// Calls `visit(name, member)` for each field in the order of the listing.
template <class Event, class Visit>
void each_field(Event& event, Visit&& visit)
{
    std::apply([&](const auto&... field) { (visit(field.name, event.*(field.member)), ...); },
               std::remove_cvref_t<Event>::fields);
}

} // namespace kintsugi
