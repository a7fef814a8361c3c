#pragma once
// Facts of a stage by name, for expectations (status, level, owner …) and for words in a scene ({alias K-1001}).

#include "tests/conversations/stage.hpp"

#include <string>

namespace kintsugi::scenes {

/// Throws std::runtime_error for a fact that is not known.
[[nodiscard]] std::string fact(Stage& stage, const std::string& kind, const std::string& number,
                               const std::string& key);

/// {alias K-1001} and {label K-1001} filled in: what chance chose.
[[nodiscard]] std::string with_facts(Stage& stage, std::string text);

} // namespace kintsugi::scenes
