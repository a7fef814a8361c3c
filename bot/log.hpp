#pragma once
// The program's own log on standard error: what happened, never what somebody said.

#include <string_view>

namespace kintsugi {

void log_info(std::string_view what);
void log_warning(std::string_view what);
void log_error(std::string_view what);

/// Only warnings and errors from now on: for commands that show something else.
void quiet_log();

} // namespace kintsugi
