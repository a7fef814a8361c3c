#include "bot/domain/audit_chain.hpp"

namespace kintsugi::audit {
namespace {

/// Length first, so that no two lists of fields give the same bytes.
void add(std::string& bytes, std::string_view field)
{
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
}

} // namespace

std::string chain_hash(std::string_view previous, const Entry& entry, const Digest& digest)
{
    std::string bytes;
    bytes.reserve(entry.content.size() + 160);
    add(bytes, previous);
    add(bytes, entry.chain);
    add(bytes, std::to_string(entry.number));
    add(bytes, std::to_string(entry.at.time_since_epoch().count()));
    add(bytes, entry.by.value());
    add(bytes, entry.what);
    add(bytes, entry.content);
    return digest(bytes);
}

std::optional<int> first_broken(std::span<const Entry> entries, const Digest& digest)
{
    std::string_view previous;
    int expected = 1;
    for (const auto& entry : entries) {
        if (entry.number != expected || entry.hash != chain_hash(previous, entry, digest)) return expected;
        previous = entry.hash;
        ++expected;
    }
    return std::nullopt;
}

} // namespace kintsugi::audit
