// Who sees what in the web chat.
#include "bot/http/console_rooms.hpp"
#include "tests/fakes/chat_samples.hpp"
#include "tests/fakes/chat_stores.hpp"

#include <catch2/catch.hpp>

using namespace kintsugi;
using namespace kintsugi::http;
using namespace kintsugi::tests;
using service::RoomPurpose;

namespace {

ConsoleRooms sample_rooms()
{
    ChatStores stores;
    stores.people.save(a_person("lin", "林可", {Role::koe}));
    stores.people.save(a_person("gao", "高", {Role::lead}));
    stores.people.save(a_person("li", "李", {Role::product_owner}));
    stores.people.save(a_person("abu", "阿布", {Role::member}));
    stores.people.save(a_person("zhao", "赵宁", {Role::commander}));
    for (const auto& [purpose, name] : Names<RoomPurpose>::all) {
        const std::string id{name};
        stores.rooms.save(a_room(id, purpose, id));
    }
    stores.rooms.save(a_room("elsewhere", RoomPurpose::community, "elsewhere", ConnectionId{"slack"}));
    return ConsoleRooms::read(stores.stores(), console_id);
}

std::string seen_by(const ConsoleRooms& rooms, const std::string& person)
{
    std::string seen;
    for (const auto& each : rooms.conversations_of(*rooms.find(PersonId{person}))) {
        CHECK(rooms.may_see(PersonId{person}, each.id));
        seen += each.id + " ";
    }
    return seen;
}

} // namespace

TEST_CASE("rooms are seen by role, a direct conversation by its person", "[http][console]")
{
    const auto rooms = sample_rooms();
    CHECK(seen_by(rooms, "lin") == "dm:lin team community ");
    CHECK(seen_by(rooms, "gao") == "dm:gao team community product crisis ");
    CHECK(seen_by(rooms, "li") == "dm:li community product ");
    CHECK(seen_by(rooms, "abu") == "dm:abu community ");
    CHECK(seen_by(rooms, "zhao") == "dm:zhao community crisis ");
}

TEST_CASE("nobody sees another's direct conversation, a foreign room or a place that is not there", "[http][console]")
{
    const auto rooms = sample_rooms();
    CHECK_FALSE(rooms.may_see(PersonId{"gao"}, "dm:lin"));
    CHECK_FALSE(rooms.may_see(PersonId{"lin"}, "product"));
    CHECK_FALSE(rooms.may_see(PersonId{"lin"}, "elsewhere"));
    CHECK_FALSE(rooms.may_see(PersonId{"stranger"}, "community"));
    CHECK_FALSE(rooms.may_see(PersonId{"stranger"}, "dm:stranger"));
    CHECK_FALSE(rooms.exists("dm:stranger"));
    CHECK(rooms.exists("dm:lin"));
}
