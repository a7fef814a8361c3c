#include "storage/migrate.hpp"
#include "storage/vault.hpp"
#include "tests/storage/base.hpp"

#include <fstream>
#include <set>

namespace kintsugi::storage {
namespace {

const Owner customer = Owner::of(CustomerId{7});

struct Safe {
    std::unique_ptr<Connection> database = open_sqlite(":memory:", Access::write);
    Vault vault{migrated(), key_of(7)};

    Connection& migrated()
    {
        migrate(*database);
        return *database;
    }
};

} // namespace

TEST_CASE("what is sealed opens for its owner at its place", "[storage][vault]")
{
    Safe safe;
    const auto owner = GENERATE(Owner::system(), customer, Owner::of(PersonId{"wei"}));
    for (const std::string plain : {"", "x", "申请退款三次都没到账"}) {
        const auto sealed = safe.vault.seal(owner, plain, "event/1/case/1001/1");
        CHECK(sealed.size() == plain.size() + 29);
        CHECK(safe.vault.open(owner, sealed, "event/1/case/1001/1") == plain);
        safe.vault.forget_keys();
        CHECK(safe.vault.open(owner, sealed, "event/1/case/1001/1") == plain);
    }
}

TEST_CASE("a ciphertext opens at no other place and for no other owner", "[storage][vault]")
{
    Safe safe;
    const auto sealed = safe.vault.seal(customer, "secret", "event/1/case/1001/1");
    const auto other = safe.vault.seal(Owner::of(CustomerId{8}), "theirs", "event/1/case/1002/1");
    CHECK_THROWS_AS(safe.vault.open(customer, sealed, "event/1/case/1001/2"), StorageError);
    CHECK_THROWS_AS(safe.vault.open(Owner::of(CustomerId{8}), sealed, "event/1/case/1001/1"), StorageError);
    CHECK_THROWS_AS(safe.vault.open(Owner::system(), sealed, "event/1/case/1001/1"), StorageError);
    CHECK_THROWS_AS(safe.vault.open(Owner::of(CustomerId{9}), sealed, "event/1/case/1001/1"), StorageError);
}

TEST_CASE("any changed byte is noticed", "[storage][vault]")
{
    Safe safe;
    const auto sealed = safe.vault.seal(customer, "secret", "here");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_THROWS_AS(safe.vault.open(customer, changed, "here"), StorageError);
    }
    CHECK_THROWS_AS(safe.vault.open(customer, sealed.substr(0, 20), "here"), StorageError);
    CHECK(safe.vault.open(customer, sealed, "here") == "secret"); // failures leave the cipher usable
}

TEST_CASE("the same text is never sealed to the same bytes", "[storage][vault]")
{
    Safe safe;
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i)
        CHECK(seen.insert(safe.vault.seal(customer, "same", "here")).second);
}

TEST_CASE("a destroyed key opens nothing and seals nothing, and is remembered as destroyed", "[storage][vault]")
{
    Safe safe;
    const auto sealed = safe.vault.seal(customer, "secret", "here");
    safe.vault.destroy_key(customer);
    CHECK(safe.vault.open(customer, sealed, "here") == std::nullopt);
    CHECK_THROWS_AS(safe.vault.seal(customer, "new", "here"), StorageError);
    safe.vault.forget_keys();
    CHECK(safe.vault.open(customer, sealed, "here") == std::nullopt);
    CHECK(safe.vault.is_destroyed(customer));
    CHECK_FALSE(safe.vault.is_destroyed(Owner::of(CustomerId{8})));
    CHECK(safe.vault.take_destroyed());
    CHECK_FALSE(safe.vault.take_destroyed());
}

TEST_CASE("a damaged key is an error, not an erased owner", "[storage][vault]")
{
    Safe safe;
    const auto sealed = safe.vault.seal(customer, "secret", "here");
    safe.vault.forget_keys();
    safe.database->run("UPDATE sealing_key SET wrapped = x'0102' WHERE owner = 'customer/7'");
    CHECK_THROWS_AS(safe.vault.open(customer, sealed, "here"), StorageError);
}

TEST_CASE("digests find a value again, per kind and per master key", "[storage][vault]")
{
    Safe safe;
    CHECK(safe.vault.digest("phone", "13800138000") == safe.vault.digest("phone", "13800138000"));
    CHECK(safe.vault.digest("phone", "13800138000") != safe.vault.digest("order", "13800138000"));
    CHECK(safe.vault.digest("phone", "13800138000") != safe.vault.digest("phone", "13800138001"));
    const Vault other{*safe.database, key_of(8)};
    CHECK(safe.vault.digest("phone", "13800138000") != other.digest("phone", "13800138000"));
}

TEST_CASE("hashes are the published ones", "[storage][vault]")
{
    const auto hexadecimal = [](const std::string& bytes) {
        std::string text;
        for (const char byte : bytes) {
            constexpr std::string_view digits = "0123456789abcdef";
            const auto value = static_cast<unsigned char>(byte);
            text.append({digits[value >> 4], digits[value & 15]});
        }
        return text;
    };
    // FIPS 180-4 and RFC 4231, test case 3 with its key of 0xaa filled up to 32 bytes (computed with Python's hmac).
    CHECK(hexadecimal(Sha256{}("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hexadecimal(Sha256{}("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const Hmac hmac{key_of(0xAA).key()};
    const std::string message(50, '\xdd');
    CHECK(hexadecimal(hmac(message)) == "cdcb1220d1ecccea91e53aba3092f962e549fe6ce9ed7fdc43191fbde45c30b0");
    CHECK(hmac(message) == hmac(message));
}

TEST_CASE("the master key comes from 64 digits or 32 bytes", "[storage][vault]")
{
    const TemporaryFolder folder;
    const auto written = [&](std::string_view text) {
        std::ofstream{folder / "key", std::ios::binary} << text;
        return folder / "key";
    };
    const std::string digits = "0707070707070707070707070707070707070707070707070707070707070707";
    CHECK(load_master_key(written(digits)).key().view() == key_of(7).key().view());
    CHECK(load_master_key(written("  " + digits + "\r\n")).key().view() == key_of(7).key().view());
    CHECK(load_master_key(written(std::string(32, '\7'))).key().view() == key_of(7).key().view());
    CHECK_THROWS_WITH(load_master_key(written(digits.substr(1))), Catch::Contains("64 hexadecimal digits"));
    CHECK_THROWS_WITH(load_master_key(written(digits.substr(1) + "g")), Catch::Contains("64 hexadecimal digits"));
    CHECK_THROWS_WITH(load_master_key(written("")), Catch::Contains("0 bytes"));
    CHECK_THROWS_WITH(load_master_key(folder / "none"), Catch::Contains("No such file"));
}

TEST_CASE("a saved master key is read back, and never overwritten", "[storage][vault]")
{
    const TemporaryFolder folder;
    const auto key = new_master_key();
    save_master_key(key, folder / "key");
    CHECK(load_master_key(folder / "key").key().view() == key.key().view());
    CHECK(new_master_key().key().view() != key.key().view());
    CHECK((std::filesystem::status(folder / "key").permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK_THROWS_AS(save_master_key(key, folder / "key"), StorageError);
}

} // namespace kintsugi::storage
