#pragma once
// Keys as types that cannot be printed and are wiped when they go.

#include <array>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace kintsugi::storage {

inline constexpr std::size_t key_size = 32;

/// 32 bytes of key material.
class Key {
public:
    using Raw = std::span<const unsigned char, key_size>;

    Key() = default;
    explicit Key(Raw bytes);
    /// Throws std::logic_error unless there are 32 bytes.
    explicit Key(std::string_view bytes);
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();

    [[nodiscard]] Raw bytes() const { return bytes_; }
    [[nodiscard]] std::string_view view() const;

private:
    std::array<unsigned char, key_size> bytes_{};
};

[[nodiscard]] Key random_key();

/// What all keys of a database are wrapped by. It is in no backup.
class MasterKey {
public:
    explicit MasterKey(Key::Raw bytes) : key_(bytes) {}
    MasterKey(MasterKey&&) = default; // copies and wipes: an array cannot be moved out of
    MasterKey(const MasterKey&) = delete;
    MasterKey& operator=(const MasterKey&) = delete;

    [[nodiscard]] const Key& key() const { return key_; }

private:
    Key key_;
};

[[nodiscard]] MasterKey new_master_key();

/// 64 hexadecimal digits, white space around them allowed, or 32 raw bytes. Throws StorageError.
[[nodiscard]] MasterKey parse_master_key(std::string_view text);

/// A file of what `parse_master_key` takes. Throws StorageError that says what is wrong with the file.
[[nodiscard]] MasterKey load_master_key(const std::filesystem::path& file);

/// Writes 64 hexadecimal digits into a new file that only its owner may read. Throws StorageError if it exists already.
void save_master_key(const MasterKey& key, const std::filesystem::path& file);

} // namespace kintsugi::storage
