#pragma once
// Who sees which conversation of the web chat: a direct one only its person, a team room KOEs and leads, a product room
// product owners and leads, a community everybody.

#include "bot/service/stores.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::http {

struct ConsoleConversation {
    std::string id;           ///< the platform's: dm:<person>, or of a room
    std::string name;         ///< empty for a direct conversation
    std::string_view purpose; ///< direct, or as rooms are called
    int members = 0;
};

[[nodiscard]] conversation::Address direct_address(const PersonId& person);

/// Everybody and the rooms of one connection, as they are now.
class ConsoleRooms {
public:
    [[nodiscard]] static ConsoleRooms read(service::Stores& stores, const ConnectionId& connection);

    [[nodiscard]] const std::vector<Person>& people() const { return people_; }
    [[nodiscard]] const Person* find(const PersonId& id) const;
    [[nodiscard]] bool exists(std::string_view conversation) const;
    [[nodiscard]] bool may_see(const PersonId& id, std::string_view conversation) const;
    [[nodiscard]] std::vector<ConsoleConversation> conversations_of(const Person& person) const;

private:
    [[nodiscard]] const service::Room* room(std::string_view conversation) const;

    std::vector<Person> people_;
    std::vector<service::Room> rooms_;
};

} // namespace kintsugi::http
