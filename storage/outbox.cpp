#include "storage/outbox.hpp"

#include "storage/counters.hpp"
#include "storage/json_read.hpp"
#include "storage/json_write.hpp"
#include "storage/listings.hpp"
#include "storage/places.hpp"

#include <unordered_set>

namespace kintsugi::storage {
namespace {

using service::OutboxItem;

struct Parcel {
    service::Destination to;
    conversation::Card card;

    static constexpr std::tuple fields{Field{"to", &Parcel::to}, Field{"card", &Parcel::card}};
};

std::string place_of(std::int64_t id)
{
    return "outbox/1/" + std::to_string(id);
}

std::string items(std::string_view condition)
{
    std::string sql{"SELECT id, priority, sealed, sealed_for, about, publication, created_at, next_attempt, attempts, "
                    "state, why FROM outbox WHERE organisation = 1 AND "};
    return sql += condition;
}

} // namespace

OutboxItem SqlOutbox::item_in(Row row)
{
    OutboxItem item;
    int priority = 0;
    std::string_view sealed;
    row.into(item.id, priority, sealed, item.sealed_for, item.about, item.publication, item.created_at,
             item.next_attempt, item.attempts, item.state, item.why);
    item.priority = static_cast<service::Priority>(priority);
    if (const auto json = vault_.open(Owner::of(item.sealed_for), sealed, place_of(item.id))) {
        auto parcel = from_json<Parcel>(*json);
        item.to = std::move(parcel.to);
        item.card = std::move(parcel.card);
    }
    return item;
}

std::int64_t SqlOutbox::add(const OutboxItem& item)
{
    const auto id = next_number(database_, "outbox");
    const auto owner = vault_.is_destroyed(Owner::of(item.sealed_for)) ? CustomerId{} : item.sealed_for;
    const auto sealed = vault_.seal(Owner::of(owner), to_json(Parcel{item.to, item.card}), place_of(id));
    database_.run("INSERT INTO outbox (id, place, priority, sealed, sealed_for, about, publication, created_at, "
                  "next_attempt, attempts, state, why) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                  id, Bytes{place_digest(vault_, item.to)}, static_cast<int>(item.priority), Bytes{sealed}, owner,
                  item.about, item.publication, item.created_at, item.next_attempt, item.attempts,
                  item.state.empty() ? std::string_view{"queued"} : std::string_view{item.state}, item.why);
    return id;
}

std::vector<OutboxItem> SqlOutbox::due(Instant now, int most, bool outbound_on_hold)
{
    // In order, so that the first one of a place is its head; the index holds all that is asked here.
    std::vector<std::int64_t> heads;
    std::unordered_set<std::string> places;
    for (const Row row :
         database_.query("SELECT id, place, next_attempt FROM outbox WHERE organisation = 1 AND state = 'queued' "
                         "AND (next_attempt <= $1 OR attempts > 0) AND (publication IS NULL OR NOT $2) "
                         "ORDER BY priority, id",
                         now, outbound_on_hold)) {
        if (std::ssize(heads) >= most) break;
        const bool is_head = places.emplace(row.get<std::string_view>(1)).second;
        if (is_head && row.get<Instant>(2) <= now) heads.push_back(row.get<std::int64_t>(0));
    }
    std::vector<OutboxItem> due;
    for (const auto id : heads)
        due.push_back(find(id).value());
    return due;
}

std::optional<OutboxItem> SqlOutbox::find(std::int64_t id)
{
    return first_of(database_.query(items("id = $1"), id), [&](Row row) { return item_in(row); });
}

void SqlOutbox::sent(std::int64_t id, Instant now)
{
    database_.run("UPDATE outbox SET state = 'sent', attempts = attempts + 1, why = '', sent_at = $2 "
                  "WHERE organisation = 1 AND id = $1",
                  id, now);
}

void SqlOutbox::later(std::int64_t id, Instant next_attempt, std::string_view why)
{
    // What was withdrawn while it was on its way stays so.
    database_.run("UPDATE outbox SET attempts = attempts + 1, next_attempt = $2, why = $3 "
                  "WHERE organisation = 1 AND id = $1 AND state = 'queued'",
                  id, next_attempt, why);
}

void SqlOutbox::failed(std::int64_t id, std::string_view why)
{
    database_.run("UPDATE outbox SET state = 'failed', attempts = attempts + 1, why = $2 "
                  "WHERE organisation = 1 AND id = $1 AND state = 'queued'",
                  id, why);
}

void SqlOutbox::withdraw(PublicationId publication)
{
    database_.run("UPDATE outbox SET state = 'withdrawn' "
                  "WHERE organisation = 1 AND publication = $1 AND state = 'queued'",
                  publication);
}

std::optional<Instant> SqlOutbox::next_attempt()
{
    std::optional<Instant> soonest;
    std::unordered_set<std::string> held_up;
    for (const Row row : database_.query("SELECT place, next_attempt, attempts FROM outbox "
                                         "WHERE organisation = 1 AND state = 'queued' ORDER BY priority, id")) {
        auto place = row.get<std::string>(0);
        if (held_up.contains(place)) continue;
        const auto next = row.get<Instant>(1);
        if (!soonest || next < *soonest) soonest = next;
        if (row.get<int>(2) > 0) held_up.insert(std::move(place));
    }
    return soonest;
}

int SqlOutbox::waiting()
{
    return value_of<int>(database_.query("SELECT count(*) FROM outbox WHERE organisation = 1 AND state = 'queued'"))
        .value();
}

std::vector<OutboxItem> SqlOutbox::sent_to(const service::Destination& where, int most)
{
    return rows_of(database_.query(items("place = $1 AND state = 'sent' ORDER BY id DESC LIMIT $2"),
                                   Bytes{place_digest(vault_, where)}, most),
                   [&](Row row) { return item_in(row); });
}

} // namespace kintsugi::storage
