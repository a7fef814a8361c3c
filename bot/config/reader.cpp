#include "bot/config/reader.hpp"

#include <algorithm>
#include <charconv>

namespace kintsugi {
namespace {

constexpr long largest_number = 1'000'000'000; ///< units multiply it, and nothing overflows

std::optional<long> leading_number(std::string_view text, std::string_view& rest)
{
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || value < 0 || value > largest_number) return std::nullopt;
    rest = text.substr(static_cast<std::size_t>(end - text.data()));
    return value;
}

std::string at_line(const std::string& file, const toml::node* node)
{
    if (node == nullptr) return file;
    return file + ":" + std::to_string(node->source().begin.line);
}

} // namespace

std::optional<Milliseconds> parse_duration(std::string_view text)
{
    std::string_view unit;
    const auto count = leading_number(text, unit);
    if (!count) return std::nullopt;
    if (unit == "ms") return Milliseconds{*count};
    if (unit == "s") return std::chrono::seconds{*count};
    if (unit == "min") return std::chrono::minutes{*count};
    if (unit == "h") return std::chrono::hours{*count};
    if (unit == "d") return Days{*count};
    return std::nullopt;
}

std::optional<int> parse_port(std::string_view text)
{
    std::string_view rest;
    const auto port = leading_number(text, rest);
    return port && rest.empty() && *port <= 65535 ? std::optional{static_cast<int>(*port)} : std::nullopt;
}

std::optional<TimeOfDay> parse_time_of_day(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    std::string_view rest;
    const auto hours = leading_number(text.substr(0, 2), rest);
    const auto minutes = leading_number(text.substr(3, 2), rest);
    if (!hours || !minutes || *minutes > 59 || *hours * 60 + *minutes > 24 * 60) return std::nullopt;
    return TimeOfDay{*hours * 60 + *minutes};
}

std::optional<DaySpan> parse_span(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = parse_time_of_day(text.substr(0, dash)), to = parse_time_of_day(text.substr(dash + 1));
    return from && to ? std::optional{DaySpan{*from, *to}} : std::nullopt;
}

ConfigReader::ConfigReader(const toml::table* table, std::string path, std::string pattern, const std::string& file)
    : table_(table), path_(std::move(path)), pattern_(std::move(pattern)), file_(file)
{
}

const toml::node* ConfigReader::find(std::string_view key) const
{
    return table_ == nullptr ? nullptr : table_->get(key);
}

const toml::node* ConfigReader::node(std::string_view key)
{
    read_.emplace(key);
    return find(key);
}

bool ConfigReader::has(std::string_view key) const
{
    return find(key) != nullptr;
}

void ConfigReader::complain(std::string_view key) const
{
    const auto wanted = pattern_.empty() ? std::string{key} : pattern_ + "." + std::string{key};
    const auto keys = config_keys();
    const auto known = std::ranges::find(keys, wanted, &ConfigKey::path);
    const auto accepts = known == keys.end() ? std::string{"another value"} : std::string{known->accepts};
    complain_about(key, "accepted is " + accepts);
}

void ConfigReader::complain_about(std::string_view key, const std::string& what) const
{
    const auto* node = find(key);
    const auto where = at_line(file_, node != nullptr ? node : static_cast<const toml::node*>(table_));
    const auto name = path_.empty() ? std::string{key} : path_ + "." + std::string{key};
    throw ConfigError{where + ": " + name + ": " + what};
}

void ConfigReader::finish() const
{
    if (table_ == nullptr) return;
    for (const auto& [key, node] : *table_)
        if (!read_.contains(key.str())) complain_about(key.str(), "there is no such key");
}

std::string ConfigReader::text(std::string_view key, std::string fallback)
{
    const auto* found = node(key);
    if (found == nullptr) return fallback;
    if (!found->is_string()) complain(key);
    return found->value<std::string>().value();
}

std::string ConfigReader::required(std::string_view key)
{
    auto value = text(key);
    if (value.empty()) complain(key);
    return value;
}

int ConfigReader::number(std::string_view key, int fallback, int least, int most)
{
    const auto* found = node(key);
    if (found == nullptr) return fallback;
    const auto value = found->is_integer() ? found->value<std::int64_t>() : std::nullopt;
    if (!value || *value < least || *value > most) complain(key);
    return static_cast<int>(*value);
}

bool ConfigReader::flag(std::string_view key, bool fallback)
{
    const auto* found = node(key);
    if (found == nullptr) return fallback;
    if (!found->is_boolean()) complain(key);
    return found->value<bool>().value();
}

std::vector<std::string> ConfigReader::texts(std::string_view key)
{
    std::vector<std::string> values;
    const auto* found = node(key);
    if (found == nullptr) return values;
    if (!found->is_array()) complain(key);
    for (const auto& item : *found->as_array()) {
        if (!item.is_string()) complain(key);
        values.push_back(item.value<std::string>().value());
    }
    return values;
}

Milliseconds ConfigReader::duration(std::string_view key, Milliseconds fallback, Milliseconds least, Milliseconds most)
{
    if (!has(key)) return node(key), fallback;
    const auto value = parse_duration(text(key));
    if (!value || *value < least || *value > most) complain(key);
    return *value;
}

std::size_t ConfigReader::bytes(std::string_view key, std::size_t fallback, std::size_t least, std::size_t most)
{
    if (!has(key)) return node(key), fallback;
    std::string_view unit;
    const auto written = text(key);
    const auto count = leading_number(written, unit);
    const std::size_t scale = unit == "KB" ? 1U << 10 : unit == "MB" ? 1U << 20 : unit == "B" ? 1 : 0;
    const auto value = count ? static_cast<std::size_t>(*count) * scale : 0;
    if (value < least || value > most) complain(key);
    return value;
}

ConfigReader ConfigReader::table(std::string_view key, std::string pattern)
{
    const auto* found = node(key);
    if (found != nullptr && !found->is_table()) complain_about(key, "accepted is a table");
    const auto name = path_.empty() ? std::string{key} : path_ + "." + std::string{key};
    return {found == nullptr ? nullptr : found->as_table(), name, std::move(pattern), file_};
}

} // namespace kintsugi
