#include "bot/http/console.hpp"

#include "bot/http/answers.hpp"
#include "bot/http/console_history.hpp"
#include "bot/http/page_requests.hpp"
#include "bot/http/run_on.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace kintsugi::http {
namespace json = boost::json;
namespace {

json::array names_of(const Roles& roles)
{
    json::array names;
    for (const auto& [role, name] : Names<Role>::all)
        if (roles.has(role)) names.emplace_back(name);
    return names;
}

json::object person_json(const Person& person)
{
    return {{"id", person.id.value()},
            {"name", person.name},
            {"language", name_of(person.language)},
            {"zone", person.zone.name()},
            {"roles", names_of(person.roles)}};
}

} // namespace

Console::Console(ConsoleSettings settings, const conversation::Platforms& platforms, FrontDoor& door, Worker& reader,
                 Live& live)
    : settings_(std::move(settings)), sessions_(settings_.seal), platforms_(platforms), door_(door), reader_(reader),
      live_(live)
{
}

std::vector<Route> Console::routes()
{
    const WaitingHandler names = [this](const Call& call) { return people(call); };
    const WaitingHandler enter = [this](const Call& call) { return sign_in(call); };
    const WaitingHandler list = [this](const Call& call) { return conversations(call); };
    const WaitingHandler read = [this](const Call& call) { return history(call); };
    const WaitingHandler speak = [this](const Call& call) { return say(call); };
    const WaitingHandler push = [this](const Call& call) { return press(call); };
    const WaitingHandler accept = [this](const Call& call) { return deliver(call); };
    const StreamHandler follow = [this](const Call& call) { return listen(call); };
    return {
        {"GET", "/console/people", names},       {"POST", "/console/session", enter},
        {"GET", "/console/conversations", list}, {"GET", "/console/history", read},
        {"POST", "/console/say", speak},         {"POST", "/console/press", push},
        {"POST", "/console/deliver", accept},    {"GET", "/console/live", follow},
    };
}

Awaitable<HttpResponse> Console::people(const Call& call)
{
    json::array everyone;
    if (settings_.sign_in == SignIn::choose) {
        if (!is_known_host(call)) co_return bare(403);
        const auto rooms = co_await read_rooms();
        if (!rooms) co_return busy();
        for (const auto& person : rooms->people())
            everyone.push_back(person_json(person));
    }
    const json::object content{{"sign_in", settings_.sign_in == SignIn::choose ? "choose" : "link"},
                               {"people", std::move(everyone)}};
    co_return json_answer(content);
}

Awaitable<HttpResponse> Console::sign_in(const Call& call)
{
    if (settings_.sign_in != SignIn::choose || !is_known_host(call)) co_return bare(403);
    const auto body = body_of(call);
    if (!body) co_return bare(400);
    const auto rooms = co_await read_rooms();
    if (!rooms) co_return busy();
    const PersonId person{text_of(*body, "person")};
    if (rooms->find(person) == nullptr) co_return bare(404);
    const auto expires = settings_.clock() + ConsoleSessions::last_for;
    const json::object content{{"token", sessions_.make_token(person, expires)}, {"expires", page_time(expires)}};
    co_return json_answer(content);
}

Awaitable<HttpResponse> Console::conversations(const Call& call)
{
    auto visitor = co_await visit(bearer_token(call), std::string{});
    if (auto* refusal = std::get_if<HttpResponse>(&visitor)) co_return std::move(*refusal);
    const auto& [person, rooms] = std::get<Visit>(visitor);
    const auto question = [&](service::Stores& stores) {
        json::array list;
        for (const auto& each : rooms.conversations_of(person)) {
            const auto latest = latest_in(stores, {settings_.connection, {each.id, each.purpose == "direct"}});
            list.push_back({{"id", each.id},
                            {"name", each.name},
                            {"purpose", each.purpose},
                            {"members", each.members},
                            {"latest", latest ? page_time(*latest) : 0}});
        }
        return list;
    };
    auto list = co_await ask(reader_, question);
    if (!list) co_return busy();
    const json::object content{{"person", person_json(person)}, {"conversations", std::move(*list)}};
    co_return json_answer(content);
}

Awaitable<HttpResponse> Console::history(const Call& call)
{
    const std::string conversation{call.asked("conversation")};
    auto visitor = co_await visit(bearer_token(call), conversation);
    if (auto* refusal = std::get_if<HttpResponse>(&visitor)) co_return std::move(*refusal);
    const auto& [person, rooms] = std::get<Visit>(visitor);
    const auto& platform = *platforms_.at(settings_.connection);
    const bool direct = direct_address(person.id).conversation == conversation;
    const service::Destination where{settings_.connection, {conversation, direct}};
    const auto question = [&](service::Stores& stores) { return history_json(stores, rooms, platform, where); };
    auto items = co_await ask(reader_, question);
    if (!items) co_return busy();
    const json::object content{{"items", std::move(*items)}};
    co_return json_answer(content);
}

Awaitable<std::variant<Console::Visit, HttpResponse>> Console::visit(std::string token, std::string conversation)
{
    std::variant<Visit, HttpResponse> result = bare(401);
    const auto id = sessions_.person(token, settings_.clock());
    if (!id) co_return result;
    auto rooms = co_await read_rooms();
    if (!rooms) {
        result = busy();
        co_return result;
    }
    const auto* person = rooms->find(*id);
    if (person == nullptr) co_return result;
    if (!conversation.empty() && !rooms->may_see(*id, conversation))
        result = bare(403);
    else
        result = Visit{*person, std::move(*rooms)};
    co_return result;
}

Awaitable<std::optional<ConsoleRooms>> Console::read_rooms()
{
    const auto question = [this](service::Stores& stores) { return ConsoleRooms::read(stores, settings_.connection); };
    auto rooms = co_await ask(reader_, question);
    co_return rooms;
}

bool Console::is_known_host(const Call& call) const
{
    const auto host = call.header("host");
    const auto port = host.find(':', host.starts_with('[') ? host.find(']') : 0);
    return std::ranges::find(settings_.hosts, host.substr(0, port)) != settings_.hosts.end();
}

} // namespace kintsugi::http
