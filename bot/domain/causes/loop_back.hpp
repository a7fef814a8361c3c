#pragma once
// Who hears first that a fix is out: the unsatisfied, then those who fell silent, the happy ones last.
// WHY.md, idea 6.

#include "bot/domain/cases/case.hpp"

#include <vector>

namespace kintsugi::causes {

/// In the order in which people are told. Members of communities stand between `declined_follow_up` and `partly`; they
/// hear by one post to the group.
enum class OwedRank { unrecovered, declined_follow_up, open, partly, recovered };

[[nodiscard]] OwedRank owed_rank(const cases::Case& current);

/// Sorts by rank, then by age of the case, oldest first.
void sort_owed(std::vector<cases::Case>& waiting);

} // namespace kintsugi::causes
