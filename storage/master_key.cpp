#include "storage/master_key.hpp"

#include "storage/errors.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace kintsugi::storage {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

std::optional<unsigned char> half_byte(char digit)
{
    const char lower = digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
    const auto value = digits.find(lower);
    if (value == std::string_view::npos) return std::nullopt;
    return static_cast<unsigned char>(value);
}

std::string_view without_space(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const auto from = text.find_first_not_of(space);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(space) + 1 - from);
}

/// Bytes on their way, wiped however the function ends.
struct Wiped {
    std::string text;
    ~Wiped() { OPENSSL_cleanse(text.data(), text.size()); }
};

std::optional<MasterKey> from_hexadecimal(std::string_view hexadecimal)
{
    if (hexadecimal.size() != 2 * key_size) return std::nullopt;
    Wiped bytes;
    for (std::size_t i = 0; i < key_size; ++i) {
        const auto high = half_byte(hexadecimal[2 * i]);
        const auto low = half_byte(hexadecimal[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        bytes.text += static_cast<char>(*high << 4 | *low);
    }
    return std::make_optional<MasterKey>(Key{bytes.text}.bytes());
}

std::string reason()
{
    return std::error_code{errno, std::generic_category()}.message();
}

} // namespace

Key::Key(Raw bytes)
{
    std::ranges::copy(bytes, bytes_.begin());
}

Key::Key(std::string_view bytes)
{
    if (bytes.size() != key_size) throw std::logic_error{"a key has 32 bytes"};
    std::ranges::transform(bytes, bytes_.begin(), [](char byte) { return static_cast<unsigned char>(byte); });
}

Key::~Key()
{
    OPENSSL_cleanse(bytes_.data(), bytes_.size());
}

std::string_view Key::view() const
{
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; // NOLINT: bytes as text for the cipher
}

Key random_key()
{
    std::array<unsigned char, key_size> bytes{};
    if (RAND_priv_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw StorageError{"the system gives no random bytes for a key"};
    const Key key{Key::Raw{bytes}};
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return key;
}

MasterKey new_master_key()
{
    return MasterKey{random_key().bytes()};
}

MasterKey parse_master_key(std::string_view text)
{
    if (auto key = from_hexadecimal(without_space(text))) return std::move(*key);
    if (text.size() == key_size) return MasterKey{Key{text}.bytes()};
    throw StorageError{"a master key is 64 hexadecimal digits or 32 raw bytes; this has " +
                       std::to_string(text.size()) + " bytes"};
}

MasterKey load_master_key(const std::filesystem::path& file)
{
    constexpr std::size_t longest = 1024; // whoever names the wrong file should not have it read whole
    std::ifstream stream{file, std::ios::binary};
    if (!stream) throw StorageError{"cannot read the master key " + file.string() + ": " + reason()};
    Wiped bytes{std::string(longest, '\0')};
    stream.read(bytes.text.data(), static_cast<std::streamsize>(longest));
    bytes.text.resize(static_cast<std::size_t>(stream.gcount()));
    try {
        return parse_master_key(bytes.text);
    } catch (const StorageError& error) {
        throw StorageError{"master key " + file.string() + ": " + error.what()};
    }
}

void save_master_key(const MasterKey& key, const std::filesystem::path& file)
{
    Wiped text;
    for (const auto byte : key.key().bytes())
        text.text.append({digits[byte >> 4], digits[byte & 0xF]});
    text.text += '\n';
    const auto descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) throw StorageError{"cannot write the master key " + file.string() + ": " + reason()};
    const auto written = ::write(descriptor, text.text.data(), text.text.size());
    const bool safe = written == static_cast<ssize_t>(text.text.size()) && ::fsync(descriptor) == 0;
    const auto why = safe ? std::string{} : reason();
    ::close(descriptor);
    if (!safe) throw StorageError{"cannot write the master key " + file.string() + ": " + why};
}

} // namespace kintsugi::storage
