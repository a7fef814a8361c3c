#pragma once
// The composition root of the server: builds, starts and stops everything, in order. It decides nothing.

#include "bot/config/config.hpp"
#include "storage/master_key.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace kintsugi {

struct RuntimeOptions {
    Clock clock;
    std::function<std::uint64_t()> random;
    /// On SIGHUP: people, rooms and policy of what it returns count from then on. May throw ConfigError. May be empty.
    std::function<Config()> reload{};
};

class Runtime {
public:
    /// Opens the database, listens, begins to deliver. Throws ConfigError, StorageError, std::runtime_error.
    Runtime(const Config& config, const storage::MasterKey& key, RuntimeOptions options);
    ~Runtime();
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;

    /// Serves on the calling thread until SIGTERM, SIGINT or `stop`; then drains.
    void run();
    void stop(); ///< from any thread

    [[nodiscard]] std::string url() const; ///< http://127.0.0.1:8080, as reached on this machine

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

/// The clock and the chance of a real run.
[[nodiscard]] Clock system_clock();
[[nodiscard]] std::function<std::uint64_t()> system_random();

/// A link by which a person signs in to the console of `connection`, whose secret it is.
[[nodiscard]] std::string sign_in_link(const std::string& url, const Secret& secret, const PersonId& person,
                                       Instant expires);

} // namespace kintsugi
