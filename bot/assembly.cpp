#include "bot/assembly.hpp"

#include "adapters/signatures.hpp"
#include "bot/conversation/word_lists.hpp"
#include "embedded/prompts.hpp"

#include <stdexcept>

namespace kintsugi {
namespace {

/// What a person set for themselves in chat wins over the file.
Person with_own_choices(Person configured, const std::optional<Person>& stored)
{
    if (!stored) return configured;
    configured.language = stored->language;
    configured.zone = stored->zone;
    configured.muted_until = stored->muted_until;
    configured.digest_wanted = stored->digest_wanted;
    return configured;
}

service::Room with_binding(service::Room configured, const std::optional<service::Room>& stored)
{
    if (stored) configured.bound = stored->bound;
    return configured;
}

/// Direct conversations of the console are named after the person; other platforms tell theirs with the first message.
std::string direct_conversation(const Config& config, const ConnectionId& connection, const std::string& account)
{
    for (const auto& known : config.connections)
        if (known.id == connection && known.platform == "console") return "dm:" + account;
    return account;
}

} // namespace

std::vector<conversation::TomlFile> built_in_prompts()
{
    std::vector<conversation::TomlFile> files;
    for (const auto& [name, content] : embedded::prompts())
        files.push_back({std::string{name}, content});
    return files;
}

std::string_view built_in_prompt(std::string_view name)
{
    for (const auto& [known, content] : embedded::prompts())
        if (known == name) return content;
    throw std::logic_error{"no prompt file " + std::string{name}};
}

service::Knowledge make_knowledge(const Config& config, std::function<std::uint64_t()> random)
{
    const auto files = built_in_prompts();
    conversation::Wording wording{conversation::Catalogue::load(files)};
    wording.set_home(config.practice.zone);
    return {std::move(wording),
            conversation::Grammar{conversation::load_grammar_words(files)},
            conversation::load_lexicon(files),
            sharing::Anonymizer{conversation::load_name_words(files)},
            conversation::Scripts::load(files),
            conversation::DraftCheck::load(files),
            config.practice,
            adapters::sha256,
            std::move(random),
            {}};
}

void store_configuration(service::Stores& stores, const Config& config, Instant now)
{
    for (const auto& [person, accounts] : config.people) {
        stores.people.save(with_own_choices(person, stores.people.find(person.id)));
        for (const auto& [connection, account] : accounts)
            stores.people.set_account(person.id, connection, account, direct_conversation(config, connection, account));
    }
    for (const auto& room : config.rooms)
        stores.rooms.save(with_binding(room, stores.rooms.find(room.id)));
    const auto policies = stores.settings.policies();
    if (policies.empty() || !(policies.back().policy == config.policy))
        stores.settings.add_policy({now, config.policy});
}

} // namespace kintsugi
