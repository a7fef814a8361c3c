#pragma once
// AES-256-GCM. What is sealed is bound to a context, so that a ciphertext opens nowhere but where it was made for.

#include "storage/master_key.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kintsugi::storage {

class Cipher {
public:
    Cipher();
    ~Cipher();
    Cipher(const Cipher&) = delete;
    Cipher& operator=(const Cipher&) = delete;

    /// Version, random nonce, ciphertext and tag: 29 bytes more than `plain`.
    [[nodiscard]] std::string seal(const Key& key, std::string_view plain, std::string_view context);

    /// Nothing unless key, context and every byte are those of `seal`.
    [[nodiscard]] std::optional<std::string> open(const Key& key, std::string_view sealed, std::string_view context);

private:
    struct Parts;
    void begin(const Key& key, const unsigned char* nonce, std::string_view context, bool sealing);

    std::unique_ptr<Parts> parts_;
};

} // namespace kintsugi::storage
