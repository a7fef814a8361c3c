// The web chat from its routes: signing in, talking through the front door, hearing the bot.
#include "bot/http/console.hpp"
#include "tests/bot/http/chat_world.hpp"

#include <boost/json.hpp>
#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::http;
using namespace kintsugi::tests;
namespace json = boost::json;

namespace {

conversation::Card sample_card()
{
    conversation::Card card;
    card.title = "已开案 K-1042";
    card.lines = {"二级·中度"};
    card.buttons = {{"看话术", "coach K-1042"}};
    return card;
}

struct Chat : ChatWorld {
    explicit Chat(SignIn sign_in = SignIn::choose)
    {
        stores.people.save(a_person("lin", "林可", {Role::koe}));
        stores.people.save(a_person("abu", "阿布", {Role::member}));
        stores.rooms.save(a_room("team", service::RoomPurpose::team, "KOE 群"));
        start();
        ConsoleSettings settings;
        settings.sign_in = sign_in;
        settings.sign = [this](HttpRequest& request, Instant now) { platform->sign(request, now); };
        settings.is_signed = [this](const HttpRequest& request, Instant now) {
            return platform->is_signed(request, now);
        };
        settings.seal = [](std::string_view bytes) { return adapters::hex(adapters::hmac_sha256("session", bytes)); };
        settings.clock = [] { return noon; };
        sessions.emplace(settings.seal);
        console.emplace(std::move(settings), platforms, *door, *reader, live);
        auto routes = console->routes();
        std::ranges::move(webhook_routes(*door), std::back_inserter(routes));
        running.emplace(std::move(routes), on_any_port(), [this] { live.close(); });
        client.emplace(running->port());
    }

    [[nodiscard]] std::string token(const std::string& person) const
    {
        return sessions->make_token(PersonId{person}, noon + ConsoleSessions::last_for);
    }
    RawAnswer read(const std::string& person, std::string_view target)
    {
        return client->send(get(target, "Authorization: Bearer " + token(person) + "\r\n")).answer();
    }
    RawAnswer write(const std::string& person, std::string_view target, const json::object& body)
    {
        return client
            ->send(post(target, json::serialize(body),
                        "Authorization: Bearer " + token(person) + "\r\nContent-Type: application/json\r\n"))
            .answer();
    }
    RawAnswer say(const std::string& person, const std::string& conversation, const std::string& text,
                  const std::string& reply_to = "")
    {
        return write(person, "/console/say",
                     {{"conversation", conversation}, {"event", "e1"}, {"text", text}, {"reply_to", reply_to}});
    }
    /// The card as delivery sends it.
    RawAnswer deliver(const std::string& conversation, const std::string& secret = "a secret")
    {
        const adapters::ConsolePlatform sender{secret, ""};
        const auto request = sender.compose(sample_card(), {conversation, true}, "1", noon);
        std::string headers;
        for (const auto& [name, value] : request.headers)
            headers += name + ": " + value + "\r\n";
        return client->send(post("/console/deliver", request.body, headers)).answer();
    }
    std::int64_t store_card(const std::string& conversation)
    {
        const auto id = stores.outbox.add(an_item(conversation, sample_card(), noon));
        stores.outbox.sent(id, noon);
        return id;
    }

    std::optional<ConsoleSessions> sessions;
    Live live;
    ChatTransactions reading{stores};
    std::unique_ptr<Worker> reader = std::make_unique<Worker>(reading);
    std::optional<Console> console;
    std::optional<RunningServer> running;
    std::optional<RawClient> client;
};

/// A page that listens.
RawClient& listening(RawClient& page, const Chat& chat, const std::string& person)
{
    page.send(get("/console/live?token=" + percent_encoded(chat.token(person)))).answer(true);
    CHECK(page.until("\n\n") == "event: hello\ndata: {}\n\n");
    return page;
}

json::object data_of(const std::string& event)
{
    return json::parse(event.substr(event.find("data: ") + 6)).as_object();
}

} // namespace

TEST_CASE("where people choose who they are, they get a token", "[http][console]")
{
    Chat chat;
    const auto people = json::parse(chat.client->send(get("/console/people")).answer().body);
    CHECK(people.at("sign_in") == "choose");
    CHECK(people.at("people").as_array().size() == 2);
    const std::string_view as_json = "Content-Type: application/json\r\n";
    const auto answer = chat.client->send(post("/console/session", R"({"person":"lin"})", as_json)).answer();
    REQUIRE(answer.status == 200);
    const std::string token{json::parse(answer.body).at("token").as_string()};
    CHECK(chat.sessions->person(token, noon) == PersonId{"lin"});
    CHECK(chat.client->send(post("/console/session", R"({"person":"x"})", "Content-Type: application/json\r\n"))
              .answer()
              .status == 404);
    CHECK(chat.client->send(post("/console/session", R"({"person":"lin"})")).answer().status == 400);
}

TEST_CASE("a page that reached us under a foreign name gets no token and no names", "[http][console]")
{
    Chat chat;
    CHECK(chat.client->send("GET /console/people HTTP/1.1\r\nHost: evil.example:8080\r\n\r\n").answer().status == 403);
}

TEST_CASE("with sign-in by link nobody is listed and no token is given", "[http][console]")
{
    Chat chat{SignIn::link};
    CHECK(chat.client->send(get("/console/people")).answer().body == R"({"sign_in":"link","people":[]})");
    CHECK(chat.client->send(post("/console/session", R"({"person":"lin"})", "Content-Type: application/json\r\n"))
              .answer()
              .status == 403);
    CHECK(chat.read("lin", "/console/conversations").status == 200);
}

TEST_CASE("without a valid token there is nothing to see", "[http][console]")
{
    Chat chat;
    for (const std::string_view target :
         {"/console/conversations", "/console/history?conversation=dm:lin", "/console/live?token=x", "/console/live"})
        CHECK(chat.client->send(get(target)).answer().status == 401);
    CHECK(chat.read("stranger", "/console/conversations").status == 401);
    CHECK(chat.read("abu", "/console/history?conversation=dm:lin").status == 403);
    CHECK(chat.read("abu", "/console/history?conversation=team").status == 403);
    CHECK(chat.say("abu", "team", "hi").status == 403);
    CHECK(chat.writer->jobs() == 0);
}

TEST_CASE("what a person says is stored by the front door and heard by everyone in the conversation", "[http][console]")
{
    Chat chat;
    RawClient page{chat.running->port()};
    RawClient stranger{chat.running->port()};
    listening(page, chat, "lin");
    listening(stranger, chat, "abu");
    CHECK(chat.say("lin", "team", "@金缮 看 K-1042").status == 200);
    const auto event = data_of(page.until("\n\n"));
    CHECK(event.at("conversation") == "team");
    CHECK(event.at("event") == "e1");
    CHECK(event.at("name") == "林可");
    CHECK(event.at("text") == "@金缮 看 K-1042");
    CHECK(chat.stores.inbox.find(console_id, "lin:e1"));
    chat.running->drain();
    CHECK(stranger.until("\n\n").empty()); // closed without a word
}

TEST_CASE("in a room only what addresses the bot is marked so", "[http][console]")
{
    for (const auto& [text, expected] : {std::pair{"@金缮 看", true},
                                         {"hi @Kintsugi", true},
                                         {"/k show", true},
                                         {"金缮 帮助", true},
                                         {"大家好", false},
                                         {"a/k b", false}}) {
        Chat fresh;
        fresh.say("lin", "team", text);
        CAPTURE(text);
        CHECK(fresh.stores.inbox.message("lin:e1").addressed == expected);
    }
    Chat replying;
    const auto key = std::to_string(replying.store_card("team"));
    CHECK(replying.say("lin", "team", "接手", key).status == 200);
    CHECK(replying.stores.inbox.message("lin:e1").addressed);
    CHECK(replying.stores.inbox.message("lin:e1").reply_to == key);
}

TEST_CASE("a button is pressed by card and number, only where the card was sent", "[http][console]")
{
    Chat chat;
    const auto key = std::to_string(chat.store_card("dm:lin"));
    const json::object press{{"conversation", "dm:lin"}, {"card", key}, {"button", 1}, {"event", "p1"}};
    CHECK(chat.write("lin", "/console/press", press).status == 200);
    CHECK(chat.stores.inbox.message("lin:p1").press == conversation::Press{key, 1});
    auto elsewhere = press;
    elsewhere["conversation"] = "team";
    CHECK(chat.write("lin", "/console/press", elsewhere).status == 404);
    CHECK(chat.say("lin", "team", "接手", key).status == 404);
    auto no_number = press;
    no_number["button"] = "1";
    no_number["event"] = "p2";
    CHECK(chat.write("lin", "/console/press", no_number).status == 400);
}

TEST_CASE("a repetition of the page is stored once", "[http][console]")
{
    Chat chat;
    CHECK(chat.say("lin", "dm:lin", "有人投诉").status == 200);
    CHECK(chat.say("lin", "dm:lin", "有人投诉").status == 200);
    CHECK(chat.stores.inbox.said({console_id, {"dm:lin", true}}, 9).size() == 1);
}

TEST_CASE("a text that is too long, empty or nameless is refused", "[http][console]")
{
    Chat chat;
    CHECK(chat.say("lin", "dm:lin", std::string(20'001, 'x')).status == 413);
    CHECK(chat.say("lin", "dm:lin", "　 ").status == 400);
    CHECK(chat.say("lin", "", "hi").status == 400);
    CHECK(chat.write("lin", "/console/say", {{"conversation", "dm:lin"}, {"text", "hi"}}).status == 400);
}

TEST_CASE("a delivered card reaches the pages of its conversation, if it is signed", "[http][console]")
{
    Chat chat;
    RawClient page{chat.running->port()};
    listening(page, chat, "lin");
    CHECK(chat.deliver("dm:lin", "another").status == 401);
    CHECK(chat.deliver("dm:stranger").status == 404);
    CHECK(chat.deliver("dm:lin").status == 200);
    const auto event = page.until("\n\n");
    CHECK(event.starts_with("event: card\n"));
    CHECK(data_of(event).at("card").at("title") == "已开案 K-1042");
    CHECK(event.find("coach") == std::string::npos);
}

TEST_CASE("the history holds what was said and sent, in order, without what buttons order", "[http][console]")
{
    Chat chat;
    CHECK(chat.say("lin", "dm:lin", "有人投诉").status == 200);
    chat.store_card("dm:lin");
    const auto answer = chat.read("lin", "/console/history?conversation=dm:lin");
    const auto items = json::parse(answer.body).at("items").as_array();
    REQUIRE(items.size() == 2);
    CHECK(items[0].at("text") == "有人投诉");
    CHECK(items[0].at("name") == "林可");
    CHECK(items[1].at("key") == "1");
    CHECK(items[1].at("card").at("buttons").at(0).at("label") == "看话术");
    CHECK(answer.body.find("coach") == std::string::npos);

    const auto list = json::parse(chat.read("lin", "/console/conversations").body);
    CHECK(list.at("person").at("name") == "林可");
    CHECK(list.at("conversations").at(0).at("id") == "dm:lin");
    CHECK(list.at("conversations").at(0).at("latest") == noon.time_since_epoch().count());
    CHECK(list.at("conversations").at(1).at("latest") == 0);
}
