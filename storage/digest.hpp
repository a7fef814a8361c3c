#pragma once
// SHA-256, HMAC and key derivation with OpenSSL. Algorithms are fetched once: OpenSSL 3 takes microseconds to fetch.

#include "storage/master_key.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace kintsugi::storage {

/// 32 raw bytes. Fits `audit::Digest`; not for two threads at once.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    ~Sha256();
    [[nodiscard]] std::string operator()(std::string_view bytes) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// HMAC-SHA-256, 32 raw bytes.
class Hmac {
public:
    explicit Hmac(const Key& key);
    ~Hmac();
    Hmac(const Hmac&) = delete;
    Hmac& operator=(const Hmac&) = delete;
    [[nodiscard]] std::string operator()(std::string_view bytes) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// HKDF-SHA-256: an independent key for each `purpose`.
[[nodiscard]] Key derive_key(const MasterKey& master, std::string_view purpose);

} // namespace kintsugi::storage
