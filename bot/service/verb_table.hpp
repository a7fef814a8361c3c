#pragma once
// Verb → what it does. One line per verb; PRODUCT.md, 6.1.

#include "bot/service/handlers.hpp"
#include "bot/service/which_case.hpp"

#include <variant>

namespace kintsugi::service {

using Plain = Done (*)(Turn&, const Order&);
using OnCase = Done (*)(Turn&, const Order&, CaseFile&);

enum class For { employees, everyone };

struct VerbHandler {
    conversation::Verb verb;
    std::variant<Plain, OnCase> handle;
    For whom = For::employees;
    MergedCase merged = MergedCase::follow;
};

[[nodiscard]] const VerbHandler& handler_of(conversation::Verb verb);

} // namespace kintsugi::service
