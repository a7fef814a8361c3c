#include "tests/storage/everything.hpp"

#include <algorithm>

namespace kintsugi::storage {
namespace {

/// What lists all there is, on purpose, or takes the first or last row of an index, which SQLite does not tell apart.
constexpr std::string_view whole_tables[] = {
    "SELECT id, area, state, title", // causes
    "SELECT id, sealed FROM person",
    "FROM room WHERE organisation = 1 ORDER BY id",
    "SELECT from_at, policy FROM policy",
    "SELECT wrapped FROM sealing_key", // the check of the master key
    "WITH RECURSIVE log",              // goes from log to log
    "ORDER BY number DESC LIMIT 1",
    "(SELECT max(id) FROM case_line",
};

bool lists_a_whole_table(std::string_view sql)
{
    return std::ranges::any_of(whole_tables, [&](auto part) { return sql.find(part) != std::string_view::npos; });
}

bool is_ours(std::string_view sql)
{
    return (sql.starts_with("SELECT") || sql.starts_with("UPDATE") || sql.starts_with("DELETE")) &&
           sql.find("sqlite_") == std::string_view::npos && sql.find("'main'") == std::string_view::npos &&
           sql.find("schema_version") == std::string_view::npos;
}

bool goes_through_all_rows(std::string_view step)
{
    const bool by_partial_index =
        step.find("_waiting") != std::string_view::npos || step.find("_parked") != std::string_view::npos;
    const bool knows_the_row = step.find(" AND ") != std::string_view::npos ||
                               step.find("INTEGER PRIMARY KEY") != std::string_view::npos ||
                               step.find("VIRTUAL TABLE") != std::string_view::npos;
    const bool visits = step.starts_with("SCAN") || step.starts_with("SEARCH");
    return visits && !by_partial_index && !knows_the_row && step.find("CONSTANT ROW") == std::string_view::npos;
}

} // namespace

TEST_CASE("no statement goes through all rows of a table that grows", "[storage][plans]")
{
    Base base;
    write_everywhere(base.stores(), 1);
    base.stores().cases.remove_row(CaseId{1});
    base.stores().inbox.forget_before(at_minute(0));
    base.stores().outbox.sent(1, at_minute(0));
    base.stores().outbox.withdraw(PublicationId{1});
    base.stores().customers.destroy_key(CustomerId{1});
    base.again();
    read_everywhere(base.stores());
    auto& database = base.connection();
    const auto statements = column_of<std::string>(database.query("SELECT DISTINCT sql FROM sqlite_stmt"));
    int looked_at = 0;
    for (const auto& sql : statements) {
        if (!is_ours(sql) || lists_a_whole_table(sql)) continue;
        ++looked_at;
        for (const Row row : database.query("EXPLAIN QUERY PLAN " + sql)) {
            const auto step = row.get<std::string>(3);
            CAPTURE(sql, step);
            CHECK_FALSE(goes_through_all_rows(step));
        }
    }
    CHECK(looked_at > 40);
}

} // namespace kintsugi::storage
