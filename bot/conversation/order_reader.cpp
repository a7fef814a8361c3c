#include "bot/conversation/order_reader.hpp"

#include "bot/conversation/references.hpp"
#include "bot/domain/text.hpp"

namespace kintsugi::conversation {
namespace {

/// The reference with which a piece begins; `length` 0 if it begins with something else.
struct LeadingReference {
    References refs;
    std::size_t length = 0;
};

LeadingReference leading_reference(const Piece& piece)
{
    const auto& narrow = piece.narrow();
    if (const auto length = pronoun_length(narrow); length > 0) return {{.this_one = true}, length};
    std::size_t end = 0;
    while (end < narrow.size() && !is_space(narrow[end]) && narrow[end] != ',' && narrow[end] != ':' &&
           !(end > 0 && text::is_ideograph(narrow[end]) && text::is_latin_or_digit(narrow[end - 1])))
        ++end;
    const auto found = take_references(piece.part(0, end).written());
    return found.any && found.rest.empty() ? LeadingReference{found.refs, end} : LeadingReference{};
}

} // namespace

struct OrderReader::Head {
    Verb verb{};
    References refs;
    bool negated = false;
    bool asks = false; ///< began with 要不要, should I, 我想 …
    Piece rest;
};

void OrderReader::strip_polite(Piece& piece) const
{
    for (piece.skip_lightly();; piece.skip_lightly()) {
        const auto* word = piece.leading(words_.marks.polite);
        if (word == nullptr || alias_at_front(piece) != nullptr) return;
        piece.drop(word->size());
    }
}

const Alias* OrderReader::alias_at_front(const Piece& piece) const
{
    const auto& narrow = piece.narrow();
    for (const auto& alias : words_.aliases) {
        if (!stands_at(narrow, 0, alias.words)) continue;
        const auto behind = piece.from(alias.words.size());
        const bool ends = behind.empty() || is_border(behind.narrow().front()) || alias.open_ended ||
                          behind.leading(words_.marks.particles) != nullptr ||
                          behind.leading(words_.marks.question_end) != nullptr || leading_reference(behind).length > 0;
        if (ends) return &alias;
    }
    return nullptr;
}

std::optional<OrderReader::Head> OrderReader::read_head(Piece piece) const
{
    Head head{{}, {}, false, false, Piece{""}};
    strip_polite(piece);
    if (const auto reference = leading_reference(piece); reference.length > 0) {
        head.refs = reference.refs;
        piece.drop(reference.length);
        strip_polite(piece);
    }
    for (const auto* mark = piece.leading(words_.marks.negation); mark != nullptr && alias_at_front(piece) == nullptr;
         mark = piece.leading(words_.marks.negation)) {
        head.negated = true;
        piece.drop(mark->size());
        strip_polite(piece);
    }
    for (const auto* marks : {&words_.marks.question_start, &words_.marks.wish})
        if (const auto* mark = piece.leading(*marks); mark != nullptr && alias_at_front(piece) == nullptr) {
            head.asks = true;
            piece.drop(mark->size());
            strip_polite(piece);
        }
    const auto* alias = alias_at_front(piece);
    if (alias == nullptr) return std::nullopt;
    head.verb = alias->verb;
    head.rest = piece.from(alias->words.size());
    return head;
}

bool OrderReader::begins_order(Piece piece) const
{
    piece.skip_lightly();
    return choices(piece).has_value() || (!piece.empty() && is_digit(piece.narrow().front()) && piece.size() < 3) ||
           read_head(piece).has_value();
}

bool OrderReader::begins_verbatim(Piece piece) const
{
    const auto head = read_head(std::move(piece));
    return head && row_of(head->verb).takes.verbatim;
}

std::optional<FreeText> OrderReader::users_words(Piece piece) const
{
    piece.skip_lightly();
    const auto* mark = piece.leading(words_.marks.users_words);
    if (mark == nullptr) return std::nullopt;
    piece.drop(mark->size());
    piece.skip_lightly();
    return FreeText{PrivateText{piece.written()}, true};
}

/// Only digits and separators: "4 1". Bare numbers are choices of a card, never values.
std::optional<Choices> OrderReader::choices(const Piece& piece) const
{
    Choices found;
    auto trimmed = piece;
    trimmed.trim_end(words_.marks.ends);
    for (const auto& token : tokens_of(trimmed)) {
        const auto number = number_in(trimmed, token);
        if (!number) return std::nullopt;
        found.numbers.push_back(*number);
    }
    return found.numbers.empty() ? std::nullopt : std::optional{std::move(found)};
}

std::optional<Utterance> OrderReader::read(Piece piece) const
{
    piece.trim_end({});
    if (auto numbers = choices(piece)) return std::move(*numbers);
    const auto head = read_head(piece);
    if (!head) {
        auto mention = take_references(piece.written());
        const bool only = mention.any && Piece{mention.rest}.part(0, 2).size() < 2;
        return only ? std::optional<Utterance>{Mention{mention.refs}} : std::nullopt;
    }
    const auto& row = row_of(head->verb);
    Order order;
    order.verb = head->verb;
    order.refs = head->refs;
    auto rest = head->rest;
    const bool marked = !row.takes.verbatim && take_question_end(rest, order);
    order = details_.fill(std::move(order), std::move(rest));
    if (head->negated) return Blocked{std::move(order)};
    const bool asks = head->asks || (marked && !row.asks && (row.outward || order.text.empty()));
    if (asks) return Question{std::move(order)};
    return order;
}

/// True for a question mark or its word at the end. 关了吗 K-1042 leaves nothing but the number; 求助 支付 能垫付吗
/// keeps its question as content.
bool OrderReader::take_question_end(Piece& rest, Order& order) const
{
    const auto found = take_references(rest.written());
    add_references(order.refs, found.refs);
    rest = Piece{found.rest};
    rest.trim_end(words_.marks.ends);
    if (!rest.ends_with_any(words_.marks.question_end)) return false;
    auto bare = rest;
    bare.trim_end(words_.marks.question_end);
    details_.strip_particles(bare);
    if (bare.empty()) rest = bare;
    return true;
}

} // namespace kintsugi::conversation
