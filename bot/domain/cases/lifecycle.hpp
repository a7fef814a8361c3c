#pragma once
// The core of everything: what may happen to a case, and what it becomes. Pure; PRODUCT.md, 3.1.

#include "bot/domain/cases/attempt.hpp"
#include "bot/domain/cases/case.hpp"
#include "bot/domain/cases/command.hpp"
#include "bot/domain/outcome.hpp"

#include <optional>
#include <span>
#include <vector>

namespace kintsugi::cases {

/// The events that `command` causes, or why it may not be. A new case is decided upon a `Case` with nothing but its id.
[[nodiscard]] Outcome<std::vector<Event>> decide(const Case& current, const Command& command, const Context& context);

[[nodiscard]] Case evolve(Case current, const Recorded<Event>& recorded);

/// The case that the whole log makes; nothing where its opening was undone.
[[nodiscard]] std::optional<Case> fold(CaseId id, std::span<const Recorded<Event>> log);

} // namespace kintsugi::cases
