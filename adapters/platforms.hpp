#pragma once
// The chat platforms that can be configured: one row each. The composition root makes one adapter per connection.

#include "bot/conversation/platform.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace kintsugi::adapters {

/// What the configuration says about one connection; secrets are already resolved.
class PlatformSettings {
public:
    explicit PlatformSettings(std::map<std::string, std::string, std::less<>> values) : values_(std::move(values)) {}

    [[nodiscard]] std::string get(std::string_view key) const; ///< empty if it is not set

private:
    std::map<std::string, std::string, std::less<>> values_;
};

enum class Need { required, optional, secret }; ///< a secret is required as well, and never shown

struct Setting {
    std::string_view key;
    Need need = Need::required;
};

struct PlatformKind {
    std::string_view name; ///< as in the configuration
    std::span<const Setting> settings;
    std::unique_ptr<conversation::ChatPlatform> (*make)(const PlatformSettings& settings);
};

[[nodiscard]] std::span<const PlatformKind> platform_kinds();
[[nodiscard]] const PlatformKind* find_platform(std::string_view name);

/// Throws std::invalid_argument that names the platform or the setting that is unknown or missing.
[[nodiscard]] std::unique_ptr<conversation::ChatPlatform>
make_platform(std::string_view name, const std::map<std::string, std::string, std::less<>>& settings);

} // namespace kintsugi::adapters
