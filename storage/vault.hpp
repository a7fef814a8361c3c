#pragma once
// Keeps what people wrote and who they are unreadable without the master key: AES-256-GCM under a key per customer and
// per person, each wrapped by the master key. Destroying such a key is how a person is erased. DESIGN.md, section 5.

#include "bot/domain/ids.hpp"
#include "storage/cipher.hpp"
#include "storage/connection.hpp"
#include "storage/digest.hpp"
#include "storage/master_key.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kintsugi::storage {

/// Whose key seals a text.
class Owner {
public:
    [[nodiscard]] static Owner system() { return Owner{{}}; }
    [[nodiscard]] static Owner of(CustomerId id); ///< the system for an empty id
    [[nodiscard]] static Owner of(const PersonId& id);

    [[nodiscard]] bool is_system() const { return name_.empty(); }
    [[nodiscard]] const std::string& name() const { return name_; } ///< customer/7, person/wei

private:
    explicit Owner(std::string name) : name_(std::move(name)) {}
    std::string name_;
};

/// Not for two threads at once, like the connection in which its keys lie.
class Vault {
public:
    Vault(Connection& database, const MasterKey& master);

    /// Throws StorageError where the master key is not the one that the database was made with; a new database takes it
    /// over if `may_write`.
    void check_master_key(bool may_write);

    /// An owner without a key gets one. `context` names the one place where the text will lie: table, stream, number.
    /// Throws StorageError if the owner's key was destroyed.
    [[nodiscard]] std::string seal(const Owner& owner, std::string_view plain, std::string_view context);

    /// Nothing if the owner's key was destroyed. Throws StorageError, which names `context`, for what is not as it was
    /// sealed.
    [[nodiscard]] std::optional<std::string> open(const Owner& owner, std::string_view sealed,
                                                  std::string_view context);

    [[nodiscard]] bool is_destroyed(const Owner& owner);

    /// For ever.
    void destroy_key(const Owner& owner);

    /// Keyed digest, 16 bytes: finds an identifier again without storing it. `kind` keeps one kind from another.
    [[nodiscard]] std::string digest(std::string_view kind, std::string_view value) const;

    /// The database may hold other keys than those that were read: a roll-back, another process.
    void forget_keys();

    /// True once after keys were destroyed.
    [[nodiscard]] bool take_destroyed() { return std::exchange(destroyed_, false); }
    void remember_destroyed() { destroyed_ = true; }

private:
    /// Nothing for a key that was destroyed or was never made.
    struct Found {
        bool exists = false;
        std::optional<Key> key;
    };
    [[nodiscard]] const Found& find(const Owner& owner);
    const Found& keep(const Owner& owner, Found found);
    const Found& make(const Owner& owner);

    Connection& database_;
    Cipher cipher_;
    Key wrapping_;
    Hmac hmac_;
    Found system_;
    std::unordered_map<std::string, Found> keys_;
    bool destroyed_ = false;
};

} // namespace kintsugi::storage
