#pragma once
// Prompts → text for one reader. What may be put into a text depends on who reads it: words for the public take nothing
// but PublicText, words for colleagues nothing a user wrote unless it was masked.

#include "bot/conversation/catalogue.hpp"
#include "bot/domain/private_text.hpp"
#include "bot/domain/sharing/board.hpp"
#include "bot/domain/time.hpp"

#include <concepts>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace kintsugi::conversation {

/// For whom a text is made: language, zone, and the moment that makes "today" what it is.
struct Reader {
    Language language = Language::chinese;
    Zone zone;
    Instant now{};
};

[[nodiscard]] inline Reader reader_of(const Person& person, Instant now)
{
    return {person.language, person.zone, now};
}

template <class Text>
class Slot {
public:
    Slot(std::string_view name, const Text& value) : name_(name), value_(value.reveal()) {}
    Slot(std::string_view name, std::string value)
        requires(!std::same_as<Text, PublicText>)
        : name_(name), value_(std::move(value))
    {
    }
    Slot(std::string_view name, std::integral auto value)
        requires(!std::same_as<Text, PublicText>)
        : name_(name), value_(std::to_string(value))
    {
    }

    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] std::string_view value() const { return value_; }

private:
    std::string_view name_;
    std::string value_;
};

template <class Text>
using Slots = std::initializer_list<Slot<Text>>;

class Wording {
public:
    explicit Wording(Catalogue catalogue) : catalogue_(std::move(catalogue)) {}

    /// Throws std::logic_error where the text has a placeholder without a slot.
    [[nodiscard]] PrivateText say(const Reader& reader, std::string_view key, Slots<PrivateText> slots = {}) const;
    [[nodiscard]] MaskedText masked(const Reader& reader, std::string_view key, Slots<MaskedText> slots = {}) const;
    [[nodiscard]] PublicText open(const Reader& reader, std::string_view key, Slots<PublicText> slots = {}) const;

    /// Labels and words of our own, for slots and buttons. No placeholder.
    [[nodiscard]] const std::string& word(Language language, std::string_view key) const;

    /// 11月25日 周三 10:00 / Wed 25 Nov 10:00; with the zone where it is not `home`.
    [[nodiscard]] std::string full_moment(const Reader& reader, Instant at) const;
    /// The same, but only 10:00 for today.
    [[nodiscard]] std::string moment(const Reader& reader, Instant at) const;
    [[nodiscard]] std::string day(const Reader& reader, Instant at) const;           ///< 12月4日 周五 / Fri 4 Dec
    [[nodiscard]] std::string long_day(const Reader& reader, Instant at) const;      ///< with the year
    [[nodiscard]] std::string span(const Reader& reader, Milliseconds length) const; ///< 1 天 22 小时 / 1 d 22 h

    /// The same words, fewer of them.
    [[nodiscard]] MaskedText clipped(const MaskedText& text, std::size_t most) const;

    /// For the public: alias, coarse time and count, each already as coarse as it may be.
    [[nodiscard]] PublicText alias(Language language, const sharing::Alias& alias) const;
    [[nodiscard]] PublicText public_moment(const Reader& reader, Instant at) const;
    [[nodiscard]] PublicText crowd(const Reader& reader, int count) const; ///< "several" below the least count shown
    [[nodiscard]] PublicText public_word(Language language, std::string_view key) const;

    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }

    /// The zone that goes without saying.
    void set_home(Zone zone) { home_ = std::move(zone); }

private:
    template <class Text>
    [[nodiscard]] std::string fill(Language language, std::string_view key, Slots<Text> slots) const;

    Catalogue catalogue_;
    Zone home_;
};

} // namespace kintsugi::conversation
