#include "storage/vault.hpp"

namespace kintsugi::storage {
namespace {

/// At about 150 bytes a key. More owners than this are not talked about in one batch; the cache then starts anew.
constexpr std::size_t most_cached_keys = 4096;
constexpr std::size_t digest_size = 16; ///< no two of a company's identifiers meet in 128 bits
constexpr std::string_view check_owner = "check";

std::string wrapping_context(std::string_view owner)
{
    return "sealing_key/1/" + std::string{owner};
}

} // namespace

Owner Owner::of(CustomerId id)
{
    return id.empty() ? system() : Owner{"customer/" + std::to_string(id.value())};
}

Owner Owner::of(const PersonId& id)
{
    return Owner{"person/" + id.value()};
}

Vault::Vault(Connection& database, const MasterKey& master)
    : database_(database), wrapping_(derive_key(master, "kintsugi/wrapping")),
      hmac_(derive_key(master, "kintsugi/digests")), system_{true, derive_key(master, "kintsugi/system")}
{
}

void Vault::check_master_key(bool may_write)
{
    const auto wrapped = value_of<std::string>(
        database_.query("SELECT wrapped FROM sealing_key WHERE organisation = 1 AND owner = $1", check_owner));
    if (!wrapped && may_write) {
        const auto fresh = cipher_.seal(wrapping_, random_key().view(), wrapping_context(check_owner));
        database_.run("INSERT INTO sealing_key (owner, wrapped) VALUES ($1, $2)", check_owner, Bytes{fresh});
    } else if (!wrapped || !cipher_.open(wrapping_, *wrapped, wrapping_context(check_owner)))
        throw StorageError{"this is not the master key with which the database was made"};
}

std::string Vault::seal(const Owner& owner, std::string_view plain, std::string_view context)
{
    const auto* found = &find(owner);
    if (!found->exists) found = &make(owner);
    if (!found->key) throw StorageError{"the key of " + owner.name() + " was destroyed; nothing can be sealed for it"};
    return cipher_.seal(*found->key, plain, context);
}

std::optional<std::string> Vault::open(const Owner& owner, std::string_view sealed, std::string_view context)
{
    const auto& found = find(owner);
    if (!found.exists) throw StorageError{"there is no key of " + owner.name() + " for " + std::string{context}};
    if (!found.key) return std::nullopt;
    auto plain = cipher_.open(*found.key, sealed, context);
    if (!plain) throw StorageError{std::string{context} + " is damaged: it is not what was sealed there"};
    return plain;
}

bool Vault::is_destroyed(const Owner& owner)
{
    const auto& found = find(owner);
    return found.exists && !found.key;
}

void Vault::destroy_key(const Owner& owner)
{
    if (owner.is_system()) throw std::logic_error{"the system's key cannot be destroyed"};
    database_.run("INSERT INTO sealing_key (owner, wrapped) VALUES ($1, x'') "
                  "ON CONFLICT (organisation, owner) DO UPDATE SET wrapped = x''",
                  owner.name());
    keep(owner, {true, std::nullopt});
    destroyed_ = true;
}

std::string Vault::digest(std::string_view kind, std::string_view value) const
{
    std::string bytes{kind};
    bytes += '\0'; // in no kind
    bytes += value;
    return hmac_(bytes).substr(0, digest_size);
}

void Vault::forget_keys()
{
    keys_.clear();
}

const Vault::Found& Vault::find(const Owner& owner)
{
    if (owner.is_system()) return system_;
    if (const auto known = keys_.find(owner.name()); known != keys_.end()) return known->second;
    const auto wrapped = value_of<std::string>(
        database_.query("SELECT wrapped FROM sealing_key WHERE organisation = 1 AND owner = $1", owner.name()));
    if (!wrapped) return keep(owner, {});
    if (wrapped->empty()) return keep(owner, {true, std::nullopt});
    const auto key = cipher_.open(wrapping_, *wrapped, wrapping_context(owner.name()));
    if (!key) throw StorageError{"the key of " + owner.name() + " is damaged"};
    return keep(owner, {true, Key{*key}});
}

const Vault::Found& Vault::keep(const Owner& owner, Found found)
{
    if (keys_.size() >= most_cached_keys) forget_keys();
    return keys_.insert_or_assign(owner.name(), std::move(found)).first->second;
}

const Vault::Found& Vault::make(const Owner& owner)
{
    const auto key = random_key();
    database_.run("INSERT INTO sealing_key (owner, wrapped) VALUES ($1, $2)", owner.name(),
                  Bytes{cipher_.seal(wrapping_, key.view(), wrapping_context(owner.name()))});
    return keep(owner, {true, key});
}

} // namespace kintsugi::storage
