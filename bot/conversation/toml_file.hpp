#pragma once
// A file of prompts/ as it was compiled in or read from a folder.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::conversation {

struct TomlFile {
    std::string name;         ///< path below prompts/: zh-CN/grammar.toml
    std::string_view content; ///< lives as long as the program
};

/// The files whose name ends in `/` and `leaf`, with the language that the folder names.
[[nodiscard]] inline std::vector<TomlFile> files_named(std::span<const TomlFile> files, std::string_view leaf)
{
    std::vector<TomlFile> found;
    const auto wanted = "/" + std::string{leaf};
    for (const auto& file : files)
        if (file.name.ends_with(wanted)) found.push_back(file);
    return found;
}

} // namespace kintsugi::conversation
