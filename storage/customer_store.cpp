#include "storage/customer_store.hpp"

#include "storage/counters.hpp"

namespace kintsugi::storage {
namespace {

using service::Customer;

std::string place_of(CustomerId id)
{
    return "customer/1/" + std::to_string(id.value());
}

std::string identifier_kind(std::string_view kind)
{
    return "identifier/" + std::string{kind};
}

} // namespace

Customer SqlCustomerStore::create(int label, const PrivateText& name, Instant now)
{
    const CustomerId id{next_number(database_, "customer")};
    const auto sealed = vault_.seal(Owner::of(id), name.reveal(), place_of(id));
    const auto serial = value_of<int>(database_.query("INSERT INTO customer (id, label, serial, sealed, created_at) "
                                                      "SELECT $1, $2, coalesce(max(serial), 0) + 1, $3, $4 "
                                                      "FROM customer WHERE organisation = 1 AND label = $2 "
                                                      "RETURNING serial",
                                                      id, label, Bytes{sealed}, now));
    return {id, label, serial.value(), name, false};
}

std::optional<Customer> SqlCustomerStore::find(CustomerId id)
{
    return first_of(
        database_.query("SELECT label, serial, sealed FROM customer WHERE organisation = 1 AND id = $1", id),
        [&](Row row) {
            Customer customer;
            std::string_view sealed;
            row.into(customer.label, customer.serial, sealed);
            customer.id = id;
            const auto name = vault_.open(Owner::of(id), sealed, place_of(id));
            customer.name = PrivateText{name.value_or(std::string{})};
            customer.erased = !name;
            return customer;
        });
}

void SqlCustomerStore::rename(CustomerId id, const PrivateText& name)
{
    const auto sealed = vault_.seal(Owner::of(id), name.reveal(), place_of(id));
    database_.run("UPDATE customer SET sealed = $2 WHERE organisation = 1 AND id = $1", id, Bytes{sealed});
}

void SqlCustomerStore::add_identifier(CustomerId id, std::string_view kind, const PrivateText& value)
{
    const auto digest = vault_.digest(identifier_kind(kind), value.reveal());
    database_.run("INSERT INTO customer_identifier (kind, digest, customer) VALUES ($1, $2, $3) "
                  "ON CONFLICT (organisation, kind, digest) DO UPDATE SET customer = excluded.customer",
                  kind, Bytes{digest}, id);
}

std::optional<CustomerId> SqlCustomerStore::by_identifier(std::string_view kind, const PrivateText& value)
{
    const auto digest = vault_.digest(identifier_kind(kind), value.reveal());
    return value_of<CustomerId>(database_.query("SELECT customer FROM customer_identifier "
                                                "WHERE organisation = 1 AND kind = $1 AND digest = $2",
                                                kind, Bytes{digest}));
}

void SqlCustomerStore::destroy_key(CustomerId id)
{
    vault_.destroy_key(Owner::of(id));
    database_.run("DELETE FROM customer_identifier WHERE organisation = 1 AND customer = $1", id);
    database_.run("UPDATE outbox SET state = 'withdrawn', why = 'erased' "
                  "WHERE organisation = 1 AND state = 'queued' AND sealed_for = $1",
                  id);
}

} // namespace kintsugi::storage
