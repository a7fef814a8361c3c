#include "storage/check.hpp"

#include "storage/migrate.hpp"

#include <algorithm>

namespace kintsugi::storage {
namespace {

void check_pages(Connection& database, CheckReport& report)
{
    for (const Row row : database.query("PRAGMA integrity_check"))
        if (const auto line = row.get<std::string>(0); line != "ok") report.problems.push_back(line);
}

void check_references(Connection& database, CheckReport& report)
{
    for (const Row row : database.query("PRAGMA foreign_key_check"))
        report.problems.push_back("a row of " + row.get<std::string>(0) + " refers to a row of " +
                                  row.get<std::string>(2) + " that is not there");
}

void check_schema(Connection& database, CheckReport& report)
{
    report.schema = schema_of(database);
    report.newest_schema = newest_schema(database.dialect());
    if (report.schema > report.newest_schema)
        report.problems.push_back("schema " + std::to_string(report.schema) + " is newer than this program's " +
                                  std::to_string(report.newest_schema));
}

void count_rows(Connection& database, CheckReport& report)
{
    auto tables = column_of<std::string>(database.query(database.dialect().table_names));
    std::ranges::sort(tables);
    for (const auto& table : tables) // names of our own schema
        report.counts.emplace_back(
            table, value_of<std::int64_t>(database.query("SELECT count(*) FROM \"" + table + '"')).value());
}

} // namespace

CheckReport check(Connection& database)
{
    CheckReport report;
    check_pages(database, report);
    if (!report.sound()) return report; // nothing else can be trusted
    check_schema(database, report);
    check_references(database, report);
    count_rows(database, report);
    return report;
}

} // namespace kintsugi::storage
