#include "storage/people_store.hpp"

#include "storage/json_read.hpp"
#include "storage/json_write.hpp"
#include "storage/listings.hpp"

namespace kintsugi::storage {
namespace {

/// At about 1 KB each, with account and direct conversation. Larger companies pay with a read.
constexpr std::size_t most_cached = 5000;

struct Account {
    std::string account;
    std::string direct;

    static constexpr std::tuple fields{Field{"account", &Account::account}, Field{"direct", &Account::direct}};
};

std::string place_of(const PersonId& id)
{
    return "person/1/" + id.value();
}

std::string place_of(const PersonId& id, const ConnectionId& connection)
{
    return "account/1/" + id.value() + '/' + connection.value();
}

std::string account_kind(const ConnectionId& connection)
{
    return "account/" + connection.value();
}

} // namespace

Person SqlPeopleStore::opened(const PersonId& id, std::string_view sealed)
{
    const auto json = vault_.open(Owner::of(id), sealed, place_of(id));
    auto person = json ? from_json<Person>(*json) : Person{};
    person.id = id;
    return person;
}

std::optional<Person> SqlPeopleStore::find(const PersonId& id)
{
    if (const auto known = people_.find(id); known != people_.end()) return known->second;
    if (complete_) return std::nullopt;
    auto person = first_of(database_.query("SELECT sealed FROM person WHERE organisation = 1 AND id = $1", id),
                           [&](Row row) { return opened(id, row.get<std::string_view>(0)); });
    make_room();
    if (person) people_.emplace(id, *person);
    return person;
}

std::vector<Person> SqlPeopleStore::everyone()
{
    if (!complete_) load_everyone();
    std::vector<Person> everyone;
    everyone.reserve(people_.size());
    for (const auto& [id, person] : people_)
        everyone.push_back(person);
    return everyone;
}

void SqlPeopleStore::load_everyone()
{
    people_.clear();
    for (const Row row : database_.query("SELECT id, sealed FROM person WHERE organisation = 1 ORDER BY id")) {
        const auto id = row.get<PersonId>(0);
        people_.emplace_hint(people_.end(), id, opened(id, row.get<std::string_view>(1)));
    }
    complete_ = true;
}

void SqlPeopleStore::save(const Person& person)
{
    const auto sealed = vault_.seal(Owner::of(person.id), to_json(person), place_of(person.id));
    database_.run("INSERT INTO person (id, sealed) VALUES ($1, $2) "
                  "ON CONFLICT (organisation, id) DO UPDATE SET sealed = excluded.sealed",
                  person.id, Bytes{sealed});
    people_.insert_or_assign(person.id, person);
}

std::optional<PersonId> SqlPeopleStore::by_account(const ConnectionId& connection, const std::string& account)
{
    if (const auto known = accounts_.find({connection, account}); known != accounts_.end()) return known->second;
    const auto digest = vault_.digest(account_kind(connection), account);
    auto person = value_of<PersonId>(database_.query("SELECT person FROM account WHERE organisation = 1 "
                                                     "AND connection = $1 AND digest = $2",
                                                     connection, Bytes{digest}));
    make_room();
    if (person) accounts_.emplace(std::pair{connection, account}, *person);
    return person;
}

void SqlPeopleStore::set_account(const PersonId& id, const ConnectionId& connection, const std::string& account,
                                 const std::string& direct)
{
    const auto digest = vault_.digest(account_kind(connection), account);
    const auto sealed = vault_.seal(Owner::of(id), to_json(Account{account, direct}), place_of(id, connection));
    database_.run("DELETE FROM account WHERE organisation = 1 AND connection = $1 AND digest = $2 AND person <> $3",
                  connection, Bytes{digest}, id);
    database_.run("INSERT INTO account (person, connection, digest, sealed) VALUES ($1, $2, $3, $4) "
                  "ON CONFLICT (organisation, person, connection) "
                  "DO UPDATE SET digest = excluded.digest, sealed = excluded.sealed",
                  id, connection, Bytes{digest}, Bytes{sealed});
    accounts_.clear();
    direct_.clear();
}

std::optional<service::Destination> SqlPeopleStore::direct(const PersonId& id)
{
    if (const auto known = direct_.find(id); known != direct_.end()) return known->second;
    auto where =
        first_of(database_.query("SELECT connection, sealed FROM account WHERE organisation = 1 AND person = $1 "
                                 "ORDER BY spoke_at IS NULL, spoke_at DESC, connection LIMIT 1",
                                 id),
                 [&](Row row) {
                     service::Destination to{row.get<ConnectionId>(0), {}};
                     const auto json =
                         vault_.open(Owner::of(id), row.get<std::string_view>(1), place_of(id, to.connection));
                     if (json) to.address.conversation = from_json<Account>(*json).direct;
                     return to;
                 });
    if (where && where->address.conversation.empty()) return std::nullopt; // the person was erased
    make_room();
    if (where) direct_.emplace(id, *where);
    return where;
}

void SqlPeopleStore::spoke(const PersonId& id, const ConnectionId& connection, Instant now)
{
    // Only a change of connection is worth a write: nothing but `direct` asks when somebody spoke.
    if (const auto known = direct_.find(id); known != direct_.end() && known->second.connection == connection) return;
    database_.run("UPDATE account SET spoke_at = $3 WHERE organisation = 1 AND person = $1 AND connection = $2", id,
                  connection, now);
    direct_.erase(id);
}

void SqlPeopleStore::make_room()
{
    if (!complete_ && people_.size() >= most_cached) people_.clear();
    if (accounts_.size() >= most_cached) accounts_.clear();
    if (direct_.size() >= most_cached) direct_.clear();
}

void SqlPeopleStore::forget()
{
    people_.clear();
    complete_ = false;
    accounts_.clear();
    direct_.clear();
}

} // namespace kintsugi::storage
