#include "adapters/signatures.hpp"
#include "bot/http/console_session.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::http;

namespace {

const Instant now{std::chrono::hours{494'100}};

Seal seal_with(std::string key)
{
    return [key = std::move(key)](std::string_view bytes) { return adapters::hex(adapters::hmac_sha256(key, bytes)); };
}

} // namespace

TEST_CASE("a token names its person until it expires", "[http][console]")
{
    const ConsoleSessions sessions{seal_with("key")};
    for (const std::string name : {"lin", "林可", "a.b.c", "x y"}) {
        const auto token = sessions.make_token(PersonId{name}, now + std::chrono::hours{1});
        CHECK(sessions.person(token, now) == PersonId{name});
        CHECK_FALSE(sessions.person(token, now + std::chrono::hours{1}));
    }
}

TEST_CASE("a token that was changed or signed with another key is nobody's", "[http][console]")
{
    const ConsoleSessions sessions{seal_with("key")};
    const auto token = sessions.make_token(PersonId{"lin"}, now + std::chrono::hours{1});
    auto other_person = token;
    other_person.replace(other_person.size() - 3, 3, "gao");
    auto later = token;
    ++later[token.find('.') + 1];
    for (const std::string& forged :
         {other_person, later, token + "x", token.substr(1), std::string{}, std::string{"."},
          ConsoleSessions{seal_with("other")}.make_token(PersonId{"lin"}, now)})
        CHECK_FALSE(sessions.person(forged, now));
}
