#include "storage/cipher.hpp"

#include "storage/errors.hpp"

#include <climits>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <optional>

namespace kintsugi::storage {
namespace {

constexpr unsigned char version = 1; ///< another way of sealing would get another number
constexpr std::size_t nonce_size = 12, tag_size = 16;
constexpr std::size_t header_size = 1 + nonce_size;

void require(int result)
{
    if (result != 1) throw StorageError{"OpenSSL refused to seal or open"};
}

int length_of(std::string_view bytes)
{
    if (bytes.size() > INT_MAX) throw StorageError{"a text is too long to be sealed"};
    return static_cast<int>(bytes.size());
}

unsigned char* bytes_of(char* text)
{
    return reinterpret_cast<unsigned char*>(text); // NOLINT: text as bytes for OpenSSL
}

const unsigned char* bytes_of(const char* text)
{
    return reinterpret_cast<const unsigned char*>(text); // NOLINT: text as bytes for OpenSSL
}

} // namespace

struct Cipher::Parts {
    EVP_CIPHER* algorithm = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
    bool ready = false;        ///< `context` knows the algorithm
    std::optional<Key> loaded; ///< the key that `context` has: the events of a log share one

    Parts() = default;
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts()
    {
        EVP_CIPHER_CTX_free(context);
        EVP_CIPHER_free(algorithm);
    }
};

Cipher::Cipher() : parts_(std::make_unique<Parts>())
{
    if (parts_->algorithm == nullptr || parts_->context == nullptr)
        throw StorageError{"OpenSSL does not offer AES-256-GCM"};
}

Cipher::~Cipher() = default;

void Cipher::begin(const Key& key, const unsigned char* nonce, std::string_view context, bool sealing)
{
    auto* const evp = parts_->context;
    const auto* algorithm = parts_->ready ? nullptr : parts_->algorithm; // naming it again would begin from nothing
    const auto* bytes = parts_->loaded && parts_->loaded->view() == key.view() ? nullptr : key.bytes().data();
    parts_->loaded.reset(); // should the next line throw, nothing is known of the key
    require(EVP_CipherInit_ex2(evp, algorithm, bytes, nonce, sealing ? 1 : 0, nullptr));
    parts_->ready = true;
    parts_->loaded = key;
    int size = 0;
    require(EVP_CipherUpdate(evp, nullptr, &size, bytes_of(context.data()), length_of(context)));
}

std::string Cipher::seal(const Key& key, std::string_view plain, std::string_view context)
{
    std::string sealed(header_size + plain.size() + tag_size, '\0');
    auto* const bytes = bytes_of(sealed.data());
    bytes[0] = version;
    if (RAND_bytes(bytes + 1, nonce_size) != 1) throw StorageError{"the system gives no random bytes for a nonce"};
    begin(key, bytes + 1, context, true);
    auto* const evp = parts_->context;
    int size = 0;
    require(EVP_CipherUpdate(evp, bytes + header_size, &size, bytes_of(plain.data()), length_of(plain)));
    require(EVP_CipherFinal_ex(evp, bytes + header_size + plain.size(), &size));
    require(EVP_CIPHER_CTX_ctrl(evp, EVP_CTRL_AEAD_GET_TAG, tag_size, bytes + header_size + plain.size()));
    return sealed;
}

std::optional<std::string> Cipher::open(const Key& key, std::string_view sealed, std::string_view context)
{
    if (sealed.size() < header_size + tag_size || static_cast<unsigned char>(sealed[0]) != version) return std::nullopt;
    const auto body = sealed.substr(header_size, sealed.size() - header_size - tag_size);
    std::string tag{sealed.substr(sealed.size() - tag_size)};
    begin(key, bytes_of(sealed.data()) + 1, context, false);
    auto* const evp = parts_->context;
    std::string plain(body.size(), '\0');
    int size = 0;
    require(EVP_CipherUpdate(evp, bytes_of(plain.data()), &size, bytes_of(body.data()), length_of(body)));
    require(EVP_CIPHER_CTX_ctrl(evp, EVP_CTRL_AEAD_SET_TAG, tag_size, tag.data()));
    if (EVP_CipherFinal_ex(evp, bytes_of(plain.data()) + plain.size(), &size) != 1) return std::nullopt;
    return plain;
}

} // namespace kintsugi::storage
