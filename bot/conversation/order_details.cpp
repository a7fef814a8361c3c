#include "bot/conversation/order_details.hpp"

#include "bot/conversation/references.hpp"
#include "bot/domain/text.hpp"

namespace kintsugi::conversation {
namespace {

Piece without(const Piece& piece, std::size_t at, std::size_t count)
{
    auto head = piece.part(0, at);
    const auto tail = piece.from(at + count);
    return Piece{head.written() + (head.empty() || tail.empty() ? "" : " ") + tail.written()};
}

/// The first place where a phrase stands alone, with borders on both sides.
std::size_t place_of(std::u32string_view narrow, std::u32string_view phrase)
{
    for (auto at = narrow.find(phrase); at != std::u32string_view::npos; at = narrow.find(phrase, at + 1)) {
        const auto end = at + phrase.size();
        const bool alone = (at == 0 || is_border(narrow[at - 1])) && (end == narrow.size() || is_border(narrow[end]));
        if (alone && stands_at(narrow, at, phrase)) return at;
    }
    return std::u32string_view::npos;
}

/// The longest phrase of a map that stands alone in the piece; takes it out.
template <class Value>
std::optional<Value> take_phrase(Piece& rest, const std::map<std::u32string, Value>& phrases)
{
    const std::pair<const std::u32string, Value>* best = nullptr;
    std::size_t where = 0;
    for (const auto& phrase : phrases) {
        if (best != nullptr && phrase.first.size() <= best->first.size()) continue;
        const auto at = place_of(rest.narrow(), phrase.first);
        if (at == std::u32string_view::npos) continue;
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

} // namespace

Order OrderDetails::fill(Order order, Piece rest) const
{
    const auto& takes = row_of(order.verb).takes;
    auto found = take_references(rest.written());
    add_references(order.refs, found.refs);
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

void OrderDetails::strip_particles(Piece& rest) const
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

void OrderDetails::take_reason(Piece& rest, Order& order) const
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

void OrderDetails::take_time(Piece& rest, Order& order) const
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

void OrderDetails::take_people(Piece& rest, Order& order) const
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

void OrderDetails::take_tokens(Piece& rest, Order& order) const
{
    const auto& takes = row_of(order.verb).takes;
    if (takes.level && !takes.verbatim) take_value(rest, words_.levels, order.level);
    if (takes.outcome) take_value(rest, words_.outcomes, order.outcome);
    if (takes.scope) take_value(rest, words_.scopes, order.scope);
    if (!takes.number) return;
    for (const auto& token : tokens_of(rest))
        if (const auto number = number_in(rest, token)) order.numbers.push_back(*number);
}

} // namespace kintsugi::conversation
