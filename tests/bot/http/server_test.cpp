// How the server treats well-formed and other bytes, over real sockets.
#include "bot/http/answers.hpp"
#include "tests/bot/http/raw_client.hpp"
#include "tests/bot/http/running_server.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::http;
using namespace kintsugi::tests;

namespace {

std::vector<Route> sample_routes()
{
    const PlainHandler hello = [](const Call& call) {
        return plain_text(200, "hello " + std::string{call.asked("who")});
    };
    const PlainHandler echo = [](const Call& call) { return plain_text(200, call.request.body); };
    const PlainHandler broken = [](const Call&) -> HttpResponse { throw std::runtime_error{"secret detail"}; };
    const PlainHandler unchanged = [](const Call&) { return bare(304); };
    return {{"GET", "/hello", hello},
            {"POST", "/echo", echo},
            {"GET", "/broken", broken},
            {"GET", "/unchanged", unchanged}};
}

int status_of(RunningServer& running, std::string_view bytes)
{
    return RawClient{running.port()}.send(bytes).answer().status;
}

} // namespace

TEST_CASE("a request is answered with security headers, and the connection is kept", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    const auto first = client.send(get("/hello?who=lin")).answer();
    CHECK(first.status == 200);
    CHECK(first.body == "hello lin");
    CHECK(first.headers.at("x-content-type-options") == "nosniff");
    CHECK(first.headers.at("content-security-policy").starts_with("default-src 'none'"));
    CHECK(first.headers.at("cache-control") == "no-store");
    CHECK(first.headers.at("date").ends_with("GMT"));
    CHECK(client.send(post("/echo", "again")).answer().body == "again");
}

TEST_CASE("pipelined requests are answered in order", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    client.send(get("/hello?who=1") + post("/echo", "two") + get("/hello?who=3"));
    CHECK(client.answer().body == "hello 1");
    CHECK(client.answer().body == "two");
    CHECK(client.answer().body == "hello 3");
}

TEST_CASE("a request may arrive byte by byte", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    const auto request = post("/echo", "slow");
    for (const char byte : request)
        client.send({&byte, 1});
    CHECK(client.answer().body == "slow");
}

TEST_CASE("HEAD has the header of GET and no body", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    const auto head = client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n").answer(true);
    CHECK(head.status == 200);
    CHECK(head.headers.at("content-length") == "6");
    CHECK(client.send(get("/hello")).answer().body == "hello ");
}

TEST_CASE("304 has no body and keeps the connection", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    CHECK(client.send(get("/unchanged")).answer().status == 304);
    CHECK(client.send(get("/hello")).answer().status == 200);
}

TEST_CASE("the connection ends when the client asks for it", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    CHECK(client.send(get("/hello", "Connection: close\r\n")).answer().headers.at("connection") == "close");
    CHECK(client.ended());
    RawClient old{running.port()};
    CHECK(old.send("GET /hello HTTP/1.0\r\n\r\n").answer().status == 200);
    CHECK(old.ended());
}

TEST_CASE("bytes that are no request are answered 400 and the connection ends", "[http][server]")
{
    RunningServer running{sample_routes()};
    for (const std::string_view bytes : {
             "nonsense\r\n\r\n",
             "GET /hello HTTP/1.1\r\n\r\n",                       // no host
             "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", // two of them
             "GET /hello HTTP/3.0\r\nHost: x\r\n\r\n",
             "GET /he llo HTTP/1.1\r\nHost: x\r\n\r\n",
             "GET /hello HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
             "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
             "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
             "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
             "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
         }) {
        CAPTURE(bytes);
        RawClient client{running.port()};
        CHECK(client.send(bytes).answer().status == 400);
    }
    CHECK(running.log().empty());
}

TEST_CASE("a header or a body that is too long is refused", "[http][server]")
{
    RunningServer running{sample_routes()};
    CHECK(status_of(running, get("/hello", "X-Long: " + std::string(20'000, 'x') + "\r\n")) == 431);
    CHECK(status_of(running, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n") == 413);
    CHECK(status_of(running, post("/echo", std::string(2'000'000, 'x'))) == 413);
    CHECK(status_of(running, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n" +
                                 std::string(0x200000, 'x')) == 413);
    CHECK(status_of(running, post("/echo", std::string(1'048'576, 'x'))) == 200);
    CHECK(running.answered(1).front() == "none 431");
}

TEST_CASE("a client that asks for leave to send its body gets it", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(client.send("body").answer().body == "body");
}

TEST_CASE("unknown routes and methods are answered and the connection is kept", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    CHECK(client.send(get("/none")).answer().status == 404);
    const auto wrong = client.send("DELETE /echo HTTP/1.1\r\nHost: x\r\n\r\n").answer();
    CHECK(wrong.status == 405);
    CHECK(wrong.headers.at("allow") == "POST");
    CHECK(client.send(get("/hello")).answer().status == 200);
    CHECK(running.answered(3) == std::vector<std::string>{"none 404", "none 405", "/hello 200"});
}

TEST_CASE("an exception of a handler is logged, the answer tells nothing", "[http][server]")
{
    RunningServer running{sample_routes()};
    RawClient client{running.port()};
    const auto answer = client.send(get("/broken")).answer();
    CHECK(answer.status == 500);
    CHECK(answer.body.empty());
    CHECK(running.log() == std::vector<std::string>{"/broken: secret detail"});
    CHECK(client.send(get("/hello")).answer().status == 200);
}

TEST_CASE("a slow sender and a silent one are cut off", "[http][server]")
{
    auto options = on_any_port();
    options.request = std::chrono::milliseconds{50};
    options.idle = std::chrono::milliseconds{100};
    RunningServer running{sample_routes(), options};
    RawClient slow{running.port()};
    CHECK(slow.send("GET /hello HTTP/1.1\r\nHos").ended());
    RawClient silent{running.port()};
    CHECK(silent.ended());
    CHECK(running.answered(0).empty());
}

TEST_CASE("more connections than allowed are turned away at once", "[http][server]")
{
    auto options = on_any_port();
    options.connections = 1;
    RunningServer running{sample_routes(), options};
    RawClient first{running.port()};
    CHECK(first.send(get("/hello")).answer().status == 200);
    RawClient second{running.port()};
    const auto answer = second.answer();
    CHECK(answer.status == 503);
    CHECK(answer.headers.at("retry-after") == "1");
    CHECK(first.send(get("/hello")).answer().status == 200);
}

TEST_CASE("an address that is taken is named", "[http][server]")
{
    RunningServer running{sample_routes()};
    auto options = on_any_port();
    options.port = running.port();
    CHECK_THROWS_WITH(Server(options, ServerEvents{}), Catch::Contains("127.0.0.1:" + std::to_string(running.port())));
}
