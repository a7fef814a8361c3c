#include "storage/verify_audit.hpp"

#include "storage/chain.hpp"
#include "storage/digest.hpp"

#include <algorithm>
#include <functional>

namespace kintsugi::storage {
namespace {

constexpr std::int64_t rows_between_progress = 4096;

/// Streams whose rows say how long the log is, so that a log that was cut off at its end shows.
constexpr std::pair<std::string_view, std::string_view> rows_by_stream[] = {
    {"case", "SELECT id, version FROM case_row WHERE organisation = 1"},
    {"publication", "SELECT id, version FROM publication_row WHERE organisation = 1"},
    {"cause", "SELECT id, version FROM cause_row WHERE organisation = 1"}};

class Walk {
public:
    Walk(Connection& database, const Progress& progress) : database_(database), progress_(progress)
    {
        total_ = count("SELECT count(*) FROM event") + count("SELECT count(*) FROM audit");
    }

    AuditReport run()
    {
        walk_events();
        walk_system();
        for (const auto& [stream, sql] : rows_by_stream)
            look_for_missing_ends(stream, sql);
        if (progress_) progress_(total_, total_);
        std::ranges::sort(report_.broken);
        return std::move(report_);
    }

private:
    void walk_events()
    {
        for (const Row row :
             database_.query("SELECT stream, id, number, act, at, by, name, facts, sealed, sealed_for, hash "
                             "FROM event WHERE organisation = 1 ORDER BY stream, id, number")) {
            std::string stream, hash;
            std::int64_t id = 0;
            ActId act;
            CustomerId sealed_for;
            std::string_view facts, sealed;
            audit::Entry entry;
            row.into(stream, id, entry.number, act, entry.at, entry.by, entry.what, facts, sealed, sealed_for, hash);
            entry.content = chained_content(act, facts, sealed_for, sealed);
            entry.chain = chain_of(stream, id);
            visit({std::move(stream), id, 0}, entry, hash);
        }
    }

    void walk_system()
    {
        for (const Row row : database_.query("SELECT number, at, by, what, subject, hash FROM audit "
                                             "WHERE organisation = 1 ORDER BY number")) {
            std::string hash;
            audit::Entry entry;
            row.into(entry.number, entry.at, entry.by, entry.what, entry.content, hash);
            entry.chain = system_chain;
            visit({std::string{system_chain}, 0, 0}, entry, hash);
        }
        const auto given = count("SELECT coalesce(sum(last), 0) FROM counter "
                                 "WHERE organisation = 1 AND name = 'audit'");
        const bool begun = current_.stream == system_chain;
        if (const auto last = begun ? current_.number : 0; given > last && !(begun && broken_))
            report_.broken.push_back({std::string{system_chain}, 0, last + 1});
    }

    /// `chain.number` is the last number seen of the chain.
    void visit(BrokenChain chain, const audit::Entry& entry, const std::string& hash)
    {
        if (report_.entries % rows_between_progress == 0 && progress_) progress_(report_.entries, total_);
        ++report_.entries;
        if (chain.stream != current_.stream || chain.id != current_.id) begin(std::move(chain));
        const auto expected = current_.number + 1;
        current_.number = expected;
        if (broken_) return;
        broken_ = entry.number != expected || hash != audit::chain_hash(previous_, entry, std::ref(sha256_));
        if (broken_) report_.broken.push_back(current_);
        previous_ = hash;
    }

    void begin(BrokenChain chain)
    {
        current_ = std::move(chain);
        broken_ = false;
        previous_.clear();
        ++report_.chains;
    }

    void look_for_missing_ends(std::string_view stream, std::string_view versions)
    {
        for (const Row row : database_.query(versions)) {
            const auto id = row.get<std::int64_t>(0);
            const auto last =
                value_of<std::optional<int>>(database_.query("SELECT max(number) FROM event WHERE organisation = 1 "
                                                             "AND stream = $1 AND id = $2",
                                                             stream, id))
                    .value_or(std::nullopt)
                    .value_or(0);
            const bool known = std::ranges::any_of(
                report_.broken, [&](const BrokenChain& chain) { return chain.stream == stream && chain.id == id; });
            if (row.get<int>(1) > last && !known) report_.broken.push_back({std::string{stream}, id, last + 1});
        }
    }

    std::int64_t count(std::string_view sql) { return value_of<std::int64_t>(database_.query(sql)).value(); }

    Connection& database_;
    const Progress& progress_;
    Sha256 sha256_;
    AuditReport report_;
    std::int64_t total_ = 0;
    BrokenChain current_;
    std::string previous_;
    bool broken_ = false;
};

} // namespace

AuditReport verify_audit(Connection& database, const Progress& progress)
{
    if (database.in_transaction()) return Walk{database, progress}.run();
    // One moment of the database: what is appended meanwhile would look like a missing end.
    database.run(database.dialect().begin_reading);
    auto report = Walk{database, progress}.run();
    database.run("COMMIT");
    return report;
}

} // namespace kintsugi::storage
