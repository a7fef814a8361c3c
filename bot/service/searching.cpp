// 搜: over masked lines only; whoever may not read a case sees what was learned, not whose it is.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/handlers.hpp"

namespace kintsugi::service {
namespace {

constexpr int most_hits = 20;
constexpr std::size_t most_listed = 5;

} // namespace

Done search_cases(Turn& turn, const Order& order)
{
    if (order.text.empty()) return refuse(Refused::text_missing);
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::case_list;
    std::size_t others = 0;
    for (const auto& hit : turn.stores().index.search(order.text.reveal(), most_hits)) {
        const auto* file = turn.work().file(hit.id);
        if (file == nullptr) continue;
        if (!cases::may_read(turn.speaker(), file->current)) {
            ++others;
            continue;
        }
        if (card.lines.size() == most_listed) continue;
        card.lines.push_back(turn.wording().masked(
            turn.reader(), "search.hit",
            {{"case", written(hit.id)},
             {"status",
              turn.wording().word(turn.speaker().language, "status." + std::string{name_of(file->current.status)})},
             {"line", turn.wording().clipped(hit.line, 40)}}));
        card.buttons.push_back({written(hit.id), conversation::act(conversation::Verb::show).on(hit.id), {}});
    }
    if (card.lines.empty() && others == 0) return turn.say("search.nothing"), Done{};
    card.title = turn.wording().masked(turn.reader(), "search.title", {{"count", card.lines.size()}});
    if (others > 0) card.footer = turn.wording().masked(turn.reader(), "search.others", {{"count", others}});
    turn.reply(card);
    return {};
}

} // namespace kintsugi::service
