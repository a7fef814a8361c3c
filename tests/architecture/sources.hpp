#pragma once
// The program's own sources, as lines. Tests run in the root of the repository.

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace kintsugi::tests {

struct Source {
    std::string path; ///< from the root, with /
    std::vector<std::string> lines;

    [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
};

/// Sorted by path.
inline std::vector<Source> sources(std::initializer_list<const char*> folders)
{
    std::vector<Source> found;
    for (const auto* folder : folders)
        for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
            auto path = entry.path().generic_string();
            if (!path.ends_with(".cpp") && !path.ends_with(".hpp")) continue;
            Source source{std::move(path), {}};
            std::ifstream file{entry.path()};
            for (std::string line; std::getline(file, line);)
                source.lines.push_back(line);
            found.push_back(std::move(source));
        }
    std::ranges::sort(found, {}, &Source::path);
    REQUIRE(found.size() > 50);
    return found;
}

} // namespace kintsugi::tests
