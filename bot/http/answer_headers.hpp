#pragma once
// Headers that every answer carries, so that no handler can forget them.

#include "bot/conversation/platform.hpp"

namespace kintsugi::http {

/// Adds what the handler did not set itself: no guessing of types, no frames, no scripts, no cache, the date.
void add_answer_headers(conversation::HttpResponse& answer);

} // namespace kintsugi::http
