#pragma once
// Commands for who looks after the database. Each returns the exit code.

#include "bot/commands/terminal.hpp"

#include <filesystem>
#include <string>

namespace kintsugi {

using File = std::filesystem::path;

/// Reads configuration, keys and database; changes nothing. 0 if there is nothing to mend.
[[nodiscard]] int check(const Terminal& terminal, const File& config_file);
[[nodiscard]] int migrate(const Terminal& terminal, const File& config_file);
[[nodiscard]] int rebuild(const Terminal& terminal, const File& config_file, bool dry_run);
[[nodiscard]] int backup(const Terminal& terminal, const File& config_file, const File& target);
[[nodiscard]] int restore(const Terminal& terminal, const File& config_file, const File& source);
[[nodiscard]] int verify_audit(const Terminal& terminal, const File& config_file);
[[nodiscard]] int make_key(const Terminal& terminal, const File& target);
[[nodiscard]] int make_link(const Terminal& terminal, const File& config_file, const std::string& person);

} // namespace kintsugi
