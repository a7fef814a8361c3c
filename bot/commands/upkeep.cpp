#include "bot/commands/upkeep.hpp"

#include "bot/assembly.hpp"
#include "bot/commands/master_key.hpp"
#include "bot/runtime.hpp"
#include "bot/service/upkeep.hpp"
#include "bot/service/writer.hpp"
#include "storage/backup.hpp"
#include "storage/migrate.hpp"
#include "storage/sql_stores.hpp"
#include "storage/verify_audit.hpp"

#include <algorithm>
#include <iostream>
#include <stdexcept>
#include <unistd.h>

namespace kintsugi {
namespace {

storage::MasterKey required_key(const Terminal& terminal, const Config& config)
{
    auto key = master_key_of(config);
    if (!key) throw ConfigError{terminal.text("no_key")};
    return std::move(*key);
}

/// A bar on a terminal; nothing where the output is a file.
void show_progress(std::int64_t done, std::int64_t total)
{
    constexpr std::int64_t width = 40;
    if (total <= 0 || isatty(STDERR_FILENO) == 0) return;
    const auto filled = static_cast<std::size_t>(width * done / total);
    std::cerr << '\r' << '[' << std::string(filled, '#') << std::string(width - filled, ' ') << "] " << done << '/'
              << total << (done == total ? "\n" : "") << std::flush;
}

} // namespace

int migrate(const Terminal& terminal, const File& config_file)
{
    const auto database = storage::open_sqlite(load_config(config_file).database, storage::Access::write);
    storage::migrate(*database, [&](const std::string& name) { terminal.say("migrating", {{"name", name}}); });
    terminal.say("migrated", {{"schema", storage::schema_of(*database)}});
    return 0;
}

int rebuild(const Terminal& terminal, const File& config_file, bool dry_run)
{
    const auto config = load_config(config_file);
    const auto stores = storage::open_database(config.database, required_key(terminal, config), storage::Access::write);
    const auto knowledge = make_knowledge(config, system_random());
    service::Rebuilt rebuilt;
    std::string why;
    const service::Job job = [&](service::Stores& all) {
        rebuilt = service::rebuild(all, knowledge, system_clock()(), !dry_run,
                                   [](int done, int total) { show_progress(done, total); });
    };
    const auto results = service::run_together(*stores, {&job, 1}, [&](std::string_view reason) { why = reason; });
    if (results.front() != service::JobResult::committed) throw std::runtime_error{why};
    terminal.say(dry_run ? "compared" : "rebuilt", {{"looked", rebuilt.looked_at}, {"differed", rebuilt.differed}});
    return dry_run && rebuilt.differed > 0 ? 1 : 0;
}

int backup(const Terminal& terminal, const File& config_file, const File& target)
{
    const auto report = storage::backup(load_config(config_file).database, target, show_progress);
    terminal.say("backed_up", {{"file", target.string()}, {"schema", report.schema}});
    return 0;
}

int restore(const Terminal& terminal, const File& config_file, const File& source)
{
    (void)storage::restore(source, load_config(config_file).database); // throws where the backup is not sound
    terminal.say("restored", {{"file", source.string()}});
    return 0;
}

int verify_audit(const Terminal& terminal, const File& config_file)
{
    const auto database = storage::open_sqlite(load_config(config_file).database, storage::Access::read);
    const auto report = storage::verify_audit(*database, show_progress);
    for (const auto& chain : report.broken)
        terminal.say("chain_broken", {{"stream", chain.stream}, {"id", chain.id}, {"number", chain.number}});
    if (!report.broken.empty()) return 1;
    terminal.say("chains_good", {{"chains", report.chains}, {"entries", report.entries}});
    return 0;
}

int make_key(const Terminal& terminal, const File& target)
{
    storage::save_master_key(storage::new_master_key(), target);
    terminal.say("key_made", {{"file", target.string()}});
    return 0;
}

int make_link(const Terminal& terminal, const File& config_file, const std::string& person)
{
    const auto config = load_config(config_file);
    const auto console = std::ranges::find(config.connections, "console", &ConnectionConfig::platform);
    const bool known =
        std::ranges::any_of(config.people, [&](const PersonConfig& one) { return one.person.id.value() == person; });
    if (console == config.connections.end())
        terminal.say("no_console");
    else if (!known)
        terminal.say("no_person", {{"person", person}});
    else {
        const auto expires = system_clock()() + std::chrono::hours{12};
        std::cout << sign_in_link(config.server.public_url, console->secret, PersonId{person}, expires) << std::endl;
        return 0;
    }
    return 1;
}

} // namespace kintsugi
