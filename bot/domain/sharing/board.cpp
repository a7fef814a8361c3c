#include "bot/domain/sharing/board.hpp"

namespace kintsugi::sharing {

Alias alias_from(std::uint64_t random)
{
    constexpr std::uint64_t numbers = 900;
    return {static_cast<int>(100 + random % numbers), static_cast<int>(random / numbers % alias_words)};
}

Step step_of(const cases::Case& current, bool fix_shipped)
{
    const bool users_word =
        current.confirmed_by && *current.confirmed_by != cases::Basis::no_answer && current.closed_at.has_value();
    if (users_word) return fix_shipped ? Step::improved : Step::solved;
    const bool begun = current.planned_at.has_value();
    return begun ? Step::in_progress : Step::heard;
}

} // namespace kintsugi::sharing
