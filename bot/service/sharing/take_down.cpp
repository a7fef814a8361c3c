// 更正, 撤下: what is out is corrected first, taken down where it must be, and honestly reported where it cannot be.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/publication_file.hpp"
#include "bot/service/sharing/publishing.hpp"
#include "bot/service/sharing/share_cards.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;
using sharing::PublicationRules;
using sharing::PublicationVerb;

/// Echo before effect: the exact words and the exact audience, then a button.
void ask_before_correcting(Turn& turn, const sharing::Publication& current, const Room& room, const MaskedText& words)
{
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::share_preview;
    card.title =
        turn.wording().masked(turn.reader(), "correct.preview",
                              {{"publication", written(current.id)}, {"room", room.name}, {"members", room.members}});
    card.lines.push_back(words);
    card.buttons = {button(turn.wording(), turn.reader(), "button.post_correction",
                           act(Verb::correct).on(current.id).number(1), conversation::ButtonStyle::primary),
                    button(turn.wording(), turn.reader(), "button.not_now", act(Verb::show).on(current.id))};
    turn.reply(card, current.of);
}

void post_correction(Work& work, const Room& room, const sharing::Publication& current, const PublicText& words)
{
    const auto reader = reader_of(work, room);
    conversation::PublicCard card;
    card.kind = conversation::CardKind::community;
    card.title =
        work.wording().open(reader, "correct.title", {{"alias", work.wording().alias(reader.language, current.alias)}});
    card.lines.push_back(words);
    to_community(work, room, card, {});
}

} // namespace

Done correct(Turn& turn, const Order& order)
{
    auto publication = which_publication(turn, order);
    if (!publication) return tl::unexpected{publication.error()};
    auto& current = publication->current;
    if (!may_work_on(turn, current)) return refuse(Refused::owner_only);
    if (auto refusal = PublicationRules::check_state(current, PublicationVerb::correct))
        return tl::unexpected{std::move(*refusal)};
    auto* file = turn.work().file(current.of);
    const auto room = turn.stores().rooms.find(current.audience);
    if (file == nullptr || !room) return refuse(Refused::cannot_show, written(current.id));
    const bool confirmed = order.from_button && !order.numbers.empty();
    // After the choice these are the words that waited for it.
    if (order.text.empty()) return refuse(Refused::text_missing);
    if (outbound_on_hold(turn.work())) return refuse(Refused::outbound_on_hold);
    const auto words = masked_words(turn.work(), file->current, order.text);
    if (!confirmed) {
        turn.dialog().held = order.text;
        ask_before_correcting(turn, current, *room, words);
        return {};
    }
    const bool residue = turn.knowledge().anonymizer.residue(words, known_values(turn.work(), file->current));
    const auto released = PublicationRules::release_correction(current, words, residue);
    if (!released) return tl::unexpected{released.error()};
    append(turn.work(), *publication, sharing::Corrected{words});
    post_correction(turn.work(), *room, current, *released);
    turn.say("correct.done", {{"publication", written(current.id)}, {"room", room->name}}, current.of);
    return {};
}

Done take_down(Turn& turn, const Order& order)
{
    auto publication = which_publication(turn, order);
    if (!publication) return tl::unexpected{publication.error()};
    auto& current = publication->current;
    if (!may_work_on(turn, current)) return refuse(Refused::owner_only);
    if (auto refusal = PublicationRules::check_state(current, PublicationVerb::take_down))
        return tl::unexpected{std::move(*refusal)};
    const auto room = turn.stores().rooms.find(current.audience);
    if (!room) return refuse(Refused::room_unknown);
    const bool confirmed = order.from_button && !order.numbers.empty();
    if (!confirmed) {
        conversation::MaskedCard card;
        card.kind = conversation::CardKind::choice;
        card.lines.push_back(turn.wording().masked(turn.reader(), "take_down.really",
                                                   {{"publication", written(current.id)}, {"room", room->name}}));
        card.buttons = {
            button(turn.wording(), turn.reader(), "button.take_down", act(Verb::take_down).on(current.id).number(1),
                   conversation::ButtonStyle::danger),
            button(turn.wording(), turn.reader(), "button.correct", act(Verb::correct).on(current.id).asking())};
        turn.reply(card, current.of);
        return {};
    }
    append(turn.work(), *publication, sharing::TakenDown{false, order.text});
    turn.stores().outbox.withdraw(current.id);
    turn.say("take_down.done", {{"publication", written(current.id)}, {"room", room->name}}, current.of);
    return {};
}

} // namespace kintsugi::service
