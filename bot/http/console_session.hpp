#pragma once
// Who sits before the web chat: tokens that name a person until they expire. Used by console.cpp and by the command
// that makes sign-in links.

#include "bot/domain/ids.hpp"
#include "bot/domain/time.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kintsugi::http {

/// A keyed digest of bytes, as hexadecimal text. Passed in, since this layer has no cryptography of its own.
using Seal = std::function<std::string(std::string_view)>;

class ConsoleSessions {
public:
    static constexpr std::chrono::hours last_for{12};

    explicit ConsoleSessions(Seal seal) : seal_(std::move(seal)) {}

    /// Letters, digits and -._~% only: fit for a header and for a link.
    [[nodiscard]] std::string make_token(const PersonId& person, Instant expires) const;

    /// Nothing for a token that is not ours or is over.
    [[nodiscard]] std::optional<PersonId> person(std::string_view token, Instant now) const;

private:
    [[nodiscard]] std::string signature(std::string_view facts) const;

    Seal seal_;
};

} // namespace kintsugi::http
