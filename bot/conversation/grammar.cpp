#include "bot/conversation/grammar.hpp"

#include "bot/conversation/order_reader.hpp"
#include "bot/conversation/piece.hpp"
#include "bot/domain/text.hpp"

#include <algorithm>
#include <set>

namespace kintsugi::conversation {
namespace {

/// The first place from `from` on at which an order ends: a line break or a separator. Size of the text if none.
struct Border {
    std::size_t at;
    std::size_t length;
};

Border next_border(const Piece& text, std::size_t from, const Words32& separators)
{
    const auto& narrow = text.narrow();
    for (auto at = from; at < narrow.size(); ++at) {
        if (narrow[at] == '\n') return {at, 1};
        for (const auto& separator : separators)
            if (narrow.compare(at, separator.size(), separator) == 0) return {at, separator.size()};
    }
    return {narrow.size(), 0};
}

bool says_nothing(Piece piece)
{
    piece.skip_lightly();
    return piece.empty();
}

/// A message cut into orders; a part that does not begin like an order belongs to the one before it.
std::vector<Utterance> read_all(const OrderReader& reader, Piece rest, const Words32& separators)
{
    std::vector<Utterance> found;
    while (!rest.empty()) {
        if (reader.begins_verbatim(rest)) {
            if (auto last = reader.read(rest)) found.push_back(std::move(*last));
            return found;
        }
        auto end = next_border(rest, 0, separators);
        while (end.length > 0) {
            const auto behind = rest.from(end.at + end.length);
            if (says_nothing(behind) || reader.begins_order(behind)) break;
            end = next_border(rest, end.at + end.length, separators);
        }
        if (auto utterance = reader.read(rest.part(0, end.at)))
            found.push_back(std::move(*utterance));
        else if (found.empty())
            return {};
        rest = rest.from(end.at + end.length);
        rest.skip_lightly();
    }
    return found;
}

std::set<char32_t> letters_of(std::u32string_view words)
{
    return {words.begin(), words.end()};
}

/// Share of letters in common, 0 to 1; crude, but enough to offer two verbs.
double likeness(std::u32string_view typed, std::u32string_view alias)
{
    const auto a = letters_of(typed), b = letters_of(alias);
    const auto common = std::ranges::count_if(b, [&](char32_t c) { return a.contains(c); });
    return static_cast<double>(common) / static_cast<double>(std::max<std::size_t>(1, a.size() + b.size()));
}

} // namespace

std::vector<Utterance> Grammar::understand(const PrivateText& text, Instant now, const Zone& zone) const
{
    Piece piece{text.reveal()};
    piece.skip_lightly();
    while (const auto* address = piece.leading(words_.marks.address)) {
        piece.drop(address->size());
        piece.skip_lightly();
    }
    const OrderReader reader{words_, now, zone};
    if (auto words = reader.users_words(piece)) return {std::move(*words)};
    auto orders = read_all(reader, piece, words_.marks.split);
    if (orders.empty()) return {FreeText{PrivateText{piece.written()}, false}};
    return orders;
}

Order Grammar::fill(Order order, const PrivateText& text, Instant now, const Zone& zone) const
{
    return OrderDetails{words_, now, zone}.fill(std::move(order), Piece{text.reveal()});
}

bool Grammar::has_flag(const PrivateText& text, std::string_view flag) const
{
    const auto words = words_.flags.find(std::string{flag});
    return words != words_.flags.end() && Piece{text.reveal()}.contains_any(words->second);
}

PrivateText Grammar::without_tail(const PrivateText& text, std::string_view flag) const
{
    Piece piece{text.reveal()};
    const auto words = words_.flags.find(std::string{flag});
    if (words == words_.flags.end()) return text;
    piece.trim_end(words->second);
    piece.trim_end({U",", U"，"});
    return piece.empty() ? text : PrivateText{piece.written()};
}

Answer Grammar::consent_answer(const PrivateText& users_words) const
{
    const Piece piece{users_words.reveal()};
    const auto without_conditions = conditions(users_words);
    if (without_conditions.empty() && piece.contains_any(words_.answers.no)) return Answer::no;
    return piece.contains_any(words_.answers.yes) ? Answer::yes : Answer::unclear;
}

bool Grammar::is_silence(const PrivateText& text) const
{
    return Piece{text.reveal()}.contains_any(words_.answers.silence);
}

Answer Grammar::settled_answer(const PrivateText& users_words) const
{
    const Piece piece{users_words.reveal()};
    if (piece.contains_any(words_.answers.unsettled)) return Answer::no;
    return piece.contains_any(words_.answers.settled) ? Answer::yes : Answer::unclear;
}

std::optional<int> Grammar::figure_of_ten(const PrivateText& users_words) const
{
    const Piece piece{users_words.reveal()};
    const auto& narrow = piece.narrow();
    for (std::size_t at = 0; at < narrow.size(); ++at) {
        if (!is_digit(narrow[at]) || (at > 0 && is_digit(narrow[at - 1]))) continue;
        auto end = at;
        int value = 0;
        while (end < narrow.size() && is_digit(narrow[end]) && end - at < 3)
            value = value * 10 + static_cast<int>(narrow[end++] - '0');
        auto behind = piece.from(end);
        behind.skip_lightly();
        if (value <= 10 && behind.leading(words_.answers.figure) != nullptr) return value;
    }
    return std::nullopt;
}

/// All words of the topics that a condition touches; the words of the condition itself where it touches none.
std::vector<PrivateText> Grammar::forbidden_by(const std::u32string& condition) const
{
    std::vector<PrivateText> forbidden;
    for (const auto& [name, topic] : words_.topics)
        if (Piece{condition, condition}.contains_any(topic))
            for (const auto& word : topic)
                forbidden.emplace_back(text::encode(word));
    if (forbidden.empty()) forbidden.emplace_back(std::string{text::trim(text::encode(condition))});
    return forbidden;
}

std::vector<PrivateText> Grammar::conditions(const PrivateText& users_words) const
{
    const Piece piece{users_words.reveal()};
    const auto& narrow = piece.narrow();
    std::vector<PrivateText> found;
    for (const auto& mark : words_.answers.condition)
        for (auto at = narrow.find(mark); at != std::u32string::npos; at = narrow.find(mark, at + mark.size())) {
            const auto from = at + mark.size();
            const auto to = std::min(narrow.find_first_of(U",，。.;!\n", from), narrow.size());
            for (auto& word : forbidden_by(narrow.substr(from, to - from)))
                found.push_back(std::move(word));
        }
    return found;
}

std::optional<Language> Grammar::language_named(const PrivateText& text) const
{
    const auto found = words_.languages.find(text::narrow(text::decode(text::trim(text.reveal()))));
    return found == words_.languages.end() ? std::nullopt : std::optional{found->second};
}

std::vector<Verb> Grammar::closest(const PrivateText& text) const
{
    constexpr double alike = 0.25;
    constexpr std::size_t looked_at = 12; ///< code points from the front, where a verb would stand
    const auto narrow = text::narrow(text::decode(text.reveal())).substr(0, looked_at);
    std::vector<std::pair<double, Verb>> scored;
    for (const auto& alias : words_.aliases)
        if (const auto score = likeness(narrow, alias.words); score >= alike) scored.emplace_back(score, alias.verb);
    std::ranges::stable_sort(scored, std::greater{}, [](const auto& entry) { return entry.first; });
    std::vector<Verb> verbs;
    for (const auto& [score, verb] : scored)
        if (verbs.size() < 2 && std::ranges::find(verbs, verb) == verbs.end()) verbs.push_back(verb);
    return verbs;
}

std::string Grammar::say(Verb verb, Language language) const
{
    for (const auto& alias : words_.aliases)
        if (alias.verb == verb && alias.language == language && alias.canonical) return text::encode(alias.words);
    return {};
}

} // namespace kintsugi::conversation
