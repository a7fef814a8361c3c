#pragma once
// kintsugi.toml → Config. Every key stands in one table with what it accepts and what it is without being set; a
// mistake is reported with the key, the line and what is accepted. Secrets come from files or the environment only.

#include "bot/domain/cases/policy.hpp"
#include "bot/service/knowledge.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi {

/// A secret of the configuration. It has no formatter and no way into a log.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string value) : value_(std::move(value)) {}
    [[nodiscard]] const std::string& reveal() const { return value_; }
    [[nodiscard]] bool empty() const { return value_.empty(); }

private:
    std::string value_;
};

struct ServerConfig {
    std::string address = "127.0.0.1";
    int port = 8080;
    std::string public_url; ///< empty: http://<address>:<port>
    std::size_t body_limit = 1 << 20;
    std::size_t connections = 1024;
    Milliseconds request_time{std::chrono::seconds{10}};
    Milliseconds drain_time{std::chrono::seconds{10}};
    std::size_t queue = 1024; ///< deliveries that may wait for the writer
};

struct ConnectionConfig {
    ConnectionId id;
    std::string platform; ///< row of the platform table
    Secret secret;
    std::string base_url;       ///< of the platform's API; empty: the platform's own
    bool choose_person = false; ///< console only: anyone may pick who they are
};

struct PersonConfig {
    Person person;
    std::map<ConnectionId, std::string> accounts;
};

struct Config {
    ServerConfig server;
    std::filesystem::path database = "kintsugi.db";
    std::filesystem::path master_key_file;
    service::Practice practice;
    cases::Policy policy;
    std::vector<ConnectionConfig> connections;
    std::vector<PersonConfig> people;
    std::vector<service::Room> rooms;
};

/// The text names file, line, key and what is accepted; it holds no value of a secret.
class ConfigError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct ConfigKey {
    std::string_view path;     ///< server.port; areas[].id
    std::string_view accepts;  ///< what a value looks like
    std::string_view fallback; ///< what holds without it; empty: required or nothing
    std::string_view about;
};

/// All keys, in the order of the documentation (docs/configuration.md is checked against it).
[[nodiscard]] std::span<const ConfigKey> config_keys();

/// Relative paths count from the folder of the file. Throws ConfigError.
[[nodiscard]] Config load_config(const std::filesystem::path& file);

/// The same from text; `name` stands in messages, relative paths count from `folder`.
[[nodiscard]] Config parse_config(std::string_view text, const std::string& name, const std::filesystem::path& folder);

} // namespace kintsugi
