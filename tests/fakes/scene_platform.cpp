#include "tests/fakes/scene_platform.hpp"

#include "bot/conversation/fallback.hpp"

#include <sstream>

namespace kintsugi::tests {

using namespace conversation;

ScenePlatform::ScenePlatform(bool buttons)
{
    capabilities_.buttons = buttons;
}

HttpRequest to_request(const Sent& sent)
{
    HttpRequest request;
    request.body = sent.event + "\n" + sent.account + "\n" + sent.conversation + "\n" + (sent.direct ? "1" : "0") +
                   (sent.addressed ? "1" : "0") + "\n" + sent.card + "\n" + std::to_string(sent.button) + "\n" +
                   sent.text;
    return request;
}

Received ScenePlatform::receive(const HttpRequest& raw, Instant) const
{
    std::istringstream in{raw.body};
    Message message;
    std::string flags, card, button;
    std::getline(in, message.event);
    std::getline(in, message.account);
    std::getline(in, message.at.conversation);
    std::getline(in, flags);
    std::getline(in, card);
    std::getline(in, button);
    if (flags.size() != 2) return Rejected{400, "malformed"};
    message.at.direct = flags[0] == '1';
    message.addressed = flags[1] == '1';
    if (!card.empty()) message.press = Press{card, std::stoi(button)};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    message.text = PrivateText{text};
    return Messages{std::move(message)};
}

HttpResponse ScenePlatform::acknowledge() const
{
    return {};
}

HttpRequest ScenePlatform::compose(const Card& card, const Address& to, const std::string& key, Instant) const
{
    HttpRequest request;
    request.target = "scene:" + to.conversation;
    request.body = to.conversation + "\n" + key + "\n" + std::string{name_of(card.kind)} + "\n" +
                   std::to_string(card.first) + "\n";
    for (const auto& button : card.buttons)
        request.body += "\x1f" + button.label + "\n";
    request.body += "\n" + to_text(card);
    return request;
}

Verdict ScenePlatform::judge(const HttpResponse& response) const
{
    if (response.status >= 200 && response.status < 300) return {Delivery::sent, {}, {}};
    if (response.status == 410) return {Delivery::gone, {}, "gone"};
    if (response.status == 400) return {Delivery::refused, {}, "400"};
    Verdict verdict{Delivery::later, {}, std::to_string(response.status)};
    if (const auto after = response.headers.find("retry-after"); after != response.headers.end())
        verdict.retry_after = std::chrono::seconds{std::stoi(after->second)};
    return verdict;
}

Arrived read_sent(const HttpRequest& request, Instant at)
{
    std::istringstream in{request.body};
    Arrived arrived;
    arrived.at = at;
    std::getline(in, arrived.conversation);
    std::getline(in, arrived.key);
    std::getline(in, arrived.kind);
    std::string first;
    std::getline(in, first);
    arrived.first = std::stoi(first);
    for (std::string line; std::getline(in, line) && !line.empty();)
        arrived.buttons.push_back(line.substr(1));
    arrived.text = std::string{std::istreambuf_iterator<char>{in}, {}};
    return arrived;
}

} // namespace kintsugi::tests
