#pragma once
// What signing needs: digests, keyed digests, their written forms, comparison in constant time, and chance. Bytes are
// std::string. Every function may be called from any thread; a failure of OpenSSL is a std::runtime_error.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kintsugi::adapters {

[[nodiscard]] std::string sha256(std::string_view bytes);                            ///< 32 raw bytes
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes); ///< 32 raw bytes

[[nodiscard]] std::string hex(std::string_view bytes);       ///< lower case
[[nodiscard]] std::string base64url(std::string_view bytes); ///< RFC 4648, section 5, without padding
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

/// Takes as long for texts that differ at once as for those that differ in the last byte.
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b);

/// From the system's source, fit for keys.
[[nodiscard]] std::string random_bytes(std::size_t count);
[[nodiscard]] std::uint64_t random_number();

} // namespace kintsugi::adapters
