#pragma once
// The program as a process of its own, with a configuration of many KOEs.

#include <cstdint>
#include <filesystem>
#include <string>
#include <sys/types.h>

namespace kintsugi::bench {

/// A folder with kintsugi.toml and a master key, for `koes` KOEs k1, k2, …; answers go to `sink_port`.
void write_configuration(const std::filesystem::path& folder, const std::string& secret, int koes,
                         std::uint16_t sink_port);

class Program {
public:
    /// Starts `binary` with the configuration in `folder` and waits until /healthz answers 200.
    Program(const std::filesystem::path& binary, const std::filesystem::path& folder);
    ~Program(); ///< SIGTERM, and waits for the end
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] double cold_start_ms() const { return cold_start_ms_; } ///< from before the start to the first 200
    [[nodiscard]] double resident_mb() const;

private:
    pid_t pid_ = 0;
    std::uint16_t port_ = 0;
    double cold_start_ms_ = 0;
};

} // namespace kintsugi::bench
