#include "bot/service/refusing.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/free_text.hpp"
#include "bot/service/sharing/publication_file.hpp"

namespace kintsugi::service {
namespace {

using sharing::PublicationRules;
using sharing::PublicationVerb;

/// What is missing can be said in the next message: the order waits for it.
bool can_be_filled(Refused reason)
{
    switch (reason) {
    case Refused::text_missing:
    case Refused::text_too_short:
    case Refused::time_missing:
    case Refused::reason_missing:
    case Refused::lead_gives_reason:
    case Refused::dated_promise_needed:
    case Refused::remedy_or_reason:
    case Refused::cause_missing:
    case Refused::users_word_needed:
    case Refused::evidence_missing:
    case Refused::what_changed_missing:
    case Refused::person_unknown:
    case Refused::public_line_missing:
    case Refused::number_out_of_range:
    case Refused::level_missing:
        return true;
    default:
        return false;
    }
}

std::string state_word(const Turn& turn, const std::string& name)
{
    for (const auto* table : {"status.", "publication.", "cause."})
        if (turn.wording().catalogue().has(turn.speaker().language, table + name))
            return turn.wording().word(turn.speaker().language, table + name);
    return name;
}

} // namespace

void say_refusal(Turn& turn, const conversation::Order& order, const Refusal& refusal)
{
    if (!turn.speaker().roles.employee()) return turn.say_openly("community.cannot");
    const auto key = "refusals." + std::string{name_of(refusal.reason)};
    const auto subject = refusal.reason == Refused::wrong_state ? state_word(turn, refusal.subject) : refusal.subject;
    const auto when = refusal.when ? turn.wording().full_moment(turn.reader(), *refusal.when) : std::string{};
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::refusal;
    card.lines.push_back(turn.wording().masked(turn.reader(), key, {{"subject", subject}, {"when", when}}));
    if (can_be_filled(refusal.reason)) {
        auto waiting = order;
        if (!order.text.empty()) turn.dialog().held = order.text;
        conversation::wait_for(turn.dialog(), written(conversation::Action{waiting, false}), turn.now());
    }
    if (refusal.reason == Refused::time_is_past && refusal.when) {
        auto suggested = order;
        suggested.when = refusal.when;
        if (!order.text.empty()) turn.dialog().held = order.text;
        card.buttons.push_back(
            {when, written(conversation::Action{suggested, false}), conversation::ButtonStyle::primary});
    }
    turn.reply(card);
}

bool pause_publication(Turn& turn, const conversation::Order& order)
{
    auto publication = which_publication(turn, order);
    if (!publication || !may_work_on(turn, publication->current)) return false;
    if (PublicationRules::check_state(publication->current, PublicationVerb::pause)) return false;
    append(turn.work(), *publication, sharing::Paused{});
    turn.stores().outbox.withdraw(publication->current.id);
    turn.say("publish.paused", {{"publication", written(publication->current.id)}});
    return true;
}

} // namespace kintsugi::service
