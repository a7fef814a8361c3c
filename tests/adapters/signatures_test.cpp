#include "adapters/signatures.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <thread>

using namespace kintsugi::adapters;

TEST_CASE("digests are those of the standards", "[adapters][signatures]")
{
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // RFC 4231, test cases 1, 2 and 6
    CHECK(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hex(hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    CHECK_THROWS(hmac_sha256("", "bytes"));
}

TEST_CASE("digests do not disturb each other between keys and threads", "[adapters][signatures]")
{
    const auto expected = hmac_sha256("Jefe", "what do ya want for nothing?");
    static_cast<void>(hmac_sha256("another", "thing"));
    std::string elsewhere;
    std::thread{[&] { elsewhere = hmac_sha256("Jefe", "what do ya want for nothing?"); }}.join();
    CHECK(hmac_sha256("Jefe", "what do ya want for nothing?") == expected);
    CHECK(elsewhere == expected);
}

TEST_CASE("base64url is that of RFC 4648 without padding", "[adapters][signatures]")
{
    for (const auto& [bytes, text] : {std::pair{"", ""},
                                      {"f", "Zg"},
                                      {"fo", "Zm8"},
                                      {"foo", "Zm9v"},
                                      {"foob", "Zm9vYg"},
                                      {"foobar", "Zm9vYmFy"},
                                      {"\xfb\xff", "-_8"}}) {
        CHECK(base64url(bytes) == text);
        CHECK(from_base64url(text) == bytes);
    }
    for (const char* wrong : {"Z", "Zg==", "Zm9+", "Zh", "a b"})
        CHECK_FALSE(from_base64url(wrong));
}

TEST_CASE("texts are compared whole", "[adapters][signatures]")
{
    CHECK(equal_in_constant_time("abc", "abc"));
    CHECK_FALSE(equal_in_constant_time("abc", "abd"));
    CHECK_FALSE(equal_in_constant_time("abc", "ab"));
    CHECK(equal_in_constant_time("", ""));
}

TEST_CASE("chance does not repeat itself", "[adapters][signatures]")
{
    std::set<std::uint64_t> numbers;
    for (int i = 0; i < 100; ++i)
        numbers.insert(random_number());
    CHECK(numbers.size() == 100);
    CHECK(random_bytes(32).size() == 32);
    CHECK(random_bytes(32) != random_bytes(32));
}
