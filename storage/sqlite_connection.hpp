#pragma once
// SQLite behind the seam. The one source beside this header is all that sees SQLite.

#include "storage/connection.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace kintsugi::storage {

enum class Access { write, read };

/// How far long work is, in pages or rows. Called on the working thread.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// `:memory:` is a database of its own. With `Access::write` a missing file is made; with `Access::read` nothing can be
/// changed. Throws StorageError.
[[nodiscard]] std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file, Access access);

/// A copy of one moment of `from`, while others go on writing to it, as a single file. `to` must not exist.
void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to, const Progress& progress);

/// Takes the log back into the file, which then stands alone. Throws StorageError if another connection has it open.
void close_for_good(const std::filesystem::path& file);

} // namespace kintsugi::storage
