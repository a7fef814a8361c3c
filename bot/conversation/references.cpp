#include "bot/conversation/references.hpp"

#include "bot/domain/text.hpp"

#include <array>
#include <cstdint>

namespace kintsugi::conversation {
namespace {

constexpr std::size_t most_digits = 9; ///< longer runs are order numbers and the like

bool is_digit(char32_t c)
{
    return c >= '0' && c <= '9';
}

/// One reference at a place in the text.
struct Spot {
    char32_t kind = 0; ///< k r p c t, or 't' for this
    std::int64_t number = 0;
    std::size_t length = 0; ///< code points; 0: none here
};

class Scanner {
public:
    explicit Scanner(std::string_view text) : source_(text::decode(text)), narrowed_(text::narrow(source_)) {}

    FoundReferences scan()
    {
        FoundReferences found;
        std::u32string rest;
        for (std::size_t at = 0; at < source_.size();) {
            const auto spot = spot_at(at);
            if (spot.length == 0) {
                rest += source_[at++];
                continue;
            }
            keep(found.refs, spot);
            found.any = true;
            at += spot.length;
        }
        found.rest = text::trim(text::encode(rest));
        return found;
    }

private:
    [[nodiscard]] bool starts_word(std::size_t at) const
    {
        return at == 0 || !text::is_latin_or_digit(narrowed_[at - 1]);
    }

    /// Hyphenless forms are known for cases only: P30 is a phone, C1 a seat.
    [[nodiscard]] Spot spot_at(std::size_t at) const
    {
        const auto c = narrowed_[at];
        if (c == '#' || c == U'案') return numbered(at, 1, 'k');
        if (!starts_word(at)) return {};
        const bool hyphen = at + 1 < narrowed_.size() && narrowed_[at + 1] == '-';
        if (c == 'k') return numbered(at, hyphen ? 2 : 1, c);
        if ((c == 'r' || c == 'p' || c == 'c' || c == 't') && hyphen) return numbered(at, 2, c);
        return {};
    }

    [[nodiscard]] Spot numbered(std::size_t at, std::size_t prefix, char32_t kind) const
    {
        Spot spot{kind, 0, 0};
        auto end = at + prefix;
        while (end < narrowed_.size() && is_digit(narrowed_[end]) && end - at - prefix < most_digits)
            spot.number = spot.number * 10 + (narrowed_[end++] - '0');
        const bool digits = end > at + prefix;
        const bool ends_word = end == narrowed_.size() || !text::is_latin_or_digit(narrowed_[end]);
        if (!digits || !ends_word) return {};
        if (end < narrowed_.size() && narrowed_[end] == '/') ++end; // K-1042/T-7
        spot.length = end - at;
        return spot;
    }

    static void keep(References& refs, const Spot& spot)
    {
        switch (spot.kind) {
        case 'k':
            if (!refs.of_case)
                refs.of_case = CaseId{spot.number};
            else if (!refs.second_case)
                refs.second_case = CaseId{spot.number};
            return;
        case 'r':
            refs.cause = refs.cause.value_or(CauseId{spot.number});
            return;
        case 'p':
            refs.publication = refs.publication.value_or(PublicationId{spot.number});
            return;
        case 'c':
            refs.promise = refs.promise.value_or(static_cast<int>(spot.number));
            return;
        case 't':
            refs.task = refs.task.value_or(static_cast<int>(spot.number));
            return;
        default:
            return;
        }
    }

    std::u32string source_;
    std::u32string narrowed_;
};

} // namespace

std::size_t pronoun_length(std::u32string_view narrow)
{
    for (const std::u32string_view pronoun : {U"这个案", U"这个", U"this one", U"this case"}) {
        const bool ends_word = narrow.size() <= pronoun.size() || !text::is_latin_or_digit(pronoun.back()) ||
                               !text::is_latin_or_digit(narrow[pronoun.size()]);
        if (narrow.starts_with(pronoun) && ends_word) return pronoun.size();
    }
    return 0;
}

FoundReferences take_references(std::string_view text)
{
    auto found = Scanner{text}.scan();
    const auto rest = text::decode(found.rest);
    const auto length = pronoun_length(text::narrow(rest));
    if (length == 0) return found;
    found.refs.this_one = true;
    found.rest = text::trim(text::encode(std::u32string_view{rest}.substr(length)));
    return found;
}

void add_references(References& into, const References& more)
{
    if (!into.of_case)
        into.of_case = more.of_case;
    else if (!into.second_case)
        into.second_case = more.of_case;
    if (more.second_case) into.second_case = more.second_case;
    if (more.cause) into.cause = more.cause;
    if (more.publication) into.publication = more.publication;
    if (more.promise) into.promise = more.promise;
    if (more.task) into.task = more.task;
    into.this_one = into.this_one || more.this_one;
}

} // namespace kintsugi::conversation
