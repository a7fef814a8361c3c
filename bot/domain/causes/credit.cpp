#include "bot/domain/causes/credit.hpp"

#include <algorithm>

namespace kintsugi::causes {

int credit(const Cause& cause, const PersonId& koe)
{
    const bool took_part =
        cause.reporter == koe || std::ranges::find(cause.joined, koe, &JoinedCase::koe) != cause.joined.end();
    if (!took_part || cause.acknowledged_by == koe) return 0;
    int points = 0;
    if (!cause.acknowledged_by.empty()) points += points_accepted;
    if (is_shipped(cause)) points += points_shipped;
    if (cause.state == CauseState::immune) points += points_quiet;
    return points;
}

} // namespace kintsugi::causes
