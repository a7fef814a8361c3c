#include "storage/case_store.hpp"

#include "storage/counters.hpp"

namespace kintsugi::storage {
namespace {

using service::CaseRow;

constexpr std::int64_t first_case = 1001;

CaseRow case_row(Row row)
{
    CaseRow one;
    row.into(one.id, one.status, one.level, one.owner, one.customer, one.cause, one.heat, one.second_failure,
             one.opened_at, one.touched_at, one.closed_at, one.outcome, one.next_due, one.version);
    return one;
}

std::string case_rows(std::string_view condition)
{
    std::string sql{"SELECT id, status, level, owner, customer, cause, heat, second_failure, opened_at, touched_at, "
                    "closed_at, outcome, next_due, version FROM case_row WHERE organisation = 1 AND "};
    return sql += condition;
}

} // namespace

CaseId SqlCaseStore::create()
{
    return CaseId{next_number(database_, "case", first_case)};
}

cases::History SqlCaseStore::log(CaseId id)
{
    return log_.read<cases::Event>(service::Stream::cases, id.value());
}

void SqlCaseStore::append(CaseId id, std::span<const Recorded<cases::Event>> events, CustomerId sealed_for)
{
    log_.append(service::Stream::cases, id.value(), events, sealed_for);
}

void SqlCaseStore::save(const CaseRow& row)
{
    // Customer and opening never change, and leaving them out of the change spares two indexes: nine of ten saves.
    const auto known = value_of<CaseId>(database_.query(
        "UPDATE case_row SET status = $2, level = $3, owner = $4, cause = $6, heat = $7, second_failure = $8, "
        "touched_at = $10, closed_at = $11, outcome = $12, next_due = $13, version = $14 "
        "WHERE organisation = 1 AND id = $1 AND customer = $5 AND opened_at = $9 RETURNING id",
        row.id, row.status, row.level, row.owner, row.customer, row.cause, row.heat, row.second_failure, row.opened_at,
        row.touched_at, row.closed_at, row.outcome, row.next_due, row.version));
    if (known) return;
    remove_row(row.id); // at the opening there is nothing to remove
    database_.run("INSERT INTO case_row (id, status, level, owner, customer, cause, heat, second_failure, opened_at, "
                  "touched_at, closed_at, outcome, next_due, version) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                  row.id, row.status, row.level, row.owner, row.customer, row.cause, row.heat, row.second_failure,
                  row.opened_at, row.touched_at, row.closed_at, row.outcome, row.next_due, row.version);
}

void SqlCaseStore::remove_row(CaseId id)
{
    database_.run("DELETE FROM case_row WHERE organisation = 1 AND id = $1", id);
}

std::optional<CaseRow> SqlCaseStore::row(CaseId id)
{
    return first_of(database_.query(case_rows("id = $1"), id), case_row);
}

std::vector<CaseRow> SqlCaseStore::open_of(const PersonId& owner)
{
    return rows_of(database_.query(case_rows("owner = $1 "
                                             "AND status NOT IN ('closed', 'merged', 'erased') ORDER BY opened_at, id"),
                                   owner),
                   case_row);
}

std::vector<CaseRow> SqlCaseStore::of_customer(CustomerId customer)
{
    return rows_of(database_.query(case_rows("customer = $1 ORDER BY opened_at, id"), customer), case_row);
}

std::vector<CaseRow> SqlCaseStore::opened_between(Instant from, Instant to)
{
    return rows_of(database_.query(case_rows("opened_at >= $1 AND opened_at < $2 "
                                             "ORDER BY opened_at, id"),
                                   from, to),
                   case_row);
}

std::vector<CaseId> SqlCaseStore::due(Instant now, int most)
{
    return column_of<CaseId>(database_.query("SELECT id FROM case_row WHERE organisation = 1 AND next_due <= $1 "
                                             "ORDER BY next_due, id LIMIT $2",
                                             now, most));
}

std::vector<CaseId> SqlCaseStore::all()
{
    std::vector<CaseId> ids;
    for (const auto id : log_.ids(service::Stream::cases))
        ids.emplace_back(id);
    return ids;
}

} // namespace kintsugi::storage
