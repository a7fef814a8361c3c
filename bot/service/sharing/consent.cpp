// 征求同意, 同意, 不同意, 撤回同意: asked by a person, in exact words; silence is no. PRODUCT.md, 3.2 and 7.5.

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/consent_file.hpp"
#include "bot/service/sharing/drafting.hpp"
#include "bot/service/sharing/publication_file.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;
using sharing::ConsentVerb;
using sharing::PublicationState;
using sharing::Scope;

/// Withdrawn consent: how long until every copy must be handled, by level (PRODUCT.md, section 4).
Milliseconds take_down_time(cases::Level level)
{
    switch (level) {
    case cases::Level::severe:
        return std::chrono::hours{1};
    case cases::Level::medium:
        return std::chrono::hours{2};
    case cases::Level::mild:
        return std::chrono::hours{4};
    }
    return std::chrono::hours{4};
}

/// Of the forbidden words those that the reader would write; the others count all the same.
std::string text_of_conditions(const std::vector<PrivateText>& forbidden, Language language)
{
    std::vector<std::string> words;
    for (const auto& word : forbidden)
        if (text::has_ideographs(word.reveal()) == (language == Language::chinese)) words.push_back(word.reveal());
    return text::joined(words, " / ");
}

/// The words for the user: what would be shown, where, for how long, and that no is fine.
PrivateText words_to_ask(Turn& turn, const CaseFile& file, const Room& room, const MaskedText& example)
{
    const auto customer = turn.stores().customers.find(file.current.customer);
    const bool named = customer && !customer->name.empty();
    return turn.wording().say(turn.reader(), named ? "consent.words_named" : "consent.words",
                              {{"name", named ? customer->name : PrivateText{}},
                               {"example", example},
                               {"room", room.name},
                               {"days", sharing::consent_lasts.count()}});
}

/// Stops what is on its way and takes down what we control; the rest becomes a task with a clock.
int take_everything_down(Turn& turn, CaseFile& file)
{
    int live = 0;
    for (const auto& row : turn.stores().publications.of_case(file.current.id)) {
        auto publication = read_publication(turn.work(), row.id);
        if (!publication) continue;
        switch (publication->current.state) {
        case PublicationState::delivered:
        case PublicationState::corrected:
        case PublicationState::awaiting_sender:
            append(turn.work(), *publication, sharing::TakenDown{false, {}});
            turn.stores().outbox.withdraw(row.id);
            ++live;
            break;
        case PublicationState::approved:
        case PublicationState::queued:
            append(turn.work(), *publication, sharing::Paused{});
            turn.stores().outbox.withdraw(row.id);
            break;
        default:
            break;
        }
    }
    return live;
}

} // namespace

Done ask_consent(Turn& turn, const Order& order, CaseFile& file)
{
    const auto room = room_for_sharing(turn.work(), order.text);
    if (!room) return refuse(Refused::room_unknown);
    const auto scope = order.scope.value_or(Scope::result);
    const auto draft = draft_text(turn.work(), file, *room, without_room(order.text, *room));
    if (!draft) return tl::unexpected{draft.error()};
    const sharing::ConsentOrder ask{ConsentVerb::ask, scope, draft->free_text_hash, {}, {}};
    if (auto consent = order_consent(turn.work(), file.current, ask); !consent) return tl::unexpected{consent.error()};

    const auto id = file.current.id;
    conversation::PrivateCard card;
    card.kind = conversation::CardKind::consent_request;
    card.title =
        turn.wording().say(turn.reader(), "consent.title", {{"case", written(id)}, {"heat", file.current.heat}});
    card.copy = words_to_ask(turn, file, *room, draft->text);
    card.lines.push_back(turn.wording().say(turn.reader(), "consent.then"));
    const auto yes = [&](Scope which) { return act(Verb::consent_yes).on(id).scope(which).asking(); };
    card.buttons = {
        button(turn.wording(), turn.reader(), "scope.scope_1", yes(Scope::process)),
        button(turn.wording(), turn.reader(), "scope.scope_2", yes(Scope::result), conversation::ButtonStyle::primary),
        button(turn.wording(), turn.reader(), "button.refused", act(Verb::consent_no).on(id).asking())};
    card.footer = turn.wording().say(turn.reader(), "consent.footer");
    turn.reply(turn.entitled(file), card);
    return {};
}

Done grant_consent(Turn& turn, const Order& order, CaseFile& file)
{
    const auto asked = read_consent(turn.work(), file.current.id);
    sharing::ConsentOrder grant;
    grant.verb = ConsentVerb::grant;
    grant.scope = order.scope.value_or(asked.scope);
    grant.evidence = order.text;
    grant.forbidden = turn.knowledge().grammar.conditions(order.text);
    const auto consent = order_consent(turn.work(), file.current, grant);
    if (!consent) return tl::unexpected{consent.error()};
    conversation::PrivateCard card;
    const auto id = file.current.id;
    card.lines.push_back(turn.wording().say(
        turn.reader(), "consent.granted",
        {{"case", written(id)},
         {"scope", turn.wording().word(turn.speaker().language, "scope." + std::string{name_of(consent->scope)})},
         {"until", turn.wording().long_day(turn.reader(), *consent->expires)}}));
    if (!grant.forbidden.empty())
        card.lines.push_back(
            turn.wording().say(turn.reader(), "consent.condition",
                               {{"words", PrivateText{text_of_conditions(grant.forbidden, turn.speaker().language)}}}));
    card.buttons.push_back(button(turn.wording(), turn.reader(), "button.preview", act(Verb::preview).on(id),
                                  conversation::ButtonStyle::primary));
    turn.reply(turn.entitled(file), card);
    return {};
}

Done refuse_consent(Turn& turn, const Order& order, CaseFile& file)
{
    sharing::ConsentOrder no;
    no.verb = ConsentVerb::refuse;
    no.evidence = order.text;
    if (auto consent = order_consent(turn.work(), file.current, no); !consent) return tl::unexpected{consent.error()};
    turn.say("consent.refused", {{"case", written(file.current.id)}}, file.current.id);
    return {};
}

Done withdraw_consent(Turn& turn, const Order& order, CaseFile& file)
{
    sharing::ConsentOrder withdraw;
    withdraw.verb = ConsentVerb::withdraw;
    withdraw.evidence = order.text;
    auto consent = order_consent(turn.work(), file.current, withdraw);
    if (!consent) return tl::unexpected{consent.error()};
    const int live = take_everything_down(turn, file);
    const auto id = file.current.id;
    if (live == 0) return turn.say("consent.withdrawn_nothing_out", {{"case", written(id)}}, id), Done{};
    const auto due = turn.now() + take_down_time(file.current.level);
    if (cases::is_open(file.current.status)) {
        const auto what = turn.wording().say(turn.reader(), "consent.take_down_task");
        if (auto done = turn.work().apply(file, cases::AddTask{what, {}, due}, order.reason); !done) return done;
    }
    turn.say("consent.withdrawn",
             {{"case", written(id)}, {"count", live}, {"due", turn.wording().moment(turn.reader(), due)}}, id);
    return {};
}

} // namespace kintsugi::service
