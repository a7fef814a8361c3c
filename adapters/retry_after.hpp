#pragma once
// How long a platform asks us to wait, from its answer. RFC 9110, section 10.2.3; the form with a date is not used by
// any platform that we know and is ignored.

#include "bot/conversation/platform.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace kintsugi::adapters {

/// No wish keeps a message longer than this.
inline constexpr std::chrono::seconds longest_wait = std::chrono::hours{1};

[[nodiscard]] inline std::optional<Milliseconds> retry_after(const conversation::HttpResponse& response)
{
    const auto found = response.headers.find("retry-after");
    if (found == response.headers.end()) return std::nullopt;
    const auto& text = found->second;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
    return std::min(longest_wait, std::chrono::seconds{seconds});
}

} // namespace kintsugi::adapters
