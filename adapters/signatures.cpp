#include "adapters/signatures.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace kintsugi::adapters {
namespace {

constexpr std::size_t sha256_size = 32;
constexpr std::string_view base64url_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

template <auto release>
struct Release {
    template <class Handle>
    void operator()(Handle* handle) const
    {
        release(handle);
    }
};
using MacAlgorithm = std::unique_ptr<EVP_MAC, Release<EVP_MAC_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, Release<EVP_MAC_CTX_free>>;
using DigestAlgorithm = std::unique_ptr<EVP_MD, Release<EVP_MD_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;

void require(bool well, const char* what)
{
    if (!well) throw std::runtime_error{std::string{"OpenSSL refused "} + what};
}

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

/// Fetched once: OpenSSL 3.0 takes microseconds for each fetch.
EVP_MD* sha256_algorithm()
{
    static const DigestAlgorithm algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    require(algorithm != nullptr, "SHA-256");
    return algorithm.get();
}

MacContext new_mac()
{
    static const MacAlgorithm algorithm{EVP_MAC_fetch(nullptr, "HMAC", nullptr)};
    require(algorithm != nullptr, "HMAC");
    return MacContext{EVP_MAC_CTX_new(algorithm.get())};
}

} // namespace

std::string sha256(std::string_view bytes)
{
    thread_local const DigestContext context{EVP_MD_CTX_new()};
    std::string digest(sha256_size, '\0');
    require(EVP_DigestInit_ex2(context.get(), sha256_algorithm(), nullptr) == 1 &&
                EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                EVP_DigestFinal_ex(context.get(), raw(digest), nullptr) == 1,
            "a digest");
    return digest;
}

std::string hmac_sha256(std::string_view key, std::string_view bytes)
{
    thread_local const MacContext context = new_mac();
    std::array<char, 7> name{"SHA256"};
    const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), 0),
                                OSSL_PARAM_construct_end()};
    // An empty key would mean "the key of before" to OpenSSL.
    require(!key.empty(), "an empty key");
    std::string digest(sha256_size, '\0');
    std::size_t size = 0;
    require(EVP_MAC_init(context.get(), raw(key), key.size(), parameters.data()) == 1 &&
                EVP_MAC_update(context.get(), raw(bytes), bytes.size()) == 1 &&
                EVP_MAC_final(context.get(), raw(digest), &size, digest.size()) == 1 && size == sha256_size,
            "a keyed digest");
    return digest;
}

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += digits[value >> 4U];
        text += digits[value & 15U];
    }
    return text;
}

std::string base64url(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t bits = 0;
    unsigned waiting = 0;
    for (const char byte : bytes) {
        bits = (bits << 8U) | static_cast<unsigned char>(byte);
        for (waiting += 8; waiting >= 6; waiting -= 6)
            text += base64url_letters[(bits >> (waiting - 6)) & 63U];
    }
    if (waiting > 0) text += base64url_letters[(bits << (6 - waiting)) & 63U];
    return text;
}

std::optional<std::string> from_base64url(std::string_view text)
{
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned waiting = 0;
    for (const char letter : text) {
        const auto value = base64url_letters.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        waiting += 6;
        if (waiting < 8) continue;
        waiting -= 8;
        bytes += static_cast<char>(static_cast<unsigned char>(bits >> waiting));
    }
    const bool rest_is_zero = (bits & ((1U << waiting) - 1)) == 0;
    if (waiting >= 6 || !rest_is_zero) return std::nullopt;
    return bytes;
}

bool equal_in_constant_time(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string random_bytes(std::size_t count)
{
    std::string bytes(count, '\0');
    require(RAND_bytes(raw(bytes), static_cast<int>(count)) == 1, "random bytes");
    return bytes;
}

std::uint64_t random_number()
{
    std::uint64_t number = 0;
    std::memcpy(&number, random_bytes(sizeof number).data(), sizeof number);
    return number;
}

} // namespace kintsugi::adapters
