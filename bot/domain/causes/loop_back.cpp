#include "bot/domain/causes/loop_back.hpp"

#include <algorithm>
#include <tuple>

namespace kintsugi::causes {

OwedRank owed_rank(const cases::Case& current)
{
    using enum cases::CloseOutcome;
    if (!current.outcome || current.status != cases::Status::closed) return OwedRank::open;
    switch (*current.outcome) {
    case unrecovered:
        return OwedRank::unrecovered;
    case unreachable:
    case withdrawn:
        return OwedRank::declined_follow_up;
    case partly:
        return OwedRank::partly;
    case recovered:
    case invalid:
        return OwedRank::recovered;
    }
    return OwedRank::open;
}

void sort_owed(std::vector<cases::Case>& waiting)
{
    std::ranges::sort(waiting, [](const cases::Case& a, const cases::Case& b) {
        return std::tuple{owed_rank(a), a.opened_at, a.id} < std::tuple{owed_rank(b), b.opened_at, b.id};
    });
}

} // namespace kintsugi::causes
