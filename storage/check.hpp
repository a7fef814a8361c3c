#pragma once
// Is the database sound? What `kintsugi check` says of it; needs no master key.

#include "storage/connection.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kintsugi::storage {

struct CheckReport {
    int schema = 0;
    int newest_schema = 0;                                    ///< that the program knows
    std::vector<std::string> problems;                        ///< for the log; empty if all is well
    std::vector<std::pair<std::string, std::int64_t>> counts; ///< rows of each table, by name

    [[nodiscard]] bool sound() const { return problems.empty(); }
};

/// Reads the whole database.
[[nodiscard]] CheckReport check(Connection& database);

} // namespace kintsugi::storage
