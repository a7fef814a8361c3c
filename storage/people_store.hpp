#pragma once
// The people who talk with the bot. All that is known of a person is sealed under their key; accounts are found by
// keyed digest. What was read is kept in memory: people are asked for with every message and change rarely.

#include "bot/service/stores.hpp"
#include "storage/vault.hpp"

#include <map>
#include <unordered_map>

namespace kintsugi::storage {

class SqlPeopleStore final : public service::PeopleStore {
public:
    SqlPeopleStore(Connection& database, Vault& vault) : database_(database), vault_(vault) {}

    std::optional<Person> find(const PersonId& id) override;
    std::vector<Person> everyone() override;
    void save(const Person& person) override;
    std::optional<PersonId> by_account(const ConnectionId& connection, const std::string& account) override;
    /// A person has one account on a connection, an account one person: the last word counts.
    void set_account(const PersonId& id, const ConnectionId& connection, const std::string& account,
                     const std::string& direct) override;
    std::optional<service::Destination> direct(const PersonId& id) override;
    void spoke(const PersonId& id, const ConnectionId& connection, Instant now) override;

    void forget(); ///< the database may hold other people than those that were read

private:
    [[nodiscard]] Person opened(const PersonId& id, std::string_view sealed);
    void load_everyone();
    void make_room();

    Connection& database_;
    Vault& vault_;
    std::map<PersonId, Person> people_;
    bool complete_ = false; ///< `people_` is everyone
    std::map<std::pair<ConnectionId, std::string>, PersonId> accounts_;
    std::unordered_map<PersonId, service::Destination> direct_;
};

} // namespace kintsugi::storage
