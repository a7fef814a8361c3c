#include "adapters/platforms.hpp"

#include "adapters/console.hpp"

#include <algorithm>
#include <stdexcept>

namespace kintsugi::adapters {
namespace {

using Platform = std::unique_ptr<conversation::ChatPlatform>;

constexpr Setting console_settings[] = {{"secret", Need::secret}, {"base_url", Need::required}};

const PlatformKind kinds[] = {
    {"console", console_settings,
     [](const PlatformSettings& s) -> Platform {
         return std::make_unique<ConsolePlatform>(s.get("secret"), s.get("base_url"));
     }},
};

[[noreturn]] void complain(std::string_view platform, std::string_view what, std::string_view name)
{
    throw std::invalid_argument{std::string{platform} + ": " + std::string{what} + " " + std::string{name}};
}

} // namespace

std::string PlatformSettings::get(std::string_view key) const
{
    const auto found = values_.find(key);
    return found == values_.end() ? std::string{} : found->second;
}

std::span<const PlatformKind> platform_kinds()
{
    return kinds;
}

const PlatformKind* find_platform(std::string_view name)
{
    const auto* found = std::ranges::find(kinds, name, &PlatformKind::name);
    return found == std::end(kinds) ? nullptr : found;
}

Platform make_platform(std::string_view name, const std::map<std::string, std::string, std::less<>>& settings)
{
    const auto* kind = find_platform(name);
    if (kind == nullptr) complain(name, "no such", "platform");
    const PlatformSettings given{settings};
    for (const auto& [key, value] : settings)
        if (std::ranges::find(kind->settings, key, &Setting::key) == kind->settings.end())
            complain(name, "unknown setting", key);
    for (const auto& [key, need] : kind->settings)
        if (need != Need::optional && given.get(key).empty()) complain(name, "missing setting", key);
    return kind->make(given);
}

} // namespace kintsugi::adapters
