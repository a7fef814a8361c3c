#pragma once
// Hash chain over what was recorded, so that a change or a gap shows. The hashed bytes hold ciphertext where a user's
// words are concerned: the chain still verifies after their key was destroyed (DESIGN.md, section 5).

#include "bot/domain/ids.hpp"
#include "bot/domain/time.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kintsugi::audit {

/// SHA-256 of its argument, 32 raw bytes; passed in, since the domain has no cryptography of its own.
using Digest = std::function<std::string(std::string_view)>;

struct Entry {
    std::string chain; ///< which log: case/1042, cause/31, system
    int number = 0;    ///< from 1, without gaps
    Instant at{};
    PersonId by;
    std::string what;    ///< name of the event or act
    std::string content; ///< facts and ciphertext as stored
    std::string hash;    ///< of this entry and its predecessor, 32 raw bytes
};

/// `previous` is the hash of the entry before, empty for the first one.
[[nodiscard]] std::string chain_hash(std::string_view previous, const Entry& entry, const Digest& digest);

/// The number of the first entry that does not fit; nothing if the whole chain verifies. `entries` is one chain, in
/// order.
[[nodiscard]] std::optional<int> first_broken(std::span<const Entry> entries, const Digest& digest);

} // namespace kintsugi::audit
