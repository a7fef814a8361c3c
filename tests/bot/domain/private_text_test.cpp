#include "bot/domain/private_text.hpp"

#include <catch2/catch.hpp>

#include <ostream>
#include <type_traits>

using namespace kintsugi;

// A wider circle may be read by a narrower one …
static_assert(std::is_convertible_v<PublicText, MaskedText>);
static_assert(std::is_convertible_v<PublicText, PrivateText>);
static_assert(std::is_convertible_v<MaskedText, PrivateText>);

// … and never the other way round, not even when somebody asks for it.
static_assert(!std::is_convertible_v<PrivateText, MaskedText> && !std::is_constructible_v<MaskedText, PrivateText>);
static_assert(!std::is_convertible_v<PrivateText, PublicText> && !std::is_constructible_v<PublicText, PrivateText>);
static_assert(!std::is_convertible_v<MaskedText, PublicText> && !std::is_constructible_v<PublicText, MaskedText>);
static_assert(!std::is_assignable_v<MaskedText&, PrivateText>);
static_assert(!std::is_assignable_v<PublicText&, PrivateText> && !std::is_assignable_v<PublicText&, MaskedText>);

// Words alone make private text only, and that only when it is said; the keys belong to their friends.
static_assert(std::is_constructible_v<PrivateText, std::string> && !std::is_convertible_v<std::string, PrivateText>);
static_assert(!std::is_constructible_v<MaskedText, std::string> && !std::is_constructible_v<PublicText, std::string>);
static_assert(!std::is_default_constructible_v<MaskedTextKey> && !std::is_default_constructible_v<PublicTextKey>);
static_assert(!std::is_constructible_v<MaskedText, std::string, PublicTextKey>);
static_assert(!std::is_constructible_v<PublicText, std::string, MaskedTextKey>);

// Nothing turns back into a string or a stream by accident.
template <class Text>
concept Printable = requires(std::ostream& out, const Text& text) { out << text; };
static_assert(!Printable<PrivateText> && !Printable<MaskedText> && !Printable<PublicText>);
static_assert(!std::is_convertible_v<PrivateText, std::string> && !std::is_convertible_v<MaskedText, std::string>);

TEST_CASE("a narrower circle reads the same words", "[private]")
{
    const PublicText none;
    const MaskedText masked = none;
    const PrivateText secret = masked;
    CHECK(secret.empty());
    CHECK(PrivateText{"words"}.reveal() == "words");
    CHECK(PrivateText{"words"} == PrivateText{std::string{"words"}});
}
