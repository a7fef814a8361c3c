#include "bot/http/webhooks.hpp"

#include "bot/http/answers.hpp"
#include "bot/http/run_on.hpp"

#include <algorithm>

namespace kintsugi::http {

using conversation::Challenge;
using conversation::Messages;
using conversation::Rejected;

FrontDoor::FrontDoor(const conversation::Platforms& platforms, Intake intake, service::Writer& writer,
                     service::Metrics& metrics, Clock clock, Log log)
    : platforms_(platforms), intake_(std::move(intake)), writer_(writer), metrics_(metrics), clock_(std::move(clock)),
      log_(std::move(log))
{
}

Awaitable<HttpResponse> FrontDoor::deliver(ConnectionId connection, HttpRequest request)
{
    const auto found = platforms_.find(connection);
    if (found == platforms_.end()) co_return bare(404);
    const auto& platform = *found->second;
    auto received = platform.receive(request, clock_());
    if (const auto* rejected = std::get_if<Rejected>(&received)) {
        count(connection, "rejected");
        log_("hook " + connection.value() + " rejected: " + rejected->why);
        co_return bare(rejected->status);
    }
    if (auto* challenge = std::get_if<Challenge>(&received)) co_return std::move(challenge->answer);
    auto& messages = std::get<Messages>(received);
    if (messages.empty()) co_return platform.acknowledge();
    auto answer = co_await store(std::move(connection), std::move(messages));
    co_return answer;
}

Awaitable<HttpResponse> FrontDoor::store(ConnectionId connection, Messages messages)
{
    const auto now = clock_();
    HttpResponse answer;
    bool repeated = false;
    service::Job job = [&](service::Stores& stores) {
        repeated = std::ranges::all_of(messages, [&](const conversation::Message& message) {
            return stores.inbox.find(connection, message.event).has_value();
        });
        answer = intake_.take_in(stores, connection, messages, now);
    };
    const auto taken = co_await run_on(writer_, std::move(job));
    if (taken == Ran::committed) count(connection, repeated ? "repeated" : "new");
    if (taken == Ran::turned_away) co_return busy();
    if (taken == Ran::committed) co_return answer;

    service::Job second = [&](service::Stores& stores) {
        answer = intake_.keep_for_later(stores, connection, messages, now);
    };
    const auto kept = co_await run_always_on(writer_, std::move(second));
    if (kept != Ran::committed) co_return busy();
    count(connection, "kept");
    co_return answer;
}

void FrontDoor::count(const ConnectionId& connection, std::string_view result)
{
    metrics_.count(service::Metric::intake, {connection.value(), result});
}

std::vector<Route> webhook_routes(FrontDoor& door)
{
    const WaitingHandler deliver = [&door](const Call& call) {
        return door.deliver(ConnectionId{std::string{call.parameter("connection")}}, call.request);
    };
    return {{"POST", "/hook/{connection}", deliver}};
}

} // namespace kintsugi::http
