#include "storage/dialog_store.hpp"

#include "storage/json_read.hpp"
#include "storage/json_write.hpp"
#include "storage/listings.hpp"
#include "storage/places.hpp"

namespace kintsugi::storage {
namespace {

std::string place_of(const PersonId& person, std::string_view place)
{
    return ("dialog/1/" + person.value() + '/').append(place);
}

} // namespace

conversation::Dialog SqlDialogStore::load(const PersonId& person, const service::Destination& where)
{
    const auto place = place_digest(vault_, where);
    const auto dialog =
        first_of(database_.query("SELECT sealed FROM dialog WHERE organisation = 1 AND person = $1 AND place = $2",
                                 person, Bytes{place}),
                 [&](Row row) {
                     const auto json =
                         vault_.open(Owner::system(), row.get<std::string_view>(0), place_of(person, place));
                     return from_json<conversation::Dialog>(json.value());
                 });
    return dialog.value_or(conversation::Dialog{});
}

void SqlDialogStore::save(const PersonId& person, const service::Destination& where, const conversation::Dialog& dialog)
{
    const auto place = place_digest(vault_, where);
    const auto sealed = vault_.seal(Owner::system(), to_json(dialog), place_of(person, place));
    database_.run("INSERT INTO dialog (person, place, sealed) VALUES ($1, $2, $3) "
                  "ON CONFLICT (organisation, person, place) DO UPDATE SET sealed = excluded.sealed",
                  person, Bytes{place}, Bytes{sealed});
}

} // namespace kintsugi::storage
