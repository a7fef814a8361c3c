#pragma once
// The command line: a table of commands. DESIGN.md, section 8.

namespace kintsugi {

/// Runs the command that the arguments name and returns its exit code. Throws what the command throws.
[[nodiscard]] int run_command(int count, char** arguments);

} // namespace kintsugi
