#pragma once
// Rooms that the bot is in.

#include "bot/service/stores.hpp"
#include "storage/connection.hpp"

namespace kintsugi::storage {

class SqlRoomStore final : public service::RoomStore {
public:
    explicit SqlRoomStore(Connection& database) : database_(database) {}

    std::optional<service::Room> find(const RoomId& id) override;
    std::optional<service::Room> at(const ConnectionId& connection, const std::string& conversation) override;
    std::vector<service::Room> all() override; ///< by id
    void save(const service::Room& room) override;

private:
    Connection& database_;
};

} // namespace kintsugi::storage
