#pragma once
// Commands that run the server. Each returns the exit code.

#include "bot/commands/terminal.hpp"

#include <filesystem>

namespace kintsugi {

[[nodiscard]] int serve(const Terminal& terminal, const std::filesystem::path& config_file);

struct DemoOptions {
    int port = 8080;
    bool once = false; ///< end after the story
};

/// 0 when every step of the story ended as told.
[[nodiscard]] int play_demo(const Terminal& terminal, const DemoOptions& options);

} // namespace kintsugi
