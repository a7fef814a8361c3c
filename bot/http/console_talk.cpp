// What is said, pressed, sent and heard in the web chat; see console.hpp.

#include "bot/domain/text.hpp"
#include "bot/http/answers.hpp"
#include "bot/http/console.hpp"
#include "bot/http/console_history.hpp"
#include "bot/http/page_requests.hpp"
#include "bot/http/run_on.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace kintsugi::http {
namespace json = boost::json;
namespace {

constexpr std::size_t longest_event = 64;

/// In a room, what makes a message one for the bot. PRODUCT.md, section 6.
constexpr std::array mentions{"@金缮", "@kintsugi"};
constexpr std::array addresses{"/k", "金缮", "kintsugi"};

bool addresses_the_bot(std::string_view text)
{
    const auto folded = text::fold(text);
    return std::ranges::any_of(mentions, [&](const char* m) { return folded.find(m) != std::string::npos; }) ||
           std::ranges::any_of(addresses, [&](const char* a) { return folded.starts_with(a); });
}

} // namespace

struct Console::Speech {
    std::string conversation;
    std::string event;
    PrivateText text;
    std::string card; ///< the key of the one it answers; empty if none
};

Awaitable<HttpResponse> Console::say(const Call& call)
{
    const auto body = body_of(call);
    if (!body) co_return bare(400);
    Speech speech{text_of(*body, "conversation"), text_of(*body, "event"), PrivateText{text_of(*body, "text")},
                  text_of(*body, "reply_to")};
    if (text::trim(speech.text.reveal()).empty()) co_return bare(400);
    json::object hook{{"text", speech.text.reveal()},
                      {"mentioned", !speech.card.empty() || addresses_the_bot(speech.text.reveal())},
                      {"press", nullptr},
                      {"reply_to", speech.card}};
    auto answer = co_await hear(call, std::move(speech), std::move(hook));
    co_return answer;
}

Awaitable<HttpResponse> Console::press(const Call& call)
{
    const auto body = body_of(call);
    if (!body || !body->contains("button")) co_return bare(400);
    Speech speech{text_of(*body, "conversation"), text_of(*body, "event"), {}, text_of(*body, "card")};
    if (speech.card.empty()) co_return bare(400);
    json::object button{{"card", speech.card}, {"button", body->at("button")}};
    json::object hook{{"text", ""}, {"mentioned", true}, {"press", std::move(button)}, {"reply_to", ""}};
    auto answer = co_await hear(call, std::move(speech), std::move(hook));
    co_return answer;
}

Awaitable<HttpResponse> Console::hear(const Call& call, Speech speech, json::object hook)
{
    if (speech.event.empty() || speech.event.size() > longest_event) co_return bare(400);
    if (speech.conversation.empty()) co_return bare(400);
    auto visitor = co_await visit(bearer_token(call), speech.conversation);
    if (auto* refusal = std::get_if<HttpResponse>(&visitor)) co_return std::move(*refusal);
    const auto& [person, rooms] = std::get<Visit>(visitor);
    if (!speech.card.empty() && !co_await was_sent(speech.card, speech.conversation)) co_return bare(404);

    hook["event"] = person.id.value() + ":" + speech.event; // nobody can take another's event
    hook["account"] = person.id.value();
    hook["conversation"] = speech.conversation;
    hook["direct"] = direct_address(person.id).conversation == speech.conversation;
    HttpRequest request{"POST", "/hook/" + settings_.connection.value(), {}, json::serialize(hook)};
    const auto now = settings_.clock();
    settings_.sign(request, now);
    auto answer = co_await door_.deliver(settings_.connection, std::move(request));

    const bool stored = answer.status >= 200 && answer.status < 300;
    if (!stored) co_return answer;
    if (!speech.text.empty()) {
        auto said = said_json(rooms, person.id.value(), speech.text, now);
        said["event"] = speech.event;
        publish("said", speech.conversation, said, rooms);
    }
    co_return json_text(200, "{}");
}

Awaitable<HttpResponse> Console::deliver(const Call& call)
{
    const auto now = settings_.clock();
    if (!settings_.is_signed(call.request, now)) co_return bare(401);
    auto body = body_of(call);
    if (!body) co_return bare(400);
    const auto rooms = co_await read_rooms();
    if (!rooms) co_return busy();
    const auto conversation = text_of(*body, "conversation");
    if (!rooms->exists(conversation)) co_return bare(404);
    (*body)["at"] = page_time(now);
    publish("card", conversation, *body, *rooms);
    co_return json_text(200, "{}");
}

Awaitable<Streaming> Console::listen(const Call& call)
{
    std::string token{call.asked("token")};
    auto visitor = co_await visit(std::move(token), std::string{});
    if (auto* refusal = std::get_if<HttpResponse>(&visitor)) {
        Streaming answer = std::move(*refusal);
        co_return answer;
    }
    auto feed = live_.subscribe(std::get<Visit>(visitor).person.id);
    feed->push("hello", "{}");
    Streaming answer = std::move(feed);
    co_return answer;
}

Awaitable<bool> Console::was_sent(std::string key, std::string conversation)
{
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (error != std::errc{} || end != key.data() + key.size()) co_return false;
    const auto question = [&](service::Stores& stores) {
        const auto item = stores.outbox.find(id);
        return item && item->to.connection == settings_.connection && item->to.address.conversation == conversation;
    };
    const auto sent = co_await ask(reader_, question);
    co_return sent.value_or(false);
}

void Console::publish(std::string_view event, const std::string& conversation, const json::object& content,
                      const ConsoleRooms& rooms)
{
    auto tagged = content;
    tagged["conversation"] = conversation;
    live_.publish(event, json::serialize(tagged),
                  [&](const PersonId& person) { return rooms.may_see(person, conversation); });
}

} // namespace kintsugi::http
