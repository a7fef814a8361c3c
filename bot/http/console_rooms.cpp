#include "bot/http/console_rooms.hpp"

#include <algorithm>
#include <span>

namespace kintsugi::http {
namespace {

using service::Room;
using service::RoomPurpose;

constexpr std::string_view direct_prefix = "dm:";

struct Access {
    RoomPurpose purpose;
    std::vector<Role> roles; ///< one of them; empty: everybody
};

const Access accesses[] = {
    {RoomPurpose::team, {Role::koe, Role::lead}},
    {RoomPurpose::product, {Role::product_owner, Role::lead}},
    {RoomPurpose::crisis, {Role::commander, Role::spokesperson, Role::legal, Role::lead}},
    {RoomPurpose::community, {}},
};

bool may_enter(const Person& person, RoomPurpose purpose)
{
    const auto& roles = std::ranges::find(accesses, purpose, &Access::purpose)->roles;
    return roles.empty() || std::ranges::any_of(roles, [&](Role role) { return person.roles.has(role); });
}

} // namespace

conversation::Address direct_address(const PersonId& person)
{
    return {std::string{direct_prefix} + person.value(), true};
}

ConsoleRooms ConsoleRooms::read(service::Stores& stores, const ConnectionId& connection)
{
    ConsoleRooms rooms;
    rooms.people_ = stores.people.everyone();
    rooms.rooms_ = stores.rooms.all();
    std::erase_if(rooms.rooms_, [&](const Room& room) { return room.connection != connection; });
    return rooms;
}

const Person* ConsoleRooms::find(const PersonId& id) const
{
    const auto found = std::ranges::find(people_, id, &Person::id);
    return found == people_.end() ? nullptr : &*found;
}

const Room* ConsoleRooms::room(std::string_view conversation) const
{
    const auto found = std::ranges::find(rooms_, conversation, &Room::conversation);
    return found == rooms_.end() ? nullptr : &*found;
}

bool ConsoleRooms::exists(std::string_view conversation) const
{
    if (conversation.starts_with(direct_prefix))
        return find(PersonId{std::string{conversation.substr(direct_prefix.size())}}) != nullptr;
    return room(conversation) != nullptr;
}

bool ConsoleRooms::may_see(const PersonId& id, std::string_view conversation) const
{
    const auto* person = find(id);
    if (person == nullptr) return false;
    if (conversation.starts_with(direct_prefix)) return conversation.substr(direct_prefix.size()) == id.value();
    const auto* where = room(conversation);
    return where != nullptr && may_enter(*person, where->purpose);
}

std::vector<ConsoleConversation> ConsoleRooms::conversations_of(const Person& person) const
{
    std::vector<ConsoleConversation> conversations{{direct_address(person.id).conversation, "", "direct", 1}};
    for (const auto& room : rooms_)
        if (may_enter(person, room.purpose))
            conversations.push_back({room.conversation, room.name, name_of(room.purpose), room.members});
    return conversations;
}

} // namespace kintsugi::http
