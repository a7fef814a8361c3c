#pragma once
// A root cause with its log. Used by the handlers and timers of causes, and by cards that name one.

#include "bot/domain/causes/product_work.hpp"
#include "bot/service/turn.hpp"

#include <optional>

namespace kintsugi::service {

struct CauseFile {
    causes::Cause current;
    causes::CauseHistory log;
};

[[nodiscard]] std::optional<CauseFile> read_cause(Work& work, CauseId id);
[[nodiscard]] bool exists(Work& work, CauseId id);

/// Appends, folds, saves the row with its timer.
void append(Work& work, CauseFile& file, causes::CauseEvent event);

/// Appends in the name of the timers.
void append_as_system(Work& work, CauseFile& file, causes::CauseEvent event);

/// The row and timer that follow from the log; after a strike too.
void save_cause_row(Work& work, CauseFile& file);

/// The owner was reminded of a cause that nobody acknowledged: not again before tomorrow.
void cause_reminded(Work& work, CauseFile& file);

/// Counts a case under a cause; out of the one it was under before. A case that began after a fix was shipped makes the
/// cause recur, and its owner hears of it.
void join_cause(Work& work, CauseId id, const CaseFile& file, std::optional<CauseId> earlier = {});

/// Users and members who are known to have met it.
[[nodiscard]] int people_with(Work& work, CauseId id);
[[nodiscard]] bool fix_is_shipped(Work& work, const cases::Case& current);

void met_by_member(Work& work, CauseId id, const PersonId& member);
void members_heard(Work& work, CauseId id); ///< the group read that the fix is out

Outcome<void> show_cause(Turn& turn, CauseId id);

/// 🔧 For the product team: users, trend, heat, evidence, masked.
[[nodiscard]] conversation::MaskedCard cause_card(Work& work, const conversation::Reader& reader,
                                                  const CauseFile& file);

/// Product owner of the area, to whom reminders go.
[[nodiscard]] std::optional<Person> owner_of(Work& work, const AreaId& area);

/// To the owner's direct conversation and the product team's room.
void tell_product_team(Work& work, const CauseFile& file);

} // namespace kintsugi::service
