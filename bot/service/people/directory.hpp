#pragma once
// Finds people and areas by the names that others type.

#include "bot/service/work.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kintsugi::service {

/// By id, name or alias, in any case and width; what stands after @.
[[nodiscard]] std::optional<Person> find_person(Work& work, std::string_view typed);
[[nodiscard]] const Area* find_area_named(const Practice& practice, std::string_view typed);

/// A name at the front of a text, and what follows it. The longest name wins.
struct LeadingName {
    std::optional<Person> person;
    const Area* area = nullptr;
    PrivateText rest;
};
[[nodiscard]] LeadingName take_name(Work& work, const PrivateText& text);

/// The area whose keywords stand in the folded text; null where none or several do.
[[nodiscard]] const Area* guess_area(const Practice& practice, std::string_view folded);

} // namespace kintsugi::service
