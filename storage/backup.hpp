#pragma once
// Copies of the database that stand alone, and back. They hold ciphertext and keys wrapped by the master key, never
// the master key itself: it must be kept elsewhere, and a backup is worth nothing without it.

#include "storage/check.hpp"
#include "storage/sqlite_connection.hpp"

#include <filesystem>

namespace kintsugi::storage {

/// Copies one moment of the database while others go on writing, then checks the copy. `target` must not exist; nothing
/// stands there unless the copy is sound. Throws StorageError.
CheckReport backup(const std::filesystem::path& database, const std::filesystem::path& target,
                   const Progress& progress = {});

/// Puts a backup in the place of the database, which nobody may have open. Refuses a file that is damaged, not ours or
/// of a newer schema; then nothing has changed. Keys that were destroyed since the backup was made are destroyed in
/// what is restored too: who was erased stays erased. Throws StorageError.
CheckReport restore(const std::filesystem::path& backup, const std::filesystem::path& database);

} // namespace kintsugi::storage
