#include "bot/demo/visitor.hpp"

#include <boost/json.hpp>

#include <stdexcept>

namespace kintsugi::demo {
namespace json = boost::json;
namespace {

std::string string_of(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{value->as_string()} : std::string{};
}

void add_line(std::string& text, const std::string& line)
{
    if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
}

Shown shown_of(const json::object& item)
{
    const auto& card = item.at("card").as_object();
    Shown shown{
        .key = std::stoll(string_of(item, "key")), .first_line = {}, .text = string_of(card, "title"), .buttons = {}};
    for (const auto& line : card.at("lines").as_array())
        add_line(shown.text, std::string{line.as_string()});
    add_line(shown.text, string_of(card, "copy"));
    for (const auto& button : card.at("buttons").as_array())
        shown.buttons.push_back(string_of(button.as_object(), "label"));
    shown.first_line = shown.text.substr(0, shown.text.find('\n'));
    return shown;
}

} // namespace

void Visitor::say(const std::string& who, const std::string& conversation, const std::string& text)
{
    const json::object body{{"conversation", conversation}, {"event", next_event()}, {"text", text}, {"reply_to", ""}};
    (void)ask(who, "POST", "/console/say", json::serialize(body));
}

void Visitor::press(const std::string& who, const std::string& conversation, std::int64_t card, int button)
{
    const json::object body{
        {"conversation", conversation}, {"event", next_event()}, {"card", std::to_string(card)}, {"button", button}};
    (void)ask(who, "POST", "/console/press", json::serialize(body));
}

std::vector<Shown> Visitor::seen(const std::string& who, const std::string& conversation)
{
    // Names of conversations are ours: letters, digits, _ and one colon.
    const auto content = json::parse(ask(who, "GET", "/console/history?conversation=" + conversation, {}));
    std::vector<Shown> all;
    for (const auto& item : content.at("items").as_array())
        if (item.as_object().contains("card")) all.push_back(shown_of(item.as_object()));
    return all;
}

/// Signs in for every request: the story moves the clock further than a session lasts.
std::string Visitor::ask(const std::string& who, const std::string& method, const std::string& path,
                         const std::string& body)
{
    const json::object person{{"person", who}};
    const auto session = json::parse(
        exchange({"POST", url_ + "/console/session", {{"content-type", "application/json"}}, json::serialize(person)}));
    return exchange(
        {method,
         url_ + path,
         {{"authorization", "Bearer " + string_of(session.as_object(), "token")}, {"content-type", "application/json"}},
         body});
}

std::string Visitor::exchange(conversation::HttpRequest request)
{
    client_.start(1, request);
    for (;;)
        for (auto& finished : client_.poll(std::chrono::milliseconds{100})) {
            if (finished.response.status == 200) return std::move(finished.response.body);
            throw std::runtime_error{request.method + " " + request.target + ": HTTP " +
                                     std::to_string(finished.response.status)};
        }
}

} // namespace kintsugi::demo
