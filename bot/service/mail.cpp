#include "bot/service/mail.hpp"

#include <stdexcept>

namespace kintsugi::service {
namespace {

/// What lies open in a conversation after a card with buttons: its numbers.
void offer_choices(Work& work, const PersonId& person, const Destination& where, const conversation::Card& card)
{
    if (!card.buttons.empty()) conversation::offer(work.dialog(person, where), card, work.now());
}

OutboxItem item_for(Work& work, const Destination& to, conversation::Card card, Priority priority)
{
    OutboxItem item;
    item.to = to;
    item.card = std::move(card);
    item.priority = priority;
    item.created_at = item.next_attempt = work.now();
    return item;
}

/// Enqueues for one person; `fill` adds what the message is about.
template <class Text, class Fill>
void to_person(Work& work, const PersonId& id, const conversation::CardOf<Text>& card, Priority priority, Fill fill)
{
    const auto person = work.person(id);
    const auto where = work.stores().people.direct(id);
    if (!person || !where) return;
    auto item = item_for(work, *where, conversation::seal(card, person->language), priority);
    fill(item);
    offer_choices(work, id, *where, item.card);
    work.stores().outbox.add(item);
}

Destination address_of(const Room& room)
{
    return {room.connection, {room.conversation, false}};
}

const PersonId everyone_in_the_room{};

} // namespace

void to_reader(Work& work, const cases::Entitlement& reader, const conversation::PrivateCard& card, Priority priority)
{
    const auto* file = work.file(reader.of());
    to_person(work, reader.reader(), card, priority, [&](OutboxItem& item) {
        item.about = reader.of();
        if (file != nullptr) item.sealed_for = file->current.customer;
    });
}

void to_author(Work& work, const PersonId& author, const conversation::PrivateCard& card)
{
    if (author != work.actor()) throw std::logic_error{"these words are somebody else's"};
    to_person(work, author, card, Priority::reply, [](OutboxItem&) {});
}

void to_colleague(Work& work, const PersonId& person, const conversation::MaskedCard& card, Priority priority,
                  std::optional<CaseId> about)
{
    to_person(work, person, card, priority, [&](OutboxItem& item) { item.about = about; });
}

void to_member(Work& work, const PersonId& person, const conversation::PublicCard& card)
{
    to_person(work, person, card, Priority::community, [](OutboxItem&) {});
}

void to_team_room(Work& work, const Room& room, const conversation::MaskedCard& card, Priority priority,
                  std::optional<CaseId> about)
{
    if (room.purpose == RoomPurpose::community) throw std::logic_error{"a community gets PublicText only"};
    auto item = item_for(work, address_of(room), conversation::seal(card, room.language), priority);
    item.about = about;
    offer_choices(work, everyone_in_the_room, item.to, item.card);
    work.stores().outbox.add(item);
}

void to_case_room(Work& work, const Room& room, const cases::Entitlement& speaker,
                  const conversation::PrivateCard& card)
{
    if (room.bound != speaker.of()) throw std::logic_error{"the room is not bound to this case"};
    const auto* file = work.file(speaker.of());
    auto item = item_for(work, address_of(room), conversation::seal(card, room.language), Priority::reply);
    item.about = speaker.of();
    if (file != nullptr) item.sealed_for = file->current.customer;
    offer_choices(work, everyone_in_the_room, item.to, item.card);
    work.stores().outbox.add(item);
}

std::int64_t to_community(Work& work, const Room& room, const conversation::PublicCard& card,
                          std::optional<PublicationId> publication)
{
    auto item = item_for(work, address_of(room), conversation::seal(card, room.language), Priority::community);
    item.publication = publication;
    offer_choices(work, everyone_in_the_room, item.to, item.card);
    return work.stores().outbox.add(item);
}

conversation::Reader reader_of(const Work& work, const Room& room)
{
    return {room.language, work.knowledge().practice.zone, work.now()};
}

} // namespace kintsugi::service
