#include "bot/conversation/order_reader.hpp"

#include "bot/conversation/references.hpp"
#include "bot/domain/text.hpp"

#include <algorithm>

namespace kintsugi::conversation {
namespace {

constexpr std::size_t most_digits = 6; ///< of a bare number that can be a value

bool is_digit(char32_t c)
{
    return c >= '0' && c <= '9';
}

int value_of(std::u32string_view digits)
{
    int value = 0;
    for (const auto c : digits)
        value = value * 10 + static_cast<int>(c - '0');
    return value;
}

/// Words of a piece: places of runs without space or punctuation; a run of digits stands alone (8分 → 8, 分).
struct Token {
    std::size_t at;
    std::size_t length;
};

std::vector<Token> tokens_of(const std::u32string& narrow)
{
    std::vector<Token> tokens;
    const auto separates = [](char32_t c) { return is_border(c) && !is_digit(c) && c != '-'; };
    for (std::size_t at = 0; at < narrow.size();) {
        if (separates(narrow[at])) {
            ++at;
            continue;
        }
        const bool digits = is_digit(narrow[at]);
        auto end = at + 1;
        while (end < narrow.size() && !separates(narrow[end]) &&
               (text::is_latin_or_digit(narrow[end - 1]) == text::is_latin_or_digit(narrow[end])) &&
               (!digits || is_digit(narrow[end])))
            ++end;
        tokens.push_back({at, end - at});
        at = end;
    }
    return tokens;
}

Piece without(const Piece& piece, std::size_t at, std::size_t count)
{
    auto head = piece.part(0, at);
    const auto tail = piece.from(at + count);
    return Piece{head.written() + (head.empty() || tail.empty() ? "" : " ") + tail.written()};
}

/// The longest phrase of a map that stands in the piece with borders; takes it out.
template <class Value>
std::optional<Value> take_phrase(Piece& rest, const std::map<std::u32string, Value>& phrases)
{
    const std::pair<const std::u32string, Value>* best = nullptr;
    std::size_t where = 0;
    const auto& narrow = rest.narrow();
    for (const auto& phrase : phrases) {
        const auto at = narrow.find(phrase.first);
        if (at == std::u32string::npos || (best != nullptr && phrase.first.size() <= best->first.size())) continue;
        const auto end = at + phrase.first.size();
        const bool alone = (at == 0 || is_border(narrow[at - 1])) && (end == narrow.size() || is_border(narrow[end]));
        if (!alone || !stands_at(narrow, at, phrase.first)) continue;
        best = &phrase;
        where = at;
    }
    if (best == nullptr) return std::nullopt;
    const auto value = best->second;
    rest = without(rest, where, best->first.size());
    return value;
}

/// 转给给小周, 关联到 R-31: what follows is the object, so the particle goes even without a border.
bool leads_to_object(std::u32string_view particle)
{
    return particle == U"给" || particle == U"到";
}

/// What the order knew before stays where the rest names nothing.
template <class Value>
void take_value(Piece& rest, const std::map<std::u32string, Value>& phrases, std::optional<Value>& value)
{
    if (auto found = take_phrase(rest, phrases)) value = found;
}

void merge(References& into, const References& more)
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

} // namespace

/// The reference with which a piece begins; `length` 0 if it begins with something else.
struct LeadingReference {
    References refs;
    std::size_t length = 0;
};

LeadingReference leading_reference(const Piece& piece)
{
    const auto& narrow = piece.narrow();
    std::size_t end = 0;
    while (end < narrow.size() && !is_space(narrow[end]) && narrow[end] != ',' && narrow[end] != ':' &&
           !(end > 0 && text::is_ideograph(narrow[end]) && text::is_latin_or_digit(narrow[end - 1])))
        ++end;
    const auto found = take_references(piece.part(0, end).written());
    return found.any && found.rest.empty() ? LeadingReference{found.refs, end} : LeadingReference{};
}

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
    for (const auto& [at, length] : tokens_of(trimmed.narrow())) {
        const auto token = std::u32string_view{trimmed.narrow()}.substr(at, length);
        if (length > most_digits || !std::ranges::all_of(token, is_digit)) return std::nullopt;
        found.numbers.push_back(value_of(token));
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
    order = fill(std::move(order), std::move(rest));
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
    merge(order.refs, found.refs);
    rest = Piece{found.rest};
    rest.trim_end(words_.marks.ends);
    if (!rest.ends_with_any(words_.marks.question_end)) return false;
    auto bare = rest;
    bare.trim_end(words_.marks.question_end);
    strip_particles(bare);
    if (bare.empty()) rest = bare;
    return true;
}

Order OrderReader::fill(Order order, Piece rest) const
{
    const auto& takes = row_of(order.verb).takes;
    auto found = take_references(rest.written());
    merge(order.refs, found.refs);
    rest = Piece{found.rest};
    rest.skip_lightly();
    if (!takes.verbatim) {
        strip_particles(rest);
        take_reason(rest, order);
        take_people(rest, order);
    }
    if (takes.time) take_time(rest, order);
    take_tokens(rest, order);
    rest.skip_lightly();
    order.text = PrivateText{rest.written()};
    return order;
}

void OrderReader::strip_particles(Piece& rest) const
{
    for (rest.skip_lightly();; rest.skip_lightly()) {
        const auto* particle = rest.leading(words_.marks.particles);
        if (particle == nullptr) return;
        const auto behind = rest.from(particle->size());
        const bool alone =
            behind.empty() || is_border(behind.narrow().front()) || !text::is_ideograph(particle->front());
        if (!alone && !leads_to_object(*particle)) return;
        rest.drop(particle->size());
    }
}

void OrderReader::take_reason(Piece& rest, Order& order) const
{
    for (const auto& mark : words_.marks.reason) {
        const auto at = rest.narrow().find(mark);
        if (at == std::u32string::npos || !stands_at(rest.narrow(), at, mark)) continue;
        auto reason = rest.from(at + mark.size());
        reason.skip_lightly();
        order.reason = PrivateText{reason.written()};
        rest = rest.part(0, at);
        rest.trim_end({U",", U"，"});
        return;
    }
}

void OrderReader::take_time(Piece& rest, Order& order) const
{
    const auto written = rest.written();
    const auto found = find_time(written, words_.time, now_, zone_);
    if (!found) return;
    order.when = found->at;
    order.when_is_past = found->is_past;
    auto before = Piece{written.substr(0, found->from)}, after = Piece{written.substr(found->to)};
    after.skip_lightly();
    before.trim_end({U",", U"，", U"、"});
    const bool glue = !before.empty() && !after.empty();
    rest = Piece{before.written() + (glue ? " " : "") + after.written()};
}

void OrderReader::take_people(Piece& rest, Order& order) const
{
    for (;;) {
        const auto at = rest.narrow().find(U'@');
        if (at == std::u32string::npos || at + 1 == rest.size()) return;
        auto end = at + 1;
        while (end < rest.size() && !is_space(rest.narrow()[end]) && rest.narrow()[end] != U',' &&
               rest.narrow()[end] != U':')
            ++end;
        order.people.push_back(text::encode(rest.narrow().substr(at + 1, end - at - 1)));
        rest = without(rest, at, end - at);
    }
}

void OrderReader::take_tokens(Piece& rest, Order& order) const
{
    const auto& takes = row_of(order.verb).takes;
    if (takes.level && !takes.verbatim) take_value(rest, words_.levels, order.level);
    if (takes.outcome) take_value(rest, words_.outcomes, order.outcome);
    if (takes.scope) take_value(rest, words_.scopes, order.scope);
    if (!takes.number) return;
    for (const auto& [at, length] : tokens_of(rest.narrow())) {
        const auto token = std::u32string_view{rest.narrow()}.substr(at, length);
        if (length <= most_digits && std::ranges::all_of(token, is_digit)) order.numbers.push_back(value_of(token));
    }
}

} // namespace kintsugi::conversation
