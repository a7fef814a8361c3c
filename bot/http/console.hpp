#pragma once
// The small chat platform behind the built-in page. What a person says goes through the front door as a signed hook
// request, like that of any other platform; what the bot sends arrives at /console/deliver. The browser never holds the
// connection's secret.

#include "bot/http/console_rooms.hpp"
#include "bot/http/console_session.hpp"
#include "bot/http/live.hpp"
#include "bot/http/webhooks.hpp"
#include "bot/http/worker.hpp"

#include <boost/json/fwd.hpp>

#include <functional>
#include <string>
#include <vector>

namespace kintsugi::http {

enum class SignIn {
    choose, ///< whoever opens the page says who they are: for demos and tests
    link    ///< only with a token that was made elsewhere
};

struct ConsoleSettings {
    ConnectionId connection{std::string{"console"}};
    SignIn sign_in = SignIn::link;
    /// Names under which a browser may call with `choose`, so that a foreign page cannot rebind its own name to us.
    std::vector<std::string> hosts{"localhost", "127.0.0.1", "[::1]"};
    std::function<void(HttpRequest&, Instant)> sign{};            ///< as the connection's adapter does
    std::function<bool(const HttpRequest&, Instant)> is_signed{}; ///< as the connection's adapter does
    Seal seal{};                                                  ///< for tokens
    Clock clock{};
};

class Console {
public:
    /// What is passed by reference outlives the console.
    Console(ConsoleSettings settings, const conversation::Platforms& platforms, FrontDoor& door, Worker& reader,
            Live& live);

    /// The console outlives its routes. The page itself is served by console_page.hpp.
    [[nodiscard]] std::vector<Route> routes();

private:
    struct Speech;
    struct Visit {
        Person person;
        ConsoleRooms rooms;
    };

    [[nodiscard]] Awaitable<HttpResponse> people(const Call& call);
    [[nodiscard]] Awaitable<HttpResponse> sign_in(const Call& call);
    [[nodiscard]] Awaitable<HttpResponse> conversations(const Call& call);
    [[nodiscard]] Awaitable<HttpResponse> history(const Call& call);
    [[nodiscard]] Awaitable<HttpResponse> say(const Call& call);
    [[nodiscard]] Awaitable<HttpResponse> press(const Call& call);
    [[nodiscard]] Awaitable<HttpResponse> deliver(const Call& call);
    [[nodiscard]] Awaitable<Streaming> listen(const Call& call);

    [[nodiscard]] Awaitable<HttpResponse> hear(const Call& call, Speech speech, boost::json::object hook);
    /// Who calls and what they may see; or the answer to those who may not.
    [[nodiscard]] Awaitable<std::variant<Visit, HttpResponse>> visit(std::string token, std::string conversation);
    [[nodiscard]] Awaitable<std::optional<ConsoleRooms>> read_rooms();
    /// Whether the card `key` was sent to that conversation.
    [[nodiscard]] Awaitable<bool> was_sent(std::string key, std::string conversation);
    [[nodiscard]] bool is_known_host(const Call& call) const;
    void publish(std::string_view event, const std::string& conversation, const boost::json::object& content,
                 const ConsoleRooms& rooms);

    ConsoleSettings settings_;
    ConsoleSessions sessions_;
    const conversation::Platforms& platforms_;
    FrontDoor& door_;
    Worker& reader_;
    Live& live_;
};

} // namespace kintsugi::http
