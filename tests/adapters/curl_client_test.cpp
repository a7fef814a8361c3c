// The client against our own server, so that nothing leaves the machine.
#include "adapters/curl_client.hpp"
#include "bot/http/answers.hpp"
#include "tests/bot/http/running_server.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::adapters;
using namespace kintsugi::http;
using namespace kintsugi::tests;
using namespace std::chrono_literals;

namespace {

std::vector<Route> sample_routes()
{
    const PlainHandler echo = [](const Call& call) {
        auto answer = plain_text(201, call.request.method + " " + call.request.body);
        answer.headers["x-got"] = std::string{call.header("x-sent")} + "/" + std::string{call.header("expect")};
        return answer;
    };
    const PlainHandler away = [](const Call&) { return HttpResponse{302, {{"location", "/echo"}}, {}}; };
    const PlainHandler large = [](const Call&) { return plain_text(200, std::string(3000, 'x')); };
    return {{"POST", "/echo", echo},
            {"PATCH", "/echo", echo},
            {"GET", "/echo", echo},
            {"GET", "/away", away},
            {"GET", "/large", large}};
}

std::vector<CurlClient::Finished> finish_all(CurlClient& client)
{
    std::vector<CurlClient::Finished> all;
    while (client.in_flight() > 0)
        for (auto& finished : client.poll(1s))
            all.push_back(std::move(finished));
    return all;
}

HttpResponse fetch(CurlClient& client, const HttpRequest& request)
{
    client.start(1, request);
    return finish_all(client).at(0).response;
}

} // namespace

TEST_CASE("a request goes out as composed and its answer comes back", "[adapters][curl]")
{
    RunningServer running{sample_routes()};
    CurlClient client;
    const auto url = "http://127.0.0.1:" + std::to_string(running.port());
    const std::string long_body(100'000, 'b');
    const auto answer = fetch(client, {"POST", url + "/echo", {{"x-sent", "yes"}}, long_body});
    CHECK(answer.status == 201);
    CHECK(answer.body == "POST " + long_body);
    CHECK(answer.headers.at("x-got") == "yes/");
    CHECK(fetch(client, {"PATCH", url + "/echo", {}, "p"}).body == "PATCH p");
    CHECK(fetch(client, {"GET", url + "/echo", {}, ""}).body == "GET ");
    CHECK(fetch(client, {"POST", url + "/echo", {}, ""}).body == "POST ");
}

TEST_CASE("a redirect is an answer, not a way to go", "[adapters][curl]")
{
    RunningServer running{sample_routes()};
    CurlClient client;
    CHECK(fetch(client, {"GET", "http://127.0.0.1:" + std::to_string(running.port()) + "/away", {}, ""}).status == 302);
}

TEST_CASE("requests under way together come back by their tokens", "[adapters][curl]")
{
    RunningServer running{sample_routes()};
    CurlClient client;
    for (int i = 0; i < 20; ++i)
        client.start(i,
                     {"POST", "http://127.0.0.1:" + std::to_string(running.port()) + "/echo", {}, std::to_string(i)});
    CHECK(client.in_flight() == 20);
    const auto all = finish_all(client);
    CHECK(all.size() == 20);
    for (const auto& [token, response] : all)
        CHECK(response.body == "POST " + std::to_string(token));
}

TEST_CASE("no answer has status 0", "[adapters][curl]")
{
    RunningServer running{sample_routes()};
    const auto url = "http://127.0.0.1:" + std::to_string(running.port());
    CurlClient client{{.total = 500ms, .body = 2000}};
    CHECK(fetch(client, {"GET", url + "/large", {}, ""}) == HttpResponse{0, {}, {}});
    CHECK(fetch(client, {"GET", "http://127.0.0.1:1/", {}, ""}).status == 0);
    CHECK(fetch(client, {"GET", "file:///etc/hostname", {}, ""}).status == 0);
    CHECK(fetch(client, {"GET", "not a url", {}, ""}).status == 0);
    http::Server mute{on_any_port(), {}}; // accepts, never answers
    CHECK(fetch(client, {"GET", "http://127.0.0.1:" + std::to_string(mute.port()) + "/", {}, ""}).status == 0);
}

TEST_CASE("another thread can end the wait", "[adapters][curl]")
{
    CurlClient client;
    client.wake();
    const auto begun = std::chrono::steady_clock::now();
    CHECK(client.poll(10s).empty());
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}
