#include "bot/service/free_text.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/hearing.hpp"
#include "bot/service/sharing/consent_file.hpp"
#include "bot/service/sharing/public_status.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::Answer;
using conversation::Verb;

Order order_on(Verb verb, CaseId id, PrivateText text)
{
    Order order;
    order.verb = verb;
    order.refs.of_case = id;
    order.text = std::move(text);
    return order;
}

/// The case that the person is working on, if it is clear which.
CaseFile* current_case(Turn& turn)
{
    if (turn.quoted()) return turn.work().file(*turn.quoted());
    const auto recent = conversation::touched_recently(turn.dialog(), turn.now());
    return recent.empty() ? nullptr : turn.work().file(recent.front());
}

/// What the user said decides by the state of the case: an answer about consent, about the end, or just a reply.
void hear_users_words(Turn& turn, const PrivateText& words, const CaseFile* file)
{
    const auto& grammar = turn.knowledge().grammar;
    const auto id = file->current.id;
    const auto consent = read_consent(turn.work(), id);
    if (consent.state == sharing::ConsentState::asked) {
        const auto answer = grammar.consent_answer(words);
        if (answer == Answer::yes) return carry_out(turn, order_on(Verb::consent_yes, id, words));
        if (answer == Answer::no) return carry_out(turn, order_on(Verb::consent_no, id, words));
    }
    if (file->current.status == cases::Status::resolved) {
        const auto answer = grammar.settled_answer(words);
        if (answer == Answer::yes) return carry_out(turn, order_on(Verb::confirmed, id, words));
        if (answer == Answer::no) return carry_out(turn, order_on(Verb::not_accepted, id, words));
    }
    if (file->current.status == cases::Status::closed) return carry_out(turn, order_on(Verb::follow_up, id, words));
    if (file->current.status == cases::Status::fresh) return carry_out(turn, order_on(Verb::note, id, words));
    carry_out(turn, order_on(Verb::replied, id, words));
}

/// 没回就是不同意: nothing is asked a second time.
bool hear_silence(Turn& turn, const PrivateText& text)
{
    const auto* file = current_case(turn);
    if (file == nullptr || !turn.knowledge().grammar.is_silence(text)) return false;
    if (read_consent(turn.work(), file->current.id).state != sharing::ConsentState::asked) return false;
    turn.say("consent.silence", {{"case", written(file->current.id)}}, file->current.id);
    return true;
}

/// One line, the closest verbs, and nothing changed; long words may be a complaint after all.
void not_understood(Turn& turn, const PrivateText& text, const CaseFile* current)
{
    constexpr std::size_t looks_like_content = 12;
    const auto language = turn.speaker().language;
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::choice;
    const auto closest = turn.knowledge().grammar.closest(text);
    std::vector<std::string> words;
    for (const auto verb : closest)
        words.push_back(
            turn.wording()
                .masked(turn.reader(), "talk.quoted", {{"words", turn.knowledge().grammar.say(verb, language)}})
                .reveal());
    card.lines.push_back(words.empty() ? turn.wording().masked(turn.reader(), "talk.not_understood")
                                       : turn.wording().masked(turn.reader(), "talk.not_understood_closest",
                                                               {{"verbs", text::joined(words, " ")}}));
    if (text::length(text.reveal()) >= looks_like_content && turn.speaker().roles.has(Role::koe)) {
        turn.dialog().held = text;
        card.buttons.push_back(conversation::button(turn.wording(), turn.reader(), "button.open", act(Verb::open)));
        if (current != nullptr)
            card.buttons.push_back(
                {turn.wording()
                     .masked(turn.reader(), "button.note_on", {{"case", written(current->current.id)}})
                     .reveal(),
                 act(Verb::note).on(current->current.id),
                 {}});
    }
    turn.reply(card);
}

/// Hot words of a user while nothing was asked of this one: perhaps another complaint.
bool may_be_new(Turn& turn, const cases::Reading& reading, const cases::Case& current)
{
    const bool answer_awaited = current.status == cases::Status::resolved || current.status == cases::Status::closed ||
                                current.status == cases::Status::waiting_user ||
                                read_consent(turn.work(), current.id).state == sharing::ConsentState::asked;
    return !answer_awaited && reading.complaint && reading.heat >= 2;
}

void offer_note(Turn& turn, const PrivateText& text, CaseId id)
{
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::choice;
    card.lines.push_back(turn.wording().masked(turn.reader(), "talk.note_here", {{"case", written(id)}}));
    card.buttons = {conversation::button(turn.wording(), turn.reader(), "button.note_it", act(Verb::note).on(id),
                                         conversation::ButtonStyle::primary),
                    conversation::button(turn.wording(), turn.reader(), "button.touch_it", act(Verb::touched).on(id)),
                    conversation::button(turn.wording(), turn.reader(), "button.open", act(Verb::open))};
    turn.dialog().held = text;
    turn.reply(card, id);
}

} // namespace

void ask_for_rest(Turn& turn, const Order& order)
{
    if (!turn.speaker().roles.employee()) return turn.say_openly("community.cannot"); // a colleague's button
    const auto key = "ask." + std::string{name_of(order.verb)};
    auto waiting = order;
    waiting.text = {};
    waiting.reason = {};
    if (order.verb == Verb::level && !order.level) return carry_out(turn, waiting);
    conversation::wait_for(turn.dialog(), written(conversation::Action{waiting, false}), turn.now());
    turn.dialog().choices.clear();
    turn.say(turn.wording().catalogue().has(turn.speaker().language, key) ? key : "ask.anything");
}

bool fill_pending(Turn& turn, const PrivateText& text)
{
    const auto line = conversation::take_pending(turn.dialog(), turn.now());
    const auto action = line ? conversation::parse_action(*line) : std::nullopt;
    if (!action) return false;
    auto order = turn.knowledge().grammar.fill(action->order, text, turn.now(), turn.speaker().zone);
    order.from_button = false;
    carry_out(turn, order);
    return true;
}

bool fill_pending_reference(Turn& turn, const conversation::References& refs)
{
    const auto line = conversation::take_pending(turn.dialog(), turn.now());
    const auto action = line ? conversation::parse_action(*line) : std::nullopt;
    if (!action) return false;
    auto order = action->order;
    if (refs.cause) order.refs.cause = refs.cause;
    if (refs.publication) order.refs.publication = refs.publication;
    if (refs.of_case) (order.refs.of_case ? order.refs.second_case : order.refs.of_case) = refs.of_case;
    carry_out(turn, order);
    return true;
}

void hear_free_text(Turn& turn, const conversation::FreeText& words)
{
    if (!turn.speaker().roles.employee()) return take_comment(turn, words.text);
    const auto reading = cases::read_complaint(text::fold(words.text.reveal()), turn.knowledge().lexicon);
    const auto* current = current_case(turn);
    const bool about_current = words.users_words && current != nullptr && turn.dialog().pending.empty();
    if (about_current && !may_be_new(turn, reading, current->current))
        return hear_users_words(turn, words.text, current);
    if (about_current) return offer_note(turn, words.text, current->current.id);
    if (fill_pending(turn, words.text)) return;
    if (hear_silence(turn, words.text)) return;
    if (current != nullptr && reading.progress && reading.heat < 2)
        return offer_note(turn, words.text, current->current.id);
    if (reading.complaint && turn.speaker().roles.has(Role::koe)) {
        Order open;
        open.verb = Verb::open;
        open.text = words.text;
        return carry_out(turn, open);
    }
    not_understood(turn, words.text, current);
}

} // namespace kintsugi::service
