#pragma once
// Which case an order is about: its number, the quoted card, the room, the only one touched lately; else the person is
// asked, with at most three choices. PRODUCT.md, 6.2.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

enum class MergedCase {
    follow, ///< input on the old number goes to the case it was merged into
    stay    ///< the merged case itself is meant
};

/// Null where the person was asked and the order must wait. Refused the same way, whether the case does not exist or
/// may not be seen.
[[nodiscard]] Outcome<CaseFile*> which_case(Turn& turn, const conversation::Order& order, MergedCase merged);

/// The case with this number if the speaker may see it, after following a merge where wanted.
[[nodiscard]] Outcome<CaseFile*> seen_case(Turn& turn, CaseId id, MergedCase merged);

} // namespace kintsugi::service
