// 看, 我的, 为什么: what stands, shown to those who may see it. PRODUCT.md, 6.1.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/public_status.hpp"
#include "bot/service/sharing/publication_file.hpp"
#include "bot/service/which_case.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::Verb;

constexpr std::size_t most_listed = 8;

} // namespace

Done show(Turn& turn, const Order& order)
{
    if (!turn.speaker().roles.employee()) return show_public_status(turn, order);
    if (order.refs.cause) return show_cause(turn, *order.refs.cause);
    if (order.refs.publication) return show_publication(turn, *order.refs.publication);
    if (!order.refs.of_case && names_an_alias(turn, order)) return show_public_status(turn, order);
    auto file = which_case(turn, order, MergedCase::stay);
    if (!file) return tl::unexpected{file.error()};
    if (*file == nullptr) return {};
    turn.stores().audit.add({turn.speaker().id, "show", written((*file)->current.id)}, turn.now());
    reply_with_case(turn, **file, turn.knowledge().grammar.has_flag(order.text, "all"));
    return {};
}

Done show_mine(Turn& turn, const Order&)
{
    const auto rows = turn.stores().cases.open_of(turn.speaker().id);
    if (rows.empty()) return turn.say("mine.none"), Done{};
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::case_list;
    card.title = turn.wording().masked(turn.reader(), "mine.title", {{"count", rows.size()}});
    for (const auto& row : rows) {
        if (card.lines.size() == most_listed) break;
        const auto* file = turn.work().file(row.id);
        if (file == nullptr) continue;
        const auto label = label_of(turn.work(), row.customer, turn.speaker().language);
        card.lines.push_back(turn.wording().masked(
            turn.reader(), "case.list_line",
            {{"case", written(row.id)},
             {"label", label},
             {"level", turn.wording().word(turn.speaker().language, "level." + std::string{name_of(row.level)})},
             {"status", turn.wording().word(turn.speaker().language, "status." + std::string{name_of(row.status)})},
             {"next", next_clock_of(turn.work(), *file, turn.reader())}}));
        if (card.buttons.size() < conversation::most_buttons)
            card.buttons.push_back({written(row.id) + " " + label, act(Verb::show).on(row.id), {}});
    }
    if (rows.size() > most_listed)
        card.footer = turn.wording().masked(turn.reader(), "mine.more", {{"count", rows.size() - most_listed}});
    turn.reply(card);
    return {};
}

Done explain(Turn& turn, const Order& order)
{
    auto file = which_case(turn, order, MergedCase::follow);
    if (!file) return tl::unexpected{file.error()};
    if (*file == nullptr) return {};
    turn.reply(turn.entitled(**file),
               conversation::score_card(turn.wording(), turn.reader(), (*file)->current, turn.knowledge().lexicon));
    return {};
}

} // namespace kintsugi::service
