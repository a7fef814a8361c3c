#include "bot/http/answer_headers.hpp"

#include <array>
#include <ctime>
#include <utility>

namespace kintsugi::http {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 7> usual{{
    {"cache-control", "no-store"},
    {"content-security-policy", "default-src 'none'; frame-ancestors 'none'"},
    {"cross-origin-opener-policy", "same-origin"},
    {"cross-origin-resource-policy", "same-origin"},
    {"referrer-policy", "no-referrer"},
    {"x-content-type-options", "nosniff"},
    {"x-frame-options", "DENY"},
}};

/// RFC 9110, section 5.6.7; made once a second.
const std::string& http_date()
{
    thread_local std::time_t made_at = 0;
    thread_local std::string text;
    const auto now = std::time(nullptr);
    if (now == made_at) return text;
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 40> written{};
    text.assign(written.data(), std::strftime(written.data(), written.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc));
    made_at = now;
    return text;
}

} // namespace

void add_answer_headers(conversation::HttpResponse& answer)
{
    for (const auto& [name, value] : usual)
        answer.headers.try_emplace(name, value);
    answer.headers.try_emplace("date", http_date());
}

} // namespace kintsugi::http
