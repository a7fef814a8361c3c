#include "storage/cause_store.hpp"

#include "storage/counters.hpp"

namespace kintsugi::storage {
namespace {

using service::CauseRow;

CauseRow cause_row(Row row)
{
    CauseRow one;
    row.into(one.id, one.area, one.state, one.title, one.users, one.reported_at, one.next_due, one.version);
    return one;
}

} // namespace

CauseId SqlCauseStore::create()
{
    return CauseId{next_number(database_, "cause")};
}

causes::CauseHistory SqlCauseStore::log(CauseId id)
{
    return log_.read<causes::CauseEvent>(service::Stream::causes, id.value());
}

void SqlCauseStore::append(CauseId id, std::span<const Recorded<causes::CauseEvent>> events)
{
    log_.append(service::Stream::causes, id.value(), events, CustomerId{});
}

void SqlCauseStore::save(const CauseRow& row)
{
    database_.run("INSERT INTO cause_row (id, area, state, title, users, reported_at, next_due, version) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
                  "ON CONFLICT (organisation, id) DO UPDATE SET area = excluded.area, state = excluded.state, "
                  "title = excluded.title, users = excluded.users, reported_at = excluded.reported_at, "
                  "next_due = excluded.next_due, version = excluded.version",
                  row.id, row.area, row.state, row.title, row.users, row.reported_at, row.next_due, row.version);
}

void SqlCauseStore::remove_row(CauseId id)
{
    database_.run("DELETE FROM cause_row WHERE organisation = 1 AND id = $1", id);
}

std::vector<CauseRow> SqlCauseStore::rows()
{
    return rows_of(database_.query("SELECT id, area, state, title, users, reported_at, next_due, version "
                                   "FROM cause_row WHERE organisation = 1 ORDER BY id DESC"),
                   cause_row);
}

std::vector<CauseId> SqlCauseStore::due(Instant now, int most)
{
    return column_of<CauseId>(database_.query("SELECT id FROM cause_row WHERE organisation = 1 AND next_due <= $1 "
                                              "ORDER BY next_due, id LIMIT $2",
                                              now, most));
}

std::vector<CauseId> SqlCauseStore::all()
{
    std::vector<CauseId> ids;
    for (const auto id : log_.ids(service::Stream::causes))
        ids.emplace_back(id);
    return ids;
}

} // namespace kintsugi::storage
