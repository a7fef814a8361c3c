#include "storage/event_log.hpp"

#include "storage/chain.hpp"

#include <functional>

namespace kintsugi::storage {
namespace {

std::string place_of(const std::string& chain, int number)
{
    return "event/1/" + chain + '/' + std::to_string(number);
}

} // namespace

void EventLog::each(service::Stream stream, std::int64_t id, const std::function<void(Stored&&)>& visit)
{
    const auto chain = chain_of(name_of(stream), id);
    for (const Row row : database_.query("SELECT number, act, at, by, name, facts, sealed, sealed_for FROM event "
                                         "WHERE organisation = 1 AND stream = $1 AND id = $2 ORDER BY number",
                                         stream, id)) {
        Stored stored;
        std::string_view sealed;
        CustomerId sealed_for;
        row.into(stored.number, stored.act, stored.at, stored.by, stored.name, stored.facts, sealed, sealed_for);
        const auto place = place_of(chain, stored.number);
        const auto secrets = sealed.empty() ? std::nullopt : vault_.open(Owner::of(sealed_for), sealed, place);
        if (secrets) stored.secrets = *secrets;
        try {
            visit(std::move(stored));
        } catch (const StorageError& error) { // of the codec, which does not know where the text stands
            throw StorageError{place + ": " + error.what()};
        }
    }
}

EventLog::Tail EventLog::tail_of(service::Stream stream, std::int64_t id)
{
    Tail tail;
    for (const Row row : database_.query("SELECT number, hash FROM event WHERE organisation = 1 AND stream = $1 "
                                         "AND id = $2 ORDER BY number DESC LIMIT 1",
                                         stream, id))
        row.into(tail.number, tail.hash);
    return tail;
}

void EventLog::add(service::Stream stream, std::int64_t id, Tail& tail, const Head& head, const EncodedEvent& event,
                   CustomerId sealed_for)
{
    const auto chain = chain_of(name_of(stream), id);
    if (head.number != tail.number + 1)
        throw StorageError{chain + ": event " + std::to_string(head.number) + " does not follow " +
                           std::to_string(tail.number)};
    const auto sealed = event.secrets.empty()
                            ? std::string{}
                            : vault_.seal(Owner::of(sealed_for), event.secrets, place_of(chain, head.number));
    const audit::Entry entry{chain,
                             head.number,
                             head.at,
                             head.by,
                             std::string{event.name},
                             chained_content(head.act, event.facts, sealed_for, sealed),
                             {}};
    tail = {head.number, audit::chain_hash(tail.hash, entry, std::ref(sha256_))};
    database_.run("INSERT INTO event (stream, id, number, act, at, by, name, facts, sealed, sealed_for, hash) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                  stream, id, head.number, head.act, head.at, head.by, event.name, event.facts, Bytes{sealed},
                  sealed_for, Bytes{tail.hash});
}

std::vector<std::int64_t> EventLog::ids(service::Stream stream)
{
    // From one log to the next through the primary key: DISTINCT would read every event.
    return column_of<std::int64_t>(
        database_.query("WITH RECURSIVE log (id) AS ("
                        "SELECT min(id) FROM event WHERE organisation = 1 AND stream = $1 "
                        "UNION ALL "
                        "SELECT (SELECT min(id) FROM event WHERE organisation = 1 AND stream = $1 AND id > log.id) "
                        "FROM log WHERE log.id IS NOT NULL) "
                        "SELECT id FROM log WHERE id IS NOT NULL",
                        stream));
}

} // namespace kintsugi::storage
