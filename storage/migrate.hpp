#pragma once
// Numbered, forward-only changes of the schema: migrations/<dialect>/0001_first.sql and so on, compiled in.

#include "storage/connection.hpp"

#include <functional>
#include <string>

namespace kintsugi::storage {

/// The schema that this program works with: the number of its last migration.
[[nodiscard]] int newest_schema(const Dialect& dialect);

/// 0 for an empty database. Throws StorageError for one that is not ours.
[[nodiscard]] int schema_of(Connection& database);

/// Brings the schema up to date, each migration in a transaction of its own; says which ones are applied. Throws
/// StorageError where the database was made by a newer program.
void migrate(Connection& database, const std::function<void(const std::string& name)>& applying = {});

/// Throws StorageError unless the schema is exactly the program's.
void require_newest_schema(Connection& database);

} // namespace kintsugi::storage
