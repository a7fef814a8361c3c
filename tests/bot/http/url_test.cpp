#include "bot/http/url.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi::http;

TEST_CASE("escapes are decoded, broken ones and bytes that are no text are refused", "[http][url]")
{
    CHECK(percent_decoded("a%20b%E9%87%91") == "a b金");
    CHECK(percent_decoded("plain+plus") == "plain+plus");
    CHECK_FALSE(percent_decoded("%"));
    CHECK_FALSE(percent_decoded("%4"));
    CHECK_FALSE(percent_decoded("%zz"));
    CHECK_FALSE(percent_decoded("%00"));
    CHECK_FALSE(percent_decoded("%ff%fe"));
    CHECK_FALSE(percent_decoded("%C0%AF")); // an overlong slash
}

TEST_CASE("what was encoded decodes to itself", "[http][url]")
{
    for (const std::string text : {"", "lin.ke", "dm:林可", "a/b?c=d&e%f+g", "~-_."})
        CHECK(percent_decoded(percent_encoded(text)) == text);
    CHECK(percent_encoded("dm:林") == "dm%3A%E6%9E%97");
}

TEST_CASE("a query gives names and values, the first of a name counts", "[http][url]")
{
    CHECK(parse_query("a=1&b=x+y&a=2&flag&=&") == Query{{"a", "1"}, {"b", "x y"}, {"flag", ""}, {"", ""}});
    CHECK(parse_query("") == Query{});
    CHECK_FALSE(parse_query("a=%9"));
}

TEST_CASE("a target is a path with a query, also in absolute form", "[http][url]")
{
    CHECK(split_target("/a?b=c?d")->path == "/a");
    CHECK(split_target("/a?b=c?d")->query == "b=c?d");
    CHECK(split_target("http://host/a")->path == "/a");
    CHECK(split_target("/redirect?to=http://x/y")->path == "/redirect");
    CHECK_FALSE(split_target("*"));
    CHECK_FALSE(split_target("host:443"));
    CHECK_FALSE(split_target("http://host"));
    CHECK_FALSE(split_target(""));
}
