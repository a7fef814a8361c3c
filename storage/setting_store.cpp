#include "storage/setting_store.hpp"

#include "storage/json_read.hpp"
#include "storage/json_write.hpp"
#include "storage/listings.hpp"

namespace kintsugi::storage {

std::optional<std::string> SqlSettingStore::get(std::string_view key)
{
    return value_of<std::string>(database_.query("SELECT value FROM setting WHERE organisation = 1 AND key = $1", key));
}

void SqlSettingStore::set(std::string_view key, std::string_view value)
{
    database_.run("INSERT INTO setting (key, value) VALUES ($1, $2) "
                  "ON CONFLICT (organisation, key) DO UPDATE SET value = excluded.value",
                  key, value);
}

cases::PolicyHistory SqlSettingStore::policies()
{
    if (!policies_)
        policies_ = rows_of(
            database_.query("SELECT from_at, policy FROM policy WHERE organisation = 1 ORDER BY from_at"), [](Row row) {
                return cases::PolicyVersion{row.get<Instant>(0),
                                            from_json<cases::Policy>(row.get<std::string_view>(1))};
            });
    return *policies_;
}

void SqlSettingStore::add_policy(const cases::PolicyVersion& version)
{
    database_.run("INSERT INTO policy (from_at, policy) VALUES ($1, $2) "
                  "ON CONFLICT (organisation, from_at) DO UPDATE SET policy = excluded.policy",
                  version.from, to_json(version.policy));
    forget();
}

} // namespace kintsugi::storage
