// docs/configuration.md lists every key of the configuration, and no other.

#include "bot/config/config.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace kintsugi {
namespace {

/// What stands between backticks in the first column of a table's rows, in order.
std::vector<std::string> documented_keys()
{
    std::ifstream in{"docs/configuration.md"};
    std::vector<std::string> keys;
    for (std::string line; std::getline(in, line);) {
        constexpr std::string_view row = "| `";
        if (line.starts_with(row)) keys.push_back(line.substr(row.size(), line.find('`', row.size()) - row.size()));
    }
    return keys;
}

} // namespace

TEST_CASE("the documentation lists every key of the configuration, in its order", "[docs]")
{
    std::vector<std::string> keys;
    for (const auto& key : config_keys())
        keys.emplace_back(key.path);
    CHECK(documented_keys() == keys);
}

} // namespace kintsugi
