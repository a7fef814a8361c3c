#include "bot/service/handle_message.hpp"

#include "bot/service/hearing.hpp"

namespace kintsugi::service {
namespace {

/// Where it was said, if it is a place where we listen.
std::optional<Place> place_of(Stores& stores, const ConnectionId& connection, const conversation::Message& message)
{
    Place place{{connection, message.at}, {}};
    if (message.at.direct) return place;
    place.room = stores.rooms.at(connection, message.at.conversation);
    return place.room ? std::optional{std::move(place)} : std::nullopt;
}

/// The card on which the person answers, and the case it is about.
std::optional<OutboxItem> quoted_card(Stores& stores, const std::string& key)
{
    if (key.empty()) return std::nullopt;
    return stores.outbox.find(std::strtoll(key.c_str(), nullptr, 10));
}

/// Who we do not know gets a polite answer without content.
void answer_stranger(Stores& stores, const Knowledge& knowledge, const ConnectionId& connection,
                     const conversation::Message& message, Instant now)
{
    if (!message.at.direct) return;
    const conversation::Reader reader{knowledge.practice.language, knowledge.practice.zone, now};
    conversation::PublicCard card;
    card.lines.push_back(knowledge.wording.open(reader, "talk.stranger"));
    OutboxItem item;
    item.to = {connection, message.at};
    item.card = conversation::seal(card, reader.language);
    item.created_at = item.next_attempt = now;
    stores.outbox.add(item);
}

} // namespace

Handled handle_message(Stores& stores, const Knowledge& knowledge, const ConnectionId& connection,
                       const conversation::Message& message, Instant now)
{
    const auto id = stores.people.by_account(connection, message.account);
    const auto person = id ? stores.people.find(*id) : std::nullopt;
    if (!person) return answer_stranger(stores, knowledge, connection, message, now), Handled{};
    const auto place = place_of(stores, connection, message);
    if (!place || !(message.addressed || message.at.direct || message.press)) return {};
    stores.people.spoke(person->id, connection, now);

    Work work{stores, knowledge, now, person->id, person->roles, ""};
    const auto card = quoted_card(stores, message.press ? message.press->card : message.reply_to);
    Turn turn{work, *person, *place, card ? card->about : std::nullopt};
    if (message.press)
        hear_press(turn, card, *message.press);
    else
        hear_text(turn, message.text);
    work.finish();
    return {work.customer()};
}

} // namespace kintsugi::service
