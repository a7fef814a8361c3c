#include "bot/service/turn.hpp"

#include "bot/domain/written.hpp"

#include <stdexcept>

namespace kintsugi::service {

using conversation::CardKind;

Turn::Turn(Work& work, Person speaker, Place place, std::optional<CaseId> quoted)
    : work_(work), speaker_(std::move(speaker)), place_(std::move(place)),
      reader_(conversation::reader_of(speaker_, work.now())), quoted_(quoted)
{
}

void Turn::reply(const cases::Entitlement& speaker, const conversation::PrivateCard& card)
{
    if (place_.room && place_.room->bound == speaker.of()) return to_case_room(work_, *place_.room, speaker, card);
    point_to_direct_conversation(speaker.of());
    to_reader(work_, speaker, card);
}

void Turn::reply(const conversation::MaskedCard& card, std::optional<CaseId> about)
{
    if (!speaker_.roles.employee()) throw std::logic_error{"a member gets PublicText only"};
    point_to_direct_conversation(about);
    to_colleague(work_, speaker_.id, card, Priority::reply, about);
}

void Turn::reply_to_own_words(const conversation::PrivateCard& card)
{
    point_to_direct_conversation({});
    to_author(work_, speaker_.id, card);
}

void Turn::reply(const conversation::PublicCard& card)
{
    to_member(work_, speaker_.id, card);
}

void Turn::say(std::string_view key, conversation::Slots<MaskedText> slots, std::optional<CaseId> about)
{
    conversation::MaskedCard card;
    card.lines.push_back(wording().masked(reader_, key, slots));
    reply(card, about);
}

void Turn::say_openly(std::string_view key, conversation::Slots<PublicText> slots)
{
    conversation::PublicCard card;
    card.lines.push_back(wording().open(reader_, key, slots));
    reply(card);
}

/// In a room of colleagues only the number appears; the answer is in the direct conversation. PRODUCT.md, ground
/// rule 4.
void Turn::point_to_direct_conversation(std::optional<CaseId> about)
{
    if (!place_.room || pointed_ || place_.room->purpose == RoomPurpose::community) return;
    pointed_ = true;
    const auto reader = reader_of(work_, *place_.room);
    conversation::MaskedCard card;
    card.lines.push_back(about ? wording().masked(reader, "talk.number_and_direct", {{"case", written(*about)}})
                               : wording().masked(reader, "talk.wrote_to_you"));
    to_team_room(work_, *place_.room, card);
}

cases::Entitlement Turn::entitled(const CaseFile& file) const
{
    auto entitlement = cases::may_read(speaker_, file.current);
    if (!entitlement) throw std::logic_error{"permission was not checked"};
    return *entitlement;
}

void Turn::set_speaker(Person person)
{
    speaker_ = std::move(person);
    reader_ = conversation::reader_of(speaker_, work_.now());
}

std::string label_of(Work& work, CustomerId customer, Language language)
{
    const auto found = work.stores().customers.find(customer);
    const auto& words = work.wording().catalogue().list(language, "labels.customers");
    const auto& word = words.at(static_cast<std::size_t>(found ? found->label : 0) % words.size());
    if (!found || found->serial < 2) return word;
    return word + " " + std::to_string(found->serial);
}

std::string name_of_person(Work& work, const PersonId& id)
{
    const auto person = work.person(id);
    return person ? person->name : id.value();
}

} // namespace kintsugi::service
