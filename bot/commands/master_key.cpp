#include "bot/commands/master_key.hpp"

#include <cstdlib>

namespace kintsugi {

std::optional<storage::MasterKey> master_key_of(const Config& config)
{
    if (!config.master_key_file.empty()) return storage::load_master_key(config.master_key_file);
    const char* value = std::getenv("KINTSUGI_MASTER_KEY"); // NOLINT(concurrency-mt-unsafe): before any thread
    if (value == nullptr || *value == '\0') return std::nullopt;
    return storage::parse_master_key(value);
}

} // namespace kintsugi
