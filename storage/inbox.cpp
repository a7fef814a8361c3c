#include "storage/inbox.hpp"

#include "storage/json_read.hpp"
#include "storage/json_write.hpp"
#include "storage/listings.hpp"
#include "storage/places.hpp"

#include <algorithm>

namespace kintsugi::storage {
namespace {

using conversation::Message;
using service::InboxEntry;

struct Delivery {
    Message message;
    conversation::HttpResponse answer;

    static constexpr std::tuple fields{Field{"message", &Delivery::message}, Field{"answer", &Delivery::answer}};
};

std::string place_of(const ConnectionId& connection, const std::string& event)
{
    return "inbox/1/" + connection.value() + '/' + event;
}

/// An empty one where the text was forgotten or its key is gone.
std::optional<Delivery> delivery_in(Vault& vault, const InboxEntry& entry, CustomerId sealed_for,
                                    std::string_view sealed)
{
    if (sealed.empty()) return std::nullopt;
    const auto json = vault.open(Owner::of(sealed_for), sealed, place_of(entry.connection, entry.event));
    if (!json) return std::nullopt;
    return from_json<Delivery>(*json);
}

} // namespace

Milliseconds retry_after(int attempts)
{
    constexpr Milliseconds first = std::chrono::seconds{10}, longest = std::chrono::minutes{10};
    constexpr int doublings = 6; // more would pass `longest`
    return std::min(longest, first * (1 << std::clamp(attempts - 1, 0, doublings)));
}

std::optional<InboxEntry> SqlInbox::find(const ConnectionId& connection, const std::string& event)
{
    return first_of(database_.query("SELECT state, attempts, sealed_for, sealed FROM inbox "
                                    "WHERE organisation = 1 AND connection = $1 AND event = $2",
                                    connection, event),
                    [&](Row row) {
                        InboxEntry entry{connection, event, {}, {}, 0};
                        CustomerId sealed_for;
                        std::string_view sealed;
                        row.into(entry.state, entry.attempts, sealed_for, sealed);
                        if (const auto delivery = delivery_in(vault_, entry, sealed_for, sealed))
                            entry.answer = delivery->answer;
                        return entry;
                    });
}

void SqlInbox::record(const InboxEntry& entry, const Message& message, CustomerId sealed_for, Instant now)
{
    const auto place = place_digest(vault_, {entry.connection, message.at});
    const auto owner = vault_.is_destroyed(Owner::of(sealed_for)) ? CustomerId{} : sealed_for;
    const auto sealed = vault_.seal(Owner::of(owner), to_json(Delivery{message, entry.answer}),
                                    place_of(entry.connection, entry.event));
    database_.run("INSERT INTO inbox (connection, event, state, attempts, received_at, next_attempt, place, sealed, "
                  "sealed_for) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
                  "ON CONFLICT (organisation, connection, event) DO UPDATE SET state = excluded.state, "
                  "attempts = excluded.attempts, next_attempt = excluded.next_attempt, sealed = excluded.sealed, "
                  "sealed_for = excluded.sealed_for",
                  entry.connection, entry.event, entry.state, entry.attempts, now, now + retry_after(entry.attempts),
                  Bytes{place}, Bytes{sealed}, owner);
}

std::vector<std::pair<InboxEntry, Message>> SqlInbox::to_retry(Instant now, int most)
{
    std::vector<std::pair<InboxEntry, Message>> entries;
    for (const Row row :
         database_.query("SELECT connection, event, state, attempts, sealed_for, sealed FROM inbox "
                         "WHERE organisation = 1 AND state = 'failed' AND next_attempt <= $1 ORDER BY id LIMIT $2",
                         now, most)) {
        InboxEntry entry;
        CustomerId sealed_for;
        std::string_view sealed;
        row.into(entry.connection, entry.event, entry.state, entry.attempts, sealed_for, sealed);
        auto delivery = delivery_in(vault_, entry, sealed_for, sealed);
        if (!delivery) continue; // nobody can say any more what it was
        entry.answer = delivery->answer;
        entries.emplace_back(std::move(entry), std::move(delivery->message));
    }
    return entries;
}

int SqlInbox::parked()
{
    return value_of<int>(database_.query("SELECT count(*) FROM inbox WHERE organisation = 1 AND state = 'parked'"))
        .value();
}

std::vector<service::SaidMessage> SqlInbox::said(const service::Destination& where, int most)
{
    std::vector<service::SaidMessage> said;
    const auto place = place_digest(vault_, where);
    for (const Row row : database_.query("SELECT connection, event, sealed_for, sealed, received_at FROM inbox "
                                         "WHERE organisation = 1 AND place = $1 AND sealed <> x'' "
                                         "ORDER BY id DESC LIMIT $2",
                                         Bytes{place}, most)) {
        InboxEntry entry;
        CustomerId sealed_for;
        std::string_view sealed;
        Instant at;
        row.into(entry.connection, entry.event, sealed_for, sealed, at);
        if (auto delivery = delivery_in(vault_, entry, sealed_for, sealed))
            said.push_back({std::move(delivery->message.account), std::move(delivery->message.text), at});
    }
    return said;
}

void SqlInbox::forget_before(Instant when)
{
    database_.run("UPDATE inbox SET sealed = x'' WHERE organisation = 1 AND received_at < $1 AND sealed <> x''", when);
}

} // namespace kintsugi::storage
