#include "bot/service/hearing.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/match.hpp"
#include "bot/service/free_text.hpp"
#include "bot/service/refusing.hpp"
#include "bot/service/sharing/public_status.hpp"
#include "bot/service/verb_table.hpp"

namespace kintsugi::service {
namespace {

using conversation::Verb;

/// The words that waited for a choice go with the order that the choice makes.
void give_held_words(Turn& turn, Order& order)
{
    auto& held = turn.dialog().held;
    if (held.empty() || !order.text.empty() || !conversation::row_of(order.verb).takes.text) return;
    order.text = std::exchange(held, {});
}

Done perform(Turn& turn, const Order& order)
{
    const auto& handler = handler_of(order.verb);
    if (handler.whom == For::employees && !turn.speaker().roles.employee()) return refuse(Refused::not_for_you);
    if (const auto* plain = std::get_if<Plain>(&handler.handle)) return (*plain)(turn, order);
    auto file = which_case(turn, order, handler.merged);
    if (!file) return tl::unexpected{file.error()};
    if (*file == nullptr) return {};
    return std::get<OnCase>(handler.handle)(turn, order, **file);
}

/// A choice of the last card in this conversation; in a room also of the room's last card.
std::optional<std::string> chosen(Turn& turn, int number)
{
    if (auto action = conversation::choice(turn.dialog(), number, turn.now())) return action;
    if (!turn.place().room) return std::nullopt;
    const auto room = turn.stores().dialogs.load(PersonId{}, turn.place().where);
    return conversation::choice(room, number, turn.now());
}

/// A bare number from a member that is no choice may still be an alias.
void no_such_choice(Turn& turn, int number, const PrivateText& text)
{
    if (turn.speaker().roles.employee()) return turn.say("talk.no_such_choice", {{"number", number}});
    Order order;
    order.text = text;
    (void)show_public_status(turn, order); // answers whatever it finds
}

void hear_choices(Turn& turn, const conversation::Choices& choices, const PrivateText& text)
{
    for (const auto number : choices.numbers) {
        const auto action = chosen(turn, number);
        if (action) {
            carry_out_action(turn, *action);
        } else if (turn.place().room || !fill_pending(turn, text)) {
            return no_such_choice(turn, number, text);
        } else {
            return;
        }
    }
}

/// A question is answered, never obeyed: how things stand, and the order as a button.
void answer_question(Turn& turn, const conversation::Question& question)
{
    auto show = question.about;
    show.verb = Verb::show;
    if (!turn.speaker().roles.employee()) return carry_out(turn, show);
    show.text = {};
    carry_out(turn, show);
    auto order = question.about;
    order.text = {};
    order.reason = {};
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::choice;
    const auto word = turn.knowledge().grammar.say(order.verb, turn.speaker().language);
    card.lines.push_back(turn.wording().masked(turn.reader(), "talk.only_asked", {{"verb", word}}));
    card.buttons.push_back({word, written(conversation::Action{order, false}), conversation::ButtonStyle::plain});
    turn.reply(card);
}

/// 先别发布: nothing happens, and a text that was about to go out stops.
void obey_negation(Turn& turn, const conversation::Blocked& blocked)
{
    if (!turn.speaker().roles.employee()) return turn.say_openly("community.cannot");
    if (blocked.what.verb == Verb::publish && pause_publication(turn, blocked.what)) return;
    turn.say("talk.did_nothing", {{"verb", turn.knowledge().grammar.say(blocked.what.verb, turn.speaker().language)}});
}

void old_button(Turn& turn)
{
    if (turn.speaker().roles.employee()) return turn.say("talk.old_button");
    turn.say_openly("community.unknown");
}

void hear_mention(Turn& turn, const conversation::Mention& mention)
{
    if (fill_pending_reference(turn, mention.refs)) return;
    Order show;
    show.verb = Verb::show;
    show.refs = mention.refs;
    carry_out(turn, show);
}

} // namespace

void carry_out(Turn& turn, const Order& order)
{
    turn.work().name_act(order.verb);
    auto complete = order;
    give_held_words(turn, complete);
    if (const auto done = perform(turn, complete); !done) say_refusal(turn, complete, done.error());
}

void carry_out_action(Turn& turn, const std::string& line)
{
    const auto action = conversation::parse_action(line);
    if (!action) return old_button(turn);
    if (!action->asks) return carry_out(turn, action->order);
    ask_for_rest(turn, action->order);
}

void hear_text(Turn& turn, const PrivateText& text)
{
    if (!turn.speaker().roles.employee() && turn.place().room && turn.place().room->purpose != RoomPurpose::community)
        return;
    const auto utterances = turn.knowledge().grammar.understand(text, turn.now(), turn.speaker().zone);
    for (const auto& utterance : utterances)
        std::visit(Match{[&](const Order& order) {
                             conversation::wait_for(turn.dialog(), {}, turn.now());
                             carry_out(turn, order);
                         },
                         [&](const conversation::Question& question) { answer_question(turn, question); },
                         [&](const conversation::Blocked& blocked) { obey_negation(turn, blocked); },
                         [&](const conversation::Choices& choices) { hear_choices(turn, choices, text); },
                         [&](const conversation::Mention& mention) { hear_mention(turn, mention); },
                         [&](const conversation::FreeText& words) { hear_free_text(turn, words); }},
                   utterance);
}

void hear_press(Turn& turn, const std::optional<OutboxItem>& card, const conversation::Press& press)
{
    const bool ours = card && card->to.connection == turn.place().where.connection &&
                      card->to.address.conversation == turn.place().where.address.conversation;
    const auto index = static_cast<std::size_t>(press.button) - 1;
    if (!ours || press.button < 1 || index >= card->card.buttons.size()) return old_button(turn);
    carry_out_action(turn, card->card.buttons[index].action);
}

} // namespace kintsugi::service
