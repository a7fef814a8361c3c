#pragma once
// Plays a scene on a stage and checks what it expects.

#include "tests/conversations/scene.hpp"
#include "tests/conversations/stage.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace kintsugi::scenes {

struct Played {
    std::string state;                 ///< see Stage::state
    std::vector<std::string> failures; ///< file:line: what was expected and what was there
};

/// Every scene ends with checks of its own: the audit chain verifies, rows equal what the logs make, nothing hidden is
/// anywhere it may not be.
/// With `transcript`, what people say and get is written there as it happens.
[[nodiscard]] Played play(const Scene& scene, World world, std::ostream* transcript = nullptr);

} // namespace kintsugi::scenes
