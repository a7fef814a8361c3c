#pragma once
// Reads values of one table of the configuration, remembers which keys were read, and complains about the rest.
// Used by the sources of this folder only.

#include "bot/config/config.hpp"

#include <toml++/toml.h>

#include <functional>
#include <set>

namespace kintsugi {

class ConfigReader {
public:
    /// `path` names the table in messages: people[3]. `table` may be null: everything is at its default.
    ConfigReader(const toml::table* table, std::string path, std::string pattern, const std::string& file);

    /// At the end: a key that nobody asked for is a mistake.
    void finish() const;

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key, std::string fallback = {});
    [[nodiscard]] std::string required(std::string_view key);
    [[nodiscard]] int number(std::string_view key, int fallback, int least, int most);
    [[nodiscard]] bool flag(std::string_view key, bool fallback);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    [[nodiscard]] Milliseconds duration(std::string_view key, Milliseconds fallback, Milliseconds least,
                                        Milliseconds most);
    [[nodiscard]] std::size_t bytes(std::string_view key, std::size_t fallback, std::size_t least, std::size_t most);
    const toml::node* node(std::string_view key); ///< counts as read; null if it is not there
    [[nodiscard]] ConfigReader table(std::string_view key, std::string pattern);

    template <class Enum>
    [[nodiscard]] Enum value(std::string_view key, std::optional<Enum> fallback)
    {
        if (!has(key) && fallback) return *fallback;
        const auto found = named<Enum>(required(key));
        if (!found) complain(key);
        return *found;
    }

    /// Throws ConfigError: file, line, key, what is accepted.
    [[noreturn]] void complain(std::string_view key) const;
    [[noreturn]] void complain_about(std::string_view key, const std::string& what) const;

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const toml::table* raw() const { return table_; }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    [[nodiscard]] const toml::node* find(std::string_view key) const;

    const toml::table* table_;
    std::string path_;    ///< people[3]
    std::string pattern_; ///< people[]: how the table of keys writes it
    const std::string& file_;
    std::set<std::string, std::less<>> read_;
};

/// "90s", "30min", "4h", "3d"; nothing for anything else.
[[nodiscard]] std::optional<Milliseconds> parse_duration(std::string_view text);
/// "8080", up to 65535; 0 lets the system choose
[[nodiscard]] std::optional<int> parse_port(std::string_view text);
/// "09:30", up to "24:00".
[[nodiscard]] std::optional<TimeOfDay> parse_time_of_day(std::string_view text);
/// "09:00-12:00"
[[nodiscard]] std::optional<DaySpan> parse_span(std::string_view text);

} // namespace kintsugi
