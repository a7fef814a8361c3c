#pragma once
// 简报, 报表: what matters today, how the week went. Used by the handlers and the timers. PRODUCT.md, 7.10.

#include "bot/service/work.hpp"

#include <optional>

namespace kintsugi::service {

/// A KOE's morning: what is due first, at most three things, each with a button. Nothing where nothing is open.
[[nodiscard]] std::optional<conversation::MaskedCard> morning_digest(Work& work, const Person& person);

/// A product team's week: causes by heat.
[[nodiscard]] std::optional<conversation::MaskedCard> product_digest(Work& work, const Person& person,
                                                                     const AreaId& area);

/// A lead's week in numbers; holds no user's words.
[[nodiscard]] conversation::MaskedCard lead_report(Work& work, const Person& person, Instant from, Instant to);

} // namespace kintsugi::service
