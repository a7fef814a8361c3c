#include "bot/http/answers.hpp"
#include "bot/http/router.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::http;

namespace {

const PlainHandler nothing = [](const Call&) { return bare(200); };

Router sample_router()
{
    return Router{{{"POST", "/hook/{connection}", nothing},
                   {"GET", "/console", nothing},
                   {"GET", "/console/static/{file}", nothing},
                   {"POST", "/console", nothing}}};
}

HttpRequest request(std::string method, std::string target)
{
    return {std::move(method), std::move(target), {}, {}};
}

int refused(std::string method, std::string target)
{
    const auto found = sample_router().find(request(std::move(method), std::move(target)));
    const auto* answer = std::get_if<HttpResponse>(&found);
    return answer == nullptr ? 200 : answer->status;
}

} // namespace

TEST_CASE("a route is found by method and pattern, its parameters decoded", "[http][router]")
{
    const auto router = sample_router();
    const auto found = std::get<Router::Found>(router.find(request("POST", "/hook/we%20com?x=1")));
    CHECK(found.route->pattern == "/hook/{connection}");
    CHECK(found.call.parameter("connection") == "we com");
    CHECK(found.call.asked("x") == "1");
    CHECK(found.call.asked("y").empty());
}

TEST_CASE("an encoded slash is part of a parameter, not a way to another route", "[http][router]")
{
    const auto router = sample_router();
    const auto found = std::get<Router::Found>(router.find(request("GET", "/console/static/..%2Fsecret")));
    CHECK(found.call.parameter("file") == "../secret");
}

TEST_CASE("what has no route is answered 404, another method 405 with what is allowed", "[http][router]")
{
    CHECK(refused("GET", "/") == 404);
    CHECK(refused("GET", "/hook") == 404);
    CHECK(refused("POST", "/hook/") == 404);
    CHECK(refused("POST", "/hook/a/b") == 404);
    CHECK(refused("GET", "/console/") == 404);

    const auto router = sample_router();
    const auto wrong = std::get<HttpResponse>(router.find(request("DELETE", "/console")));
    CHECK(wrong.status == 405);
    CHECK(wrong.headers.at("allow") == "GET, HEAD, POST");
}

TEST_CASE("HEAD takes the route of GET", "[http][router]")
{
    CHECK(refused("HEAD", "/console") == 200);
    CHECK(refused("HEAD", "/hook/a") == 405);
}

TEST_CASE("a target that does not decode is answered 400", "[http][router]")
{
    CHECK(refused("POST", "/hook/%zz") == 400);
    CHECK(refused("GET", "/console?a=%0") == 400);
    CHECK(refused("OPTIONS", "*") == 400);
}
