#pragma once
// People, rooms and cards in few words.

#include "bot/service/records.hpp"

#include <string>

namespace kintsugi::tests {

inline const ConnectionId console_id{std::string{"console"}};

inline Person a_person(const std::string& id, const std::string& name, Roles roles,
                       Language language = Language::chinese, const std::string& zone = "Asia/Shanghai")
{
    Person person;
    person.id = PersonId{id};
    person.name = name;
    person.roles = roles;
    person.language = language;
    person.zone = Zone{zone};
    return person;
}

inline service::Room a_room(const std::string& id, service::RoomPurpose purpose, const std::string& name,
                            const ConnectionId& connection = console_id)
{
    service::Room room;
    room.id = RoomId{id};
    room.connection = connection;
    room.conversation = id;
    room.purpose = purpose;
    room.name = name;
    return room;
}

inline service::OutboxItem an_item(const std::string& conversation, const conversation::Card& card, Instant created_at)
{
    service::OutboxItem item;
    item.to = {console_id, {conversation, conversation.starts_with("dm:")}};
    item.card = card;
    item.created_at = created_at;
    return item;
}

} // namespace kintsugi::tests
