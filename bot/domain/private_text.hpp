#pragma once
// Who may read a text is part of its type. What goes out has its own type, so that a leak does not compile.
//
//   PrivateText   what a user wrote, who they are       → only the case's people: DM of the owner or lead, case room
//   MaskedText    nothing left that names a person      → colleagues: helpers, product teams, search
//   PublicText    consented, reviewed, or our own words → community rooms, members, the public
//
// A text may be read by a narrower circle, never by a wider one: PublicText → MaskedText → PrivateText is implicit,
// the way back exists only through the anonymizer (`sharing/anonymizer.hpp`) and the publication rules.
// None of the three has operator<< or a formatter; `reveal()` is the one, visible, way to the characters.

#include <string>
#include <utility>

namespace kintsugi {

namespace sharing {
class Anonymizer;
class PublicationRules;
} // namespace sharing
namespace conversation {
class Wording;
}
namespace storage {
class StoredText;
}

/// Proof that the holder may make MaskedText: the anonymizer, the wording of our own prompts, and storage, which gives
/// back what was masked before it was stored.
class MaskedTextKey {
    MaskedTextKey() = default;
    friend class sharing::Anonymizer;
    friend class conversation::Wording;
    friend class storage::StoredText;
};

/// Proof that the holder may make PublicText: the publication rules, the wording of our own prompts, and storage, which
/// gives back what was public before it was stored.
class PublicTextKey {
    PublicTextKey() = default;
    friend class sharing::PublicationRules;
    friend class conversation::Wording;
    friend class storage::StoredText;
};

class PublicText {
public:
    PublicText() = default;
    PublicText(std::string words, PublicTextKey) : words_(std::move(words)) {}

    [[nodiscard]] const std::string& reveal() const { return words_; }
    [[nodiscard]] bool empty() const { return words_.empty(); }
    friend bool operator==(const PublicText&, const PublicText&) = default;

private:
    std::string words_;
};

class MaskedText {
public:
    MaskedText() = default;
    MaskedText(std::string words, MaskedTextKey) : words_(std::move(words)) {}
    MaskedText(const PublicText& text)
        : words_(text.reveal()) {} // NOLINT(google-explicit-constructor): narrower circle

    [[nodiscard]] const std::string& reveal() const { return words_; }
    [[nodiscard]] bool empty() const { return words_.empty(); }
    friend bool operator==(const MaskedText&, const MaskedText&) = default;

private:
    std::string words_;
};

class PrivateText {
public:
    PrivateText() = default;
    explicit PrivateText(std::string words) : words_(std::move(words)) {}
    PrivateText(const PublicText& text)
        : words_(text.reveal()) {} // NOLINT(google-explicit-constructor): narrower circle
    PrivateText(const MaskedText& text)
        : words_(text.reveal()) {} // NOLINT(google-explicit-constructor): narrower circle

    [[nodiscard]] const std::string& reveal() const { return words_; }
    [[nodiscard]] bool empty() const { return words_.empty(); }
    friend bool operator==(const PrivateText&, const PrivateText&) = default;

private:
    std::string words_;
};

} // namespace kintsugi
