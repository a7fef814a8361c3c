// 原因, 关联: many cases, one reason. A new cause goes to the team of its area. PRODUCT.md, 3.4.

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/people/directory.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::Verb;

constexpr std::size_t longest_title = 30;

Done link(Turn& turn, const Order& order, CaseFile& file, CauseId id)
{
    const auto earlier = file.current.cause;
    if (auto done = turn.work().apply(file, cases::LinkCause{id}, order.reason); !done) return done;
    join_cause(turn.work(), id, file, earlier);
    turn.dialog().last_cause = id;
    turn.say("root.linked",
             {{"case", written(file.current.id)},
              {"cause", described(turn.work(), id, turn.speaker().language)},
              {"count", people_with(turn.work(), id)}},
             file.current.id);
    return {};
}

/// Asks which team; the title waits in the dialog.
Done ask_area(Turn& turn, const Order& order, const CaseFile& file)
{
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::choice;
    card.lines.push_back(turn.wording().masked(turn.reader(), "root.which_area"));
    for (const auto& area : turn.knowledge().practice.areas) {
        if (card.buttons.size() == conversation::most_buttons) break;
        card.buttons.push_back(
            {area.names.at(turn.speaker().language), act(Verb::cause).on(file.current.id).person(area.id.value()), {}});
    }
    if (card.buttons.empty()) return refuse(Refused::area_unknown);
    turn.dialog().held = order.text;
    turn.reply(card, file.current.id);
    return {};
}

/// Named in front (支付: 重复扣款), chosen by button, or guessed by the words of title and case.
const Area* area_of(Turn& turn, const Order& order, const CaseFile& file, PrivateText& title)
{
    const auto& practice = turn.knowledge().practice;
    if (!order.people.empty()) return find_area_named(practice, order.people.front());
    if (auto named = take_name(turn.work(), title); named.area != nullptr && !named.rest.empty()) {
        title = named.rest;
        return named.area;
    }
    if (const auto* guessed = guess_area(practice, text::fold(title.reveal()))) return guessed;
    return guess_area(practice, text::fold(file.current.text.reveal()));
}

} // namespace

Done link_cause(Turn& turn, const Order& order, CaseFile& file)
{
    if (order.refs.cause) {
        if (!exists(turn.work(), *order.refs.cause)) return refuse(Refused::no_such_number, written(*order.refs.cause));
        return link(turn, order, file, *order.refs.cause);
    }
    if (order.text.empty()) return refuse(Refused::cause_missing);
    auto title = order.text;
    const auto* area = area_of(turn, order, file, title);
    if (area == nullptr) return ask_area(turn, order, file);
    CauseFile cause;
    cause.current.id = turn.stores().causes.create();
    const auto masked = masked_words(turn.work(), file.current, title);
    append(turn.work(), cause,
           causes::CauseReported{area->id, turn.wording().clipped(masked, longest_title), file.current.level});
    if (auto done = link(turn, order, file, cause.current.id); !done) return done;
    tell_product_team(turn.work(), *read_cause(turn.work(), cause.current.id));
    return {};
}

} // namespace kintsugi::service
