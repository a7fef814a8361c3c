#pragma once
// The people, rooms and areas of the demo, as tests take them.

#include "bot/config/config.hpp"

namespace kintsugi::scenes {

[[nodiscard]] Config demo_cast(Language language);

} // namespace kintsugi::scenes
