#include "storage/publication_store.hpp"

#include "storage/counters.hpp"

#include <algorithm>

namespace kintsugi::storage {
namespace {

using service::PublicationRow;

PublicationRow publication_row(Row row)
{
    PublicationRow one;
    row.into(one.id, one.of, one.audience, one.author, one.state, one.delivered_at, one.next_due, one.version);
    return one;
}

std::string publication_rows(std::string_view condition)
{
    std::string sql{"SELECT id, case_id, audience, author, state, delivered_at, next_due, version FROM publication_row "
                    "WHERE organisation = 1 AND "};
    return sql += condition;
}

} // namespace

PublicationId SqlPublicationStore::create()
{
    return PublicationId{next_number(database_, "publication")};
}

sharing::PublicationHistory SqlPublicationStore::log(PublicationId id)
{
    return log_.read<sharing::PublicationEvent>(service::Stream::publications, id.value());
}

void SqlPublicationStore::append(PublicationId id, std::span<const Recorded<sharing::PublicationEvent>> events,
                                 CustomerId sealed_for)
{
    log_.append(service::Stream::publications, id.value(), events, sealed_for);
}

void SqlPublicationStore::save(const PublicationRow& row)
{
    database_.run("INSERT INTO publication_row "
                  "(id, case_id, audience, author, state, delivered_at, next_due, version) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
                  "ON CONFLICT (organisation, id) DO UPDATE SET case_id = excluded.case_id, "
                  "audience = excluded.audience, author = excluded.author, state = excluded.state, "
                  "delivered_at = excluded.delivered_at, next_due = excluded.next_due, version = excluded.version",
                  row.id, row.of, row.audience, row.author, row.state, row.delivered_at, row.next_due, row.version);
}

void SqlPublicationStore::remove_row(PublicationId id)
{
    database_.run("DELETE FROM publication_row WHERE organisation = 1 AND id = $1", id);
}

std::vector<PublicationRow> SqlPublicationStore::of_case(CaseId id)
{
    return rows_of(database_.query(publication_rows("case_id = $1 ORDER BY id"), id), publication_row);
}

std::vector<PublicationRow> SqlPublicationStore::in_states(std::span<const sharing::PublicationState> states)
{
    std::vector<PublicationRow> rows;
    for (const auto state : states)
        std::ranges::move(rows_of(database_.query(publication_rows("state = $1"), state), publication_row),
                          std::back_inserter(rows));
    std::ranges::sort(rows, {}, &PublicationRow::id);
    return rows;
}

std::vector<PublicationId> SqlPublicationStore::due(Instant now, int most)
{
    return column_of<PublicationId>(
        database_.query("SELECT id FROM publication_row WHERE organisation = 1 AND next_due <= $1 "
                        "ORDER BY next_due, id LIMIT $2",
                        now, most));
}

std::vector<PublicationId> SqlPublicationStore::all()
{
    std::vector<PublicationId> ids;
    for (const auto id : log_.ids(service::Stream::publications))
        ids.emplace_back(id);
    return ids;
}

} // namespace kintsugi::storage
