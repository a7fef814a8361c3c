#pragma once
// Points for an effect that was verified, in three instalments; nothing for volume, no ranking. WHY.md, idea 10.

#include "bot/domain/causes/cause.hpp"

namespace kintsugi::causes {

inline constexpr int points_accepted = 1; ///< the product team took it on
inline constexpr int points_shipped = 2;  ///< a fix is out
inline constexpr int points_quiet = 3;    ///< and it stayed quiet

/// What `koe` earned with this cause: once per cause, however many of the cases were theirs. Nobody earns with a cause
/// that they acknowledged themselves.
[[nodiscard]] int credit(const Cause& cause, const PersonId& koe);

} // namespace kintsugi::causes
