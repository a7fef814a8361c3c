#pragma once
// The parts of the configuration, one reader each. Used by the sources of this folder only.

#include "bot/config/reader.hpp"

namespace kintsugi {

void read_all_hours(ConfigReader& root, cases::Policy& policy);
void read_levels(ConfigReader& root, cases::Policy& policy);

/// Areas, people and rooms.
void read_everyone(ConfigReader& root, Config& config);

/// What is named must exist: a typo would silently lose reminders later. Throws ConfigError.
void check_references(const Config& config, const std::string& file);

[[nodiscard]] Zone read_zone(ConfigReader& reader, std::string_view key, const std::string& fallback);

} // namespace kintsugi
