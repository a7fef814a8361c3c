#pragma once
// Load on an HTTP server from one thread over keep-alive connections.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kintsugi::bench {

struct Measured {
    std::size_t answered = 0;
    std::size_t refused = 0; ///< answers other than 200
    double seconds = 0;
    std::vector<double> latencies; ///< milliseconds, sorted

    [[nodiscard]] double per_second() const { return static_cast<double>(answered) / seconds; }
    [[nodiscard]] double percentile(double share) const; ///< 0.5 for the median
};

/// Each connection sends the next request as soon as its last one was answered. `requests` are whole, as they go over
/// the wire.
[[nodiscard]] Measured closed_loop(std::uint16_t port, const std::vector<std::string>& requests, int connections);

/// Request number i is due at i / rate, whether or not earlier ones were answered; its latency counts from then, so
/// that a server that falls behind shows it.
[[nodiscard]] Measured open_loop(std::uint16_t port, const std::vector<std::string>& requests, int connections,
                                 double rate);

} // namespace kintsugi::bench
