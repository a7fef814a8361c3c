#include "storage/digest.hpp"

#include "storage/errors.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>

namespace kintsugi::storage {
namespace {

constexpr std::size_t hash_size = 32;
using Hash = std::array<unsigned char, hash_size>;

template <class Object, void (*release)(Object*)>
struct Release {
    void operator()(Object* object) const { release(object); }
};
template <class Object, void (*release)(Object*)>
using Owned = std::unique_ptr<Object, Release<Object, release>>;

template <class Result>
Result* present(Result* object)
{
    if (object == nullptr) throw StorageError{"OpenSSL does not offer what is needed"};
    return object;
}

void require(int result)
{
    if (result != 1) throw StorageError{"OpenSSL refused to compute"};
}

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data()); // NOLINT: text as bytes for OpenSSL
}

std::string text_of(const Hash& hash)
{
    return {hash.begin(), hash.end()};
}

OSSL_PARAM text_parameter(const char* name, std::string_view value)
{
    // OpenSSL takes parameters as pointers to non-const and does not write to them.
    return OSSL_PARAM_construct_octet_string(name, const_cast<char*>(value.data()), value.size()); // NOLINT
}

OSSL_PARAM sha256_parameter()
{
    static char name[] = "SHA256"; // see above
    return OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, name, 0);
}

} // namespace

struct Sha256::Parts {
    Owned<EVP_MD, EVP_MD_free> algorithm{present(EVP_MD_fetch(nullptr, "SHA256", nullptr))};
    Owned<EVP_MD_CTX, EVP_MD_CTX_free> context{present(EVP_MD_CTX_new())};
};

Sha256::Sha256() : parts_(std::make_unique<Parts>()) {}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

std::string Sha256::operator()(std::string_view bytes) const
{
    Hash hash;
    auto* context = parts_->context.get();
    require(EVP_DigestInit_ex2(context, parts_->algorithm.get(), nullptr));
    require(EVP_DigestUpdate(context, bytes.data(), bytes.size()));
    require(EVP_DigestFinal_ex(context, hash.data(), nullptr));
    return text_of(hash);
}

struct Hmac::Parts {
    Owned<EVP_MAC, EVP_MAC_free> algorithm{present(EVP_MAC_fetch(nullptr, "HMAC", nullptr))};
    Owned<EVP_MAC_CTX, EVP_MAC_CTX_free> context{present(EVP_MAC_CTX_new(algorithm.get()))};
};

Hmac::Hmac(const Key& key) : parts_(std::make_unique<Parts>())
{
    const std::array parameters{sha256_parameter(), OSSL_PARAM_construct_end()};
    require(EVP_MAC_init(parts_->context.get(), key.bytes().data(), key_size, parameters.data()));
}

Hmac::~Hmac() = default;

std::string Hmac::operator()(std::string_view bytes) const
{
    Hash hash;
    auto* context = parts_->context.get();
    std::size_t size = 0;
    require(EVP_MAC_init(context, nullptr, 0, nullptr)); // the key stays
    require(EVP_MAC_update(context, bytes_of(bytes), bytes.size()));
    require(EVP_MAC_final(context, hash.data(), &size, hash.size()));
    return text_of(hash);
}

Key derive_key(const MasterKey& master, std::string_view purpose)
{
    const Owned<EVP_KDF, EVP_KDF_free> algorithm{present(EVP_KDF_fetch(nullptr, "HKDF", nullptr))};
    const Owned<EVP_KDF_CTX, EVP_KDF_CTX_free> context{present(EVP_KDF_CTX_new(algorithm.get()))};
    const std::array parameters{sha256_parameter(), text_parameter(OSSL_KDF_PARAM_KEY, master.key().view()),
                                text_parameter(OSSL_KDF_PARAM_INFO, purpose), OSSL_PARAM_construct_end()};
    Hash derived;
    require(EVP_KDF_derive(context.get(), derived.data(), derived.size(), parameters.data()));
    const Key key{Key::Raw{derived}};
    OPENSSL_cleanse(derived.data(), derived.size());
    return key;
}

} // namespace kintsugi::storage
