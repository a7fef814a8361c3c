// 发布, 已发, 暂停对外, 恢复对外: outward, with a hold in which it can be undone. PRODUCT.md, 3.3.

#include "bot/service/sharing/publishing.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/consent_file.hpp"
#include "bot/service/sharing/share_cards.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;
using sharing::PublicationRules;
using sharing::PublicationState;
using sharing::PublicationVerb;

bool may_hold(const Roles& roles)
{
    return roles.has(Role::lead) || roles.has(Role::commander) || roles.has(Role::legal) ||
           roles.has(Role::spokesperson) || roles.has(Role::admin);
}

/// Posts of today in a room, by the room's local day.
int posted_today(Work& work, const Room& room)
{
    const auto& zone = work.knowledge().practice.zone;
    const auto midnight = zone.instant(zone.local(work.now()).date, TimeOfDay{0});
    constexpr PublicationState out[] = {PublicationState::delivered, PublicationState::corrected,
                                        PublicationState::queued, PublicationState::awaiting_sender};
    const auto rows = work.stores().publications.in_states(out);
    return static_cast<int>(std::ranges::count_if(rows, [&](const PublicationRow& row) {
        return row.audience == room.id && (!row.delivered_at || *row.delivered_at >= midnight);
    }));
}

/// The text waits for a person who can post it: exactly the words, and a button to say that it is out.
void ask_publisher(Work& work, const Room& room, const sharing::Publication& publication,
                   const conversation::PublicCard& public_card)
{
    const auto publisher = work.person(room.publisher);
    if (!publisher) return;
    const auto reader = conversation::reader_of(*publisher, work.now());
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::share_preview;
    card.title = work.wording().masked(reader, "publish.please_post",
                                       {{"publication", written(publication.id)}, {"room", room.name}});
    card.copy = work.wording().masked(reader, "publish.copy",
                                      {{"title", public_card.title}, {"text", public_card.lines.at(1)}});
    card.buttons.push_back(button(work.wording(), reader, "button.posted", act(Verb::sent).on(publication.id),
                                  conversation::ButtonStyle::primary));
    if (const auto where = work.stores().people.direct(publisher->id))
        work.dialog(publisher->id, *where).last_publication = publication.id;
    to_colleague(work, publisher->id, card, Priority::approval, publication.of);
}

void tell_followers(Work& work, const sharing::Publication& publication)
{
    for (const auto& member : work.stores().board.followers(publication.of)) {
        const auto person = work.person(member);
        if (!person) continue;
        const auto reader = conversation::reader_of(*person, work.now());
        conversation::PublicCard card;
        card.kind = conversation::CardKind::community;
        card.title = board_title(work, reader, publication.alias, publication.step);
        card.lines.push_back(work.wording().open(reader, "community.followed_moved"));
        card.step = static_cast<int>(publication.step);
        to_member(work, member, card);
    }
}

} // namespace

void tell_author_of(Work& work, const sharing::Publication& publication, std::string_view key,
                    conversation::Slots<MaskedText> slots)
{
    const auto author = work.person(publication.author);
    if (!author) return;
    conversation::MaskedCard card;
    card.lines.push_back(work.wording().masked(conversation::reader_of(*author, work.now()), key, slots));
    to_colleague(work, author->id, card, Priority::approval, publication.of);
}

void release_publication(Work& work, PublicationFile& publication)
{
    auto& current = publication.current;
    auto* file = work.file(current.of);
    const auto room = work.stores().rooms.find(current.audience);
    if (file == nullptr || !room) return append(work, publication, sharing::DeliveryFailed{});
    const auto consent = read_consent(work, current.of);
    const auto text = PublicationRules::release(current, surroundings(work, current, *file, consent));
    if (!text) {
        const auto author = work.person(current.author);
        const auto language = author ? author->language : work.knowledge().practice.language;
        const conversation::Reader reader{language, work.knowledge().practice.zone, work.now()};
        append(work, publication, sharing::Paused{});
        tell_author_of(
            work, current, "publish.stopped",
            {{"publication", written(current.id)},
             {"reason", work.wording().masked(reader, "refusals." + std::string{name_of(text.error().reason)},
                                              {{"subject", text.error().subject}, {"when", ""}})}});
        return;
    }
    const auto card = community_card(work, *room, current, *text, next_update_of(work, *file));
    append(work, publication, sharing::Released{!room->posts_unattended});
    if (room->posts_unattended)
        to_community(work, *room, card, current.id);
    else
        ask_publisher(work, *room, current, card);
}

void publication_delivered(Work& work, PublicationFile& publication)
{
    append(work, publication, sharing::Delivered{});
    const auto& current = publication.current;
    const auto room = work.stores().rooms.find(current.audience);
    const auto author = work.person(current.author);
    if (!room || !author) return;
    const auto reader = conversation::reader_of(*author, work.now());
    tell_author_of(work, current, "publish.delivered",
                   {{"publication", written(current.id)},
                    {"at", work.wording().moment(reader, work.now())},
                    {"room", room->name},
                    {"members", room->members}});
    tell_followers(work, current);
    if (const auto* file = work.file(current.of);
        file != nullptr && file->current.cause && current.step == sharing::Step::improved)
        members_heard(work, *file->current.cause);
}

void publication_failed(Work& work, PublicationFile& publication)
{
    append(work, publication, sharing::DeliveryFailed{});
    tell_author_of(work, publication.current, "publish.failed", {{"publication", written(publication.current.id)}});
}

Done publish(Turn& turn, const Order& order)
{
    auto publication = which_publication(turn, order);
    if (!publication) return tl::unexpected{publication.error()};
    auto& current = publication->current;
    if (!order.refs.publication) return show_publication(turn, current.id); // outward needs the number or the button
    if (!may_work_on(turn, current)) return refuse(Refused::owner_only);
    if (auto refusal = PublicationRules::check_state(current, PublicationVerb::publish))
        return tl::unexpected{std::move(*refusal)};
    if (turn.now() - *current.approved_at > sharing::approval_lasts) return refuse(Refused::approval_expired);
    auto* file = turn.work().file(current.of);
    const auto room = turn.stores().rooms.find(current.audience);
    if (file == nullptr || !room) return refuse(Refused::cannot_show, written(current.id));
    const auto consent = read_consent(turn.work(), current.of);
    if (auto refusal = PublicationRules::check_outward(current, surroundings(turn.work(), current, *file, consent)))
        return tl::unexpected{std::move(*refusal)};
    if (room->posts_a_day > 0 && posted_today(turn.work(), *room) >= room->posts_a_day)
        return refuse(Refused::daily_quota, room->name);
    append(turn.work(), *publication, sharing::Queued{turn.now() + cases::outward_hold});
    conversation::MaskedCard card;
    card.lines.push_back(turn.wording().masked(turn.reader(),
                                               room->posts_unattended ? "publish.hold" : "publish.hold_then_owner",
                                               {{"publication", written(current.id)},
                                                {"room", room->name},
                                                {"members", room->members},
                                                {"seconds", cases::outward_hold.count()}}));
    card.buttons.push_back(button(turn.wording(), turn.reader(), "button.undo", act(Verb::undo).on(current.id)));
    turn.reply(card, current.of);
    return {};
}

Done confirm_sent(Turn& turn, const Order& order)
{
    auto publication = which_publication(turn, order);
    if (!publication) return tl::unexpected{publication.error()};
    if (auto refusal = PublicationRules::check_state(publication->current, PublicationVerb::confirm_sent))
        return tl::unexpected{std::move(*refusal)};
    const auto room = turn.stores().rooms.find(publication->current.audience);
    const bool posts = room && room->publisher == turn.speaker().id;
    if (!posts && !may_work_on(turn, publication->current)) return refuse(Refused::not_for_you);
    publication_delivered(turn.work(), *publication);
    if (publication->current.author != turn.speaker().id)
        turn.say("publish.noted", {{"publication", written(publication->current.id)}});
    return {};
}

Done hold_all(Turn& turn, const Order&)
{
    if (!may_hold(turn.speaker().roles)) return refuse(Refused::lead_only);
    turn.stores().settings.set("outbound_hold", "on");
    turn.stores().audit.add({turn.speaker().id, "hold_all", ""}, turn.now());
    turn.say("publish.hold_all");
    return {};
}

Done resume_all(Turn& turn, const Order&)
{
    if (!may_hold(turn.speaker().roles)) return refuse(Refused::lead_only);
    turn.stores().settings.set("outbound_hold", "off");
    turn.stores().audit.add({turn.speaker().id, "resume_all", ""}, turn.now());
    turn.say("publish.resume_all");
    return {};
}

} // namespace kintsugi::service
