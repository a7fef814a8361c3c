#include "bot/domain/audit_chain.hpp"
#include "tests/bot/domain/printing.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace kintsugi;

namespace {

/// Four FNV-1a hashes with different seeds: 32 bytes, deterministic, no cryptography.
std::string toy_digest(std::string_view bytes)
{
    std::string digest;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        auto hash = 14695981039346656037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
        for (const char byte : bytes)
            hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
        for (int shift = 0; shift < 64; shift += 8)
            digest += static_cast<char>(hash >> shift & 0xFFU);
    }
    return digest;
}

std::vector<audit::Entry> chain_of(int length)
{
    std::vector<audit::Entry> entries;
    std::string previous;
    for (int number = 1; number <= length; ++number) {
        audit::Entry entry;
        entry.chain = "case/1042";
        entry.number = number;
        entry.at = Instant{std::chrono::hours{number}};
        entry.by = PersonId{number % 2 == 0 ? "wei" : "lena"};
        entry.what = "note_added";
        entry.content = "ciphertext " + std::to_string(number);
        entry.hash = audit::chain_hash(previous, entry, toy_digest);
        previous = entry.hash;
        entries.push_back(entry);
    }
    return entries;
}

std::optional<int> broken(const std::vector<audit::Entry>& entries)
{
    return audit::first_broken(entries, toy_digest);
}

void flip_each_byte(std::vector<audit::Entry>& entries, std::string& field, int expected)
{
    for (auto& byte : field) {
        byte = static_cast<char>(byte ^ 1);
        CHECK(broken(entries) == expected);
        byte = static_cast<char>(byte ^ 1);
    }
}

} // namespace

TEST_CASE("an untouched chain verifies, and so does an empty one", "[audit]")
{
    CHECK_FALSE(broken(chain_of(12)).has_value());
    CHECK_FALSE(broken({}).has_value());
}

TEST_CASE("any byte that was changed is found at its entry", "[audit]")
{
    auto entries = chain_of(6);
    for (auto& entry : entries) {
        CAPTURE(entry.number);
        for (auto* field : {&entry.chain, &entry.what, &entry.content, &entry.hash})
            flip_each_byte(entries, *field, entry.number);
        auto by = entry.by.value();
        for (auto& byte : by) {
            byte = static_cast<char>(byte ^ 1);
            const auto kept = std::exchange(entry.by, PersonId{by});
            CHECK(broken(entries) == entry.number);
            entry.by = kept;
            byte = static_cast<char>(byte ^ 1);
        }
        entry.at += std::chrono::milliseconds{1};
        CHECK(broken(entries) == entry.number);
        entry.at -= std::chrono::milliseconds{1};
    }
    CHECK_FALSE(broken(entries).has_value());
}

TEST_CASE("an entry that was dropped is named by its number", "[audit]")
{
    for (int dropped = 1; dropped < 6; ++dropped) { // the end of a chain is known only to whoever counts it
        auto entries = chain_of(6);
        entries.erase(entries.begin() + dropped - 1);
        CHECK(broken(entries) == dropped);
    }
}

TEST_CASE("dropping an entry does not help even if the rest is numbered anew", "[audit]")
{
    auto entries = chain_of(6);
    entries.erase(entries.begin() + 2);
    for (int i = 0; i < 5; ++i)
        entries[static_cast<std::size_t>(i)].number = i + 1;
    CHECK(broken(entries) == 3);
}

TEST_CASE("two entries that changed places are found at the first of them", "[audit]")
{
    auto entries = chain_of(6);
    std::swap(entries[2], entries[4]);
    CHECK(broken(entries) == 3);
}

TEST_CASE("an entry that was slipped in is found", "[audit]")
{
    auto entries = chain_of(4);
    auto copy = entries[1];
    copy.content = "something else";
    entries.insert(entries.begin() + 2, copy);
    CHECK(broken(entries) == 3);
}

TEST_CASE("rewriting one entry with its own hash breaks the next", "[audit]")
{
    auto entries = chain_of(4);
    entries[1].content = "something else";
    entries[1].hash = audit::chain_hash(entries[0].hash, entries[1], toy_digest);
    CHECK(broken(entries) == 3);
}

TEST_CASE("letters may not wander from one field into the next", "[audit]")
{
    auto one = chain_of(1).front();
    auto other = one;
    other.what += other.content.substr(0, 1);
    other.content.erase(0, 1);
    CHECK(audit::chain_hash("", one, toy_digest) != audit::chain_hash("", other, toy_digest));
}
