#include "bot/http/console_history.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace kintsugi::http {
namespace json = boost::json;
namespace {

constexpr int most_items = 100; ///< of each kind; older ones are found by search, not by scrolling

struct Item {
    Instant at{};
    json::object content;
};

} // namespace

std::int64_t page_time(Instant at)
{
    return at.time_since_epoch().count();
}

json::object said_json(const ConsoleRooms& rooms, const std::string& account, const PrivateText& text, Instant at)
{
    const auto* person = rooms.find(PersonId{account});
    return {{"account", account},
            {"name", person == nullptr ? account : person->name},
            {"text", text.reveal()},
            {"at", page_time(at)}};
}

json::array history_json(service::Stores& stores, const ConsoleRooms& rooms, const conversation::ChatPlatform& platform,
                         const service::Destination& where)
{
    // Newest first; at the same moment, what was answered comes after what was said.
    std::vector<Item> items;
    for (const auto& sent : stores.outbox.sent_to(where, most_items)) {
        const auto delivery = platform.compose(sent.card, where.address, std::to_string(sent.id), sent.created_at).body;
        auto content = json::parse(delivery).as_object();
        content["at"] = page_time(sent.created_at);
        items.push_back({sent.created_at, std::move(content)});
    }
    for (const auto& said : stores.inbox.said(where, most_items))
        if (!said.text.empty()) items.push_back({said.at, said_json(rooms, said.account, said.text, said.at)});
    std::ranges::stable_sort(items, std::ranges::greater{}, &Item::at);

    json::array history;
    for (auto item = items.rbegin(); item != items.rend(); ++item)
        history.emplace_back(std::move(item->content));
    return history;
}

std::optional<Instant> latest_in(service::Stores& stores, const service::Destination& where)
{
    std::optional<Instant> latest;
    for (const auto& sent : stores.outbox.sent_to(where, 1))
        latest = std::max(latest.value_or(sent.created_at), sent.created_at);
    for (const auto& said : stores.inbox.said(where, 1))
        latest = std::max(latest.value_or(said.at), said.at);
    return latest;
}

} // namespace kintsugi::http
