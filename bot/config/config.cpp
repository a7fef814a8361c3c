#include "bot/config/config.hpp"

#include "bot/config/parts.hpp"
#include "bot/domain/text.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace kintsugi {
namespace {

using namespace std::chrono_literals;

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    std::ostringstream content;
    content << file.rdbuf();
    if (!file) throw ConfigError{path.string() + ": cannot be read"};
    return content.str();
}

void read_server(ConfigReader& root, ServerConfig& server)
{
    auto reader = root.table("server", "server");
    const auto listen = reader.text("listen", "127.0.0.1:8080");
    const auto colon = listen.rfind(':');
    const auto port =
        colon == std::string::npos ? std::nullopt : parse_port(std::string_view{listen}.substr(colon + 1));
    if (!port || colon == 0) reader.complain("listen");
    server.address = listen.substr(0, colon);
    server.port = *port;
    server.public_url = reader.text("public_url");
    server.body_limit = reader.bytes("body_limit", server.body_limit, 64U << 10, 16U << 20);
    server.connections = static_cast<std::size_t>(reader.number("connections", 1024, 16, 65536));
    server.request_time = reader.duration("request_time", server.request_time, 1s, 60s);
    server.drain_time = reader.duration("drain_time", server.drain_time, 0s, 120s);
    server.queue = static_cast<std::size_t>(reader.number("queue", 1024, 16, 100000));
    reader.finish();
}

void read_company(ConfigReader& root, Config& config)
{
    auto reader = root.table("company", "company");
    auto& practice = config.practice;
    practice.zone = read_zone(reader, "zone", "UTC");
    practice.language = reader.value<Language>("language", Language::english);
    practice.marketing_departments = reader.texts("marketing_departments");
    practice.reminders_a_day = reader.number("reminders_a_day", 12, 1, 100);
    const auto digest = parse_time_of_day(reader.text("digest_at", "09:00"));
    if (!digest) reader.complain("digest_at");
    practice.digest_at = *digest;
    reader.finish();
}

/// From a file or the environment; the value itself never stands in the configuration.
Secret read_secret(ConfigReader& reader, const std::filesystem::path& folder)
{
    const auto file = reader.text("secret_file"), variable = reader.text("secret_env");
    if (!file.empty()) {
        const auto content = read_file(folder / file);
        return Secret{std::string{text::trim(content)}};
    }
    if (variable.empty()) reader.complain_about("secret_file", "secret_file or secret_env is needed");
    const char* value = std::getenv(variable.c_str()); // NOLINT(concurrency-mt-unsafe): before any thread
    if (value == nullptr || *value == '\0') reader.complain_about("secret_env", "the variable is not set");
    return Secret{value};
}

void read_connections(ConfigReader& root, const std::filesystem::path& folder, Config& config)
{
    auto connections = root.table("connections", "connections");
    if (connections.raw() == nullptr) return;
    for (const auto& [key, value] : *connections.raw()) {
        auto reader = connections.table(key.str(), "connections.*");
        ConnectionConfig connection;
        connection.id = ConnectionId{std::string{key.str()}};
        connection.platform = reader.required("platform");
        connection.secret = read_secret(reader, folder);
        connection.base_url = reader.text("base_url");
        const auto sign_in = reader.text("sign_in", "link");
        if (sign_in != "choose" && sign_in != "link") reader.complain("sign_in");
        connection.choose_person = sign_in == "choose";
        reader.finish();
        config.connections.push_back(std::move(connection));
    }
}

} // namespace

Config parse_config(std::string_view text, const std::string& name, const std::filesystem::path& folder)
{
    toml::table parsed;
    try {
        parsed = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        throw ConfigError{name + ":" + std::to_string(error.source().begin.line) + ": " +
                          std::string{error.description()}};
    }
    Config config;
    ConfigReader root{&parsed, "", "", name};
    read_server(root, config.server);
    read_company(root, config);
    auto database = root.table("database", "database");
    config.database = folder / database.text("path", "kintsugi.db");
    database.finish();
    auto keys = root.table("keys", "keys");
    if (keys.has("master_key_file")) config.master_key_file = folder / keys.text("master_key_file");
    keys.finish();
    config.policy = cases::default_policy(config.practice.zone);
    read_all_hours(root, config.policy);
    read_levels(root, config.policy);
    read_connections(root, folder, config);
    read_everyone(root, config);
    root.finish();
    check_references(config, name);
    if (config.server.public_url.empty())
        config.server.public_url = "http://" + config.server.address + ":" + std::to_string(config.server.port);
    return config;
}

Config load_config(const std::filesystem::path& file)
{
    return parse_config(read_file(file), file.string(), file.parent_path());
}

} // namespace kintsugi
