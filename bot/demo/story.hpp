#pragma once
// The story that `demo` plays: prompts/<language>/demo_story.toml as steps.

#include "bot/domain/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::demo {

/// A text that must stand in a message of the bot which arrives after the step.
struct Expectation {
    std::string conversation; ///< dm:lin_ke, members_3
    std::string text;
};

struct Step {
    std::string tell;                   ///< one line for the terminal
    std::string who;                    ///< account; empty where only time passes
    std::string where;                  ///< conversation
    std::string say;                    ///< what they write; empty if they press
    std::string press;                  ///< label of a button on the newest card that has it
    std::optional<Milliseconds> pass{}; ///< how far the clock moves first
    std::vector<Expectation> expect{};
    std::vector<Expectation> never{}; ///< must not stand in anything that reached that conversation
};

struct Story {
    std::string title;
    std::vector<Step> steps;
};

/// Throws std::runtime_error that names the file and the line of what is not a step.
[[nodiscard]] Story read_story(std::string_view toml, const std::string& name);

} // namespace kintsugi::demo
