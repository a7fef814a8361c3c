#include "adapters/platforms.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi::adapters;

TEST_CASE("every platform of the table is made from its settings", "[adapters][platforms]")
{
    for (const auto& kind : platform_kinds()) {
        std::map<std::string, std::string, std::less<>> settings;
        for (const auto& [key, need] : kind.settings)
            settings.emplace(key, "value");
        CAPTURE(kind.name);
        CHECK(make_platform(kind.name, settings) != nullptr);
        CHECK(find_platform(kind.name)->name == kind.name);
    }
}

TEST_CASE("what is unknown or missing is named", "[adapters][platforms]")
{
    CHECK_THROWS_WITH(make_platform("pigeon", {}), "pigeon: no such platform");
    CHECK_THROWS_WITH(make_platform("console", {{"secret", "s"}}), "console: missing setting base_url");
    CHECK_THROWS_WITH(make_platform("console", {{"secret", ""}, {"base_url", "u"}}), "console: missing setting secret");
    CHECK_THROWS_WITH(make_platform("console", {{"secret", "s"}, {"base_url", "u"}, {"sceret", "x"}}),
                      "console: unknown setting sceret");
}
