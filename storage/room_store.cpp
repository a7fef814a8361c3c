#include "storage/room_store.hpp"

namespace kintsugi::storage {
namespace {

using service::Room;

std::string rooms(std::string_view rest)
{
    std::string sql{"SELECT id, connection, conversation, purpose, name, language, members, area, publisher, "
                    "posts_unattended, posts_a_day, bound FROM room WHERE organisation = 1 "};
    return sql += rest;
}

Room room_in(Row row)
{
    Room room;
    row.into(room.id, room.connection, room.conversation, room.purpose, room.name, room.language, room.members,
             room.area, room.publisher, room.posts_unattended, room.posts_a_day, room.bound);
    return room;
}

} // namespace

std::optional<Room> SqlRoomStore::find(const RoomId& id)
{
    return first_of(database_.query(rooms("AND id = $1"), id), room_in);
}

std::optional<Room> SqlRoomStore::at(const ConnectionId& connection, const std::string& conversation)
{
    return first_of(database_.query(rooms("AND connection = $1 AND conversation = $2"), connection, conversation),
                    room_in);
}

std::vector<Room> SqlRoomStore::all()
{
    return rows_of(database_.query(rooms("ORDER BY id")), room_in);
}

void SqlRoomStore::save(const Room& room)
{
    database_.run("INSERT INTO room (id, connection, conversation, purpose, name, language, members, area, "
                  "publisher, posts_unattended, posts_a_day, bound) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
                  "ON CONFLICT (organisation, id) DO UPDATE SET connection = excluded.connection, "
                  "conversation = excluded.conversation, purpose = excluded.purpose, name = excluded.name, "
                  "language = excluded.language, members = excluded.members, area = excluded.area, "
                  "publisher = excluded.publisher, posts_unattended = excluded.posts_unattended, "
                  "posts_a_day = excluded.posts_a_day, bound = excluded.bound",
                  room.id, room.connection, room.conversation, room.purpose, room.name, room.language, room.members,
                  room.area, room.publisher, room.posts_unattended, room.posts_a_day, room.bound);
}

} // namespace kintsugi::storage
