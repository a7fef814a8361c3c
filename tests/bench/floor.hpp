#pragma once
// What no chat-bot server on this machine can be faster than: a bare Beast server that verifies a request, parses it
// and commits one row, with other rows that wait in the same commit, before it answers.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace kintsugi::bench {

class Floor {
public:
    /// Serves on threads of its own until it is destroyed.
    Floor(const std::filesystem::path& database, const std::string& secret);
    ~Floor();
    Floor(const Floor&) = delete;
    Floor& operator=(const Floor&) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

/// How many commits of one row a second the disk under `folder` takes, one after the other.
[[nodiscard]] double commits_per_second(const std::filesystem::path& folder);

} // namespace kintsugi::bench
