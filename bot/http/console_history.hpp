#pragma once
// What was said and sent in one conversation of the web chat, as the page reads it.

#include "bot/http/console_rooms.hpp"

#include <boost/json/fwd.hpp>

#include <optional>

namespace kintsugi::http {

/// Milliseconds since 1970, as pages count.
[[nodiscard]] std::int64_t page_time(Instant at);

/// A user's line, as in the history and live.
[[nodiscard]] boost::json::object said_json(const ConsoleRooms& rooms, const std::string& account,
                                            const PrivateText& text, Instant at);

/// The last items, oldest first. Cards look as the platform would deliver them, so without what their buttons order.
[[nodiscard]] boost::json::array history_json(service::Stores& stores, const ConsoleRooms& rooms,
                                              const conversation::ChatPlatform& platform,
                                              const service::Destination& where);

/// When something was last said or sent there.
[[nodiscard]] std::optional<Instant> latest_in(service::Stores& stores, const service::Destination& where);

} // namespace kintsugi::http
