#pragma once
// Where a run takes the master key from: keys.master_key_file, else the environment variable KINTSUGI_MASTER_KEY.

#include "bot/config/config.hpp"
#include "storage/master_key.hpp"

#include <optional>

namespace kintsugi {

/// Nothing if neither is set. Throws StorageError for a file or a value that is no key.
[[nodiscard]] std::optional<storage::MasterKey> master_key_of(const Config& config);

} // namespace kintsugi
