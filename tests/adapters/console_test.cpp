#include "adapters/console.hpp"
#include "adapters/signatures.hpp"

#include <boost/json.hpp>
#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::adapters;
using namespace kintsugi::conversation;
namespace json = boost::json;

namespace {

const Instant noon{std::chrono::hours{494'100}};
const ConsolePlatform platform{"a secret", "http://127.0.0.1:8080"};

json::object sample()
{
    return {{"event", "e1"},     {"account", "lin"},          {"conversation", "team"}, {"direct", false},
            {"mentioned", true}, {"text", "@金缮 看 K-1042"}, {"press", nullptr},       {"reply_to", ""}};
}

Received receive(const std::string& body, Instant sent_at = noon)
{
    HttpRequest request{"POST", "/hook/console", {}, body};
    platform.sign(request, sent_at);
    return platform.receive(request, noon);
}

Received receive_with(std::string_view key, json::value value)
{
    auto body = sample();
    body[key] = std::move(value);
    return receive(json::serialize(body));
}

int rejected(const Received& received)
{
    const auto* rejection = std::get_if<Rejected>(&received);
    return rejection == nullptr ? 0 : rejection->status;
}

Message message(const Received& received)
{
    return std::get<Messages>(received).at(0);
}

} // namespace

TEST_CASE("a signed message is translated, its mention stripped", "[adapters][console]")
{
    const Message expected{.event = "e1",
                           .account = "lin",
                           .at = {"team", false},
                           .addressed = true,
                           .text = PrivateText{"看 K-1042"},
                           .press = std::nullopt,
                           .reply_to = ""};
    CHECK(message(receive(json::serialize(sample()))) == expected);
    CHECK(message(receive_with("text", "hi @KINTSUGI there @金缮")).text.reveal() == "hi  there");
    CHECK_FALSE(message(receive_with("mentioned", false)).addressed);
    CHECK(message(receive_with("reply_to", "17")).reply_to == "17");
    CHECK(message(receive_with("press", {{"card", "17"}, {"button", 2}})).press == Press{"17", 2});
    CHECK(message(receive_with("something_new", 1)) == expected);
}

TEST_CASE("a direct message is always for the bot", "[adapters][console]")
{
    auto body = sample();
    body["direct"] = true;
    body["mentioned"] = false;
    CHECK(message(receive(json::serialize(body))).addressed);
}

TEST_CASE("a request with a wrong or old signature is rejected without a look at it", "[adapters][console]")
{
    const auto body = json::serialize(sample());
    using namespace std::chrono_literals;
    CHECK(rejected(receive(body, noon - 5min)) == 0);
    CHECK(rejected(receive(body, noon + 5min)) == 0);
    CHECK(rejected(receive(body, noon - 5min - 1s)) == 401);
    CHECK(rejected(receive(body, noon + 5min + 1s)) == 401);

    HttpRequest request{"POST", "/hook/console", {}, body};
    CHECK(rejected(platform.receive(request, noon)) == 401);
    platform.sign(request, noon);
    auto changed = request;
    changed.body.back() = ' ';
    CHECK(rejected(platform.receive(changed, noon)) == 401);
    for (const std::string timestamp : {"", "x", "1 ", "-5", "99999999999999999999"}) {
        auto other = request;
        other.headers["x-kintsugi-timestamp"] = timestamp;
        other.headers["x-kintsugi-signature"] = "v1=" + hex(hmac_sha256("a secret", timestamp + "." + body));
        CAPTURE(timestamp);
        CHECK(rejected(platform.receive(other, noon)) == 401);
    }
    CHECK_THROWS(ConsolePlatform("", "http://x"));
}

TEST_CASE("what does not fit is rejected, whatever it is", "[adapters][console]")
{
    for (const std::string body : {"", "{", "[]", "null", "{}", "\"text\"", "{\"event\":\"\xff\"}"}) {
        CAPTURE(body);
        CHECK(rejected(receive(body)) == 400);
    }
    CHECK(rejected(receive(std::string(5000, '['))) == 400);
    CHECK(rejected(receive(json::serialize(sample()) + "x")) == 400);
    using Misfit = std::pair<const char*, json::value>;
    const std::vector<Misfit> misfits{{"event", 1},
                                      {"event", ""},
                                      {"event", json::string(201, 'x')},
                                      {"account", nullptr},
                                      {"conversation", json::array{}},
                                      {"direct", "yes"},
                                      {"mentioned", 1},
                                      {"text", false},
                                      {"text", json::string(1, '\0')},
                                      {"press", "1"},
                                      {"press", json::object{{"card", "17"}}},
                                      {"press", json::object{{"card", "17"}, {"button", 0}}},
                                      {"press", json::object{{"card", "17"}, {"button", 6}}},
                                      {"press", json::object{{"card", "17"}, {"button", 1.5}}},
                                      {"reply_to", 17}};
    for (const auto& [key, value] : misfits) {
        CAPTURE(key, json::serialize(value));
        CHECK(rejected(receive_with(key, value)) == 400);
    }
    auto lone_surrogate = json::serialize(sample());
    lone_surrogate.replace(lone_surrogate.find("e1"), 2, "\\ud800");
    CHECK(rejected(receive(lone_surrogate)) == 400);
}

TEST_CASE("a text may have 20,000 code points", "[adapters][console]")
{
    std::string longest;
    for (int i = 0; i < 20'000; ++i)
        longest += "金";
    CHECK(rejected(receive_with("text", json::string{longest})) == 0);
    CHECK(rejected(receive_with("text", json::string{longest + "!"})) == 413);
}

TEST_CASE("a card is sent signed, without what its buttons order", "[adapters][console]")
{
    const Card card{.kind = CardKind::coach,
                    .language = Language::english,
                    .title = "First words",
                    .lines = {"one", "two"},
                    .copy = "Dear \"Ms\" Zhang",
                    .buttons = {{"Copy", "copy 1"}, {"Close", "close K-1", ButtonStyle::danger}},
                    .footer = "1 · 2",
                    .step = 3,
                    .first = 0};
    const auto request = platform.compose(card, {"dm:lin", true}, "17", noon);
    CHECK(request.method == "POST");
    CHECK(request.target == "http://127.0.0.1:8080/console/deliver");
    CHECK(platform.is_signed(request, noon));
    CHECK(request.body ==
          R"({"key":"17","conversation":"dm:lin","card":{"kind":"coach","language":"en","title":"First words",)"
          R"("lines":["one","two"],"copy":"Dear \"Ms\" Zhang","buttons":[{"label":"Copy","style":"plain"},)"
          R"({"label":"Close","style":"danger"}],"footer":"1 · 2","step":3,"first":0}})");
}

TEST_CASE("an answer says whether a card was taken", "[adapters][console]")
{
    const auto verdict = [](int status) { return platform.judge({status, {}, {}}).delivery; };
    CHECK(verdict(200) == Delivery::sent);
    CHECK(verdict(204) == Delivery::sent);
    for (const int status : {0, 429, 500, 503})
        CHECK(verdict(status) == Delivery::later);
    for (const int status : {404, 410})
        CHECK(verdict(status) == Delivery::gone);
    for (const int status : {400, 401, 413, 302})
        CHECK(verdict(status) == Delivery::refused);
    CHECK(platform.judge({429, {}, {}}).why == "http_429");
}

TEST_CASE("the wish to wait is heard, within reason", "[adapters][console]")
{
    const auto wait = [](const std::string& value) {
        return platform.judge({503, {{"retry-after", value}}, {}}).retry_after;
    };
    CHECK(wait("7") == std::chrono::seconds{7});
    CHECK(wait("999999") == std::chrono::hours{1});
    CHECK_FALSE(wait("-1"));
    CHECK_FALSE(wait("soon"));
    CHECK_FALSE(wait("7 s"));
    CHECK_FALSE(platform.judge({503, {}, {}}).retry_after);
}
