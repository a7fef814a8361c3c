#include "bot/service/which_case.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"

namespace kintsugi::service {
namespace {

using conversation::Order;

constexpr std::size_t most_cases_offered = 3;
constexpr int most_links = 20; ///< merges of merges; a loop cannot arise, a wrong database must not hang us

/// Steps 1 to 3: what the order itself, the quoted card or the room says.
std::optional<CaseId> named_case(Turn& turn, const Order& order)
{
    if (order.refs.of_case) return order.refs.of_case;
    if (turn.quoted()) return turn.quoted();
    if (turn.place().room && turn.place().room->bound) return turn.place().room->bound;
    return std::nullopt;
}

void ask_which(Turn& turn, const Order& order, const std::vector<CaseId>& candidates)
{
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::choice;
    card.lines.push_back(turn.wording().masked(turn.reader(), "talk.which_case"));
    auto waiting = order;
    for (const auto id : candidates) {
        const auto* file = turn.work().file(id);
        if (file == nullptr || !cases::may_read(turn.speaker(), file->current)) continue;
        if (card.buttons.size() == most_cases_offered) break;
        waiting.refs.of_case = id;
        const auto label = written(id) + " " + label_of(turn.work(), file->current.customer, turn.speaker().language);
        card.buttons.push_back({label, written(conversation::Action{waiting, false})});
    }
    if (!order.text.empty()) turn.dialog().held = order.text;
    turn.reply(card);
}

} // namespace

Outcome<CaseFile*> seen_case(Turn& turn, CaseId id, MergedCase merged)
{
    const auto asked_for = id;
    for (int link = 0; link < most_links; ++link) {
        auto* file = turn.work().file(id);
        if (file == nullptr || !cases::may_read(turn.speaker(), file->current))
            return refuse(Refused::cannot_show, written(asked_for));
        const bool onwards = merged == MergedCase::follow && file->current.merged_into.has_value();
        if (!onwards) {
            conversation::touch(turn.dialog(), id, turn.now());
            return file;
        }
        id = *file->current.merged_into;
    }
    return refuse(Refused::cannot_show, written(asked_for));
}

Outcome<CaseFile*> which_case(Turn& turn, const Order& order, MergedCase merged)
{
    if (const auto id = named_case(turn, order)) return seen_case(turn, *id, merged);
    const auto recent = conversation::touched_recently(turn.dialog(), turn.now());
    const bool outward = conversation::row_of(order.verb).outward;
    if (!outward && (recent.size() == 1 || (order.refs.this_one && !recent.empty())))
        return seen_case(turn, recent.front(), merged);
    auto candidates = recent;
    if (candidates.empty())
        for (const auto& row : turn.stores().cases.open_of(turn.speaker().id))
            candidates.push_back(row.id);
    if (candidates.empty()) return refuse(Refused::which_case);
    if (!outward && candidates.size() == 1) return seen_case(turn, candidates.front(), merged);
    ask_which(turn, order, candidates);
    return nullptr;
}

} // namespace kintsugi::service
