#include "bot/http/console_session.hpp"

#include "bot/http/url.hpp"

#include <charconv>
#include <cstdint>

namespace kintsugi::http {
namespace {

/// So that a signature made for something else with the same key is not a token.
constexpr std::string_view purpose = "kintsugi-console-token.v1.";

bool equal_in_constant_time(std::string_view a, std::string_view b)
{
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    return difference == 0;
}

} // namespace

std::string ConsoleSessions::make_token(const PersonId& person, Instant expires) const
{
    const auto facts = std::to_string(expires.time_since_epoch().count()) + "." + percent_encoded(person.value());
    return signature(facts) + "." + facts;
}

std::optional<PersonId> ConsoleSessions::person(std::string_view token, Instant now) const
{
    const auto dot = token.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto facts = token.substr(dot + 1);
    if (!equal_in_constant_time(token.substr(0, dot), signature(facts))) return std::nullopt;
    std::int64_t expires = 0;
    const auto [end, error] = std::from_chars(facts.data(), facts.data() + facts.size(), expires);
    if (error != std::errc{} || now >= Instant{Milliseconds{expires}}) return std::nullopt;
    const auto name = percent_decoded(facts.substr(static_cast<std::size_t>(end - facts.data()) + 1));
    if (!name || name->empty()) return std::nullopt;
    return PersonId{*name};
}

std::string ConsoleSessions::signature(std::string_view facts) const
{
    return seal_(std::string{purpose}.append(facts));
}

} // namespace kintsugi::http
