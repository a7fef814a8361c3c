#pragma once
// The answers that handlers give again and again.

#include "bot/conversation/platform.hpp"

#include <string>
#include <utility>

namespace kintsugi::http {

/// An answer without detail: what went wrong stands in the log.
[[nodiscard]] inline conversation::HttpResponse bare(int status)
{
    return {status, {}, {}};
}

[[nodiscard]] inline conversation::HttpResponse plain_text(int status, std::string body)
{
    return {status, {{"content-type", "text/plain; charset=utf-8"}}, std::move(body)};
}

[[nodiscard]] inline conversation::HttpResponse json_text(int status, std::string body)
{
    return {status, {{"content-type", "application/json"}}, std::move(body)};
}

/// Come back soon: a queue is full.
[[nodiscard]] inline conversation::HttpResponse busy()
{
    return {503, {{"retry-after", "1"}}, {}};
}

} // namespace kintsugi::http
