#pragma once
// Numbers that are given out once: no undo and no deletion gives one back.

#include "storage/connection.hpp"

namespace kintsugi::storage {

/// `first` is the number that a new counter begins with.
[[nodiscard]] inline std::int64_t next_number(Connection& database, std::string_view counter, std::int64_t first = 1)
{
    return value_of<std::int64_t>(
               database.query("INSERT INTO counter (name, last) VALUES ($1, $2) "
                              "ON CONFLICT (organisation, name) DO UPDATE SET last = last + 1 RETURNING last",
                              counter, first))
        .value();
}

} // namespace kintsugi::storage
