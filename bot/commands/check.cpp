#include "storage/check.hpp"

#include "adapters/platforms.hpp"
#include "bot/commands/master_key.hpp"
#include "bot/commands/upkeep.hpp"
#include "storage/sql_stores.hpp"

#include <algorithm>
#include <optional>

namespace kintsugi {
namespace {

/// Goes through everything and counts what is to be mended.
class Inspection {
public:
    explicit Inspection(const Terminal& terminal) : terminal_(terminal) {}

    int run(const File& config_file)
    {
        const auto config = attempt([&] { return load_config(config_file); });
        if (!config) return problems_;
        terminal_.say("config_good", {{"file", config_file.string()},
                                      {"people", config->people.size()},
                                      {"rooms", config->rooms.size()},
                                      {"connections", config->connections.size()}});
        look_at_connections(*config);
        const auto key = attempt([&] { return master_key_of(*config); }).value_or(std::nullopt);
        if (key)
            terminal_.say("key_good");
        else
            complain(terminal_.text("no_key"));
        look_at_database(*config, key);
        return problems_;
    }

private:
    void look_at_connections(const Config& config)
    {
        for (const auto& one : config.connections)
            if (adapters::find_platform(one.platform) == nullptr)
                complain(one.id.value() + ": " + one.platform);
            else
                terminal_.say("connection_good", {{"connection", one.id.value()}, {"platform", one.platform}});
    }

    void look_at_database(const Config& config, const std::optional<storage::MasterKey>& key)
    {
        if (!std::filesystem::exists(config.database)) {
            terminal_.say("database_absent", {{"file", config.database.string()}});
            return;
        }
        const auto report = attempt([&] {
            const auto database = storage::open_sqlite(config.database, storage::Access::read);
            return storage::check(*database);
        });
        if (!report) return;
        for (const auto& problem : report->problems)
            complain(problem);
        if (report->schema != report->newest_schema) {
            ++problems_;
            terminal_.say("database_old", {{"schema", report->schema}, {"newest", report->newest_schema}});
            return;
        }
        terminal_.say(
            "database_sound",
            {{"file", config.database.string()}, {"schema", report->schema}, {"cases", count_of(*report, "case_row")}});
        if (key && attempt([&] { return storage::open_database(config.database, *key, storage::Access::read); }))
            terminal_.say("key_opens");
    }

    static std::int64_t count_of(const storage::CheckReport& report, std::string_view table)
    {
        const auto found = std::ranges::find(report.counts, table, [](const auto& row) { return row.first; });
        return found == report.counts.end() ? 0 : found->second;
    }

    /// What `read` answers; nothing, and one complaint more, if it throws.
    template <class Read>
    std::optional<std::invoke_result_t<Read>> attempt(Read read)
    {
        try {
            return read();
        } catch (const std::exception& error) {
            complain(error.what());
            return std::nullopt;
        }
    }

    void complain(const std::string& what)
    {
        ++problems_;
        terminal_.say("problem", {{"what", what}});
    }

    const Terminal& terminal_;
    int problems_ = 0;
};

} // namespace

int check(const Terminal& terminal, const File& config_file)
{
    const int problems = Inspection{terminal}.run(config_file);
    if (problems == 0)
        terminal.say("all_good");
    else
        terminal.say("mend", {{"count", problems}});
    return problems == 0 ? 0 : 1;
}

} // namespace kintsugi
