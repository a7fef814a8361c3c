#pragma once
// The HTTP server: one I/O thread, limits on everything a stranger can make large or slow, and a polite end. Made and
// run by the composition root; what is answered stands in the router.

#include "bot/http/router.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace kintsugi::http {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; ///< 0: any free one, see `Server::port`
    std::uint32_t header_bytes = 16 * 1024;
    std::uint64_t body_bytes = 1024 * 1024;
    std::size_t connections = 1024;                                 ///< more are answered 503 at once
    std::chrono::milliseconds request = std::chrono::seconds{10};   ///< to read one whole, and to write its answer
    std::chrono::milliseconds idle = std::chrono::seconds{60};      ///< between two requests
    std::chrono::milliseconds heartbeat = std::chrono::seconds{15}; ///< on a silent feed, so that proxies keep it
    std::chrono::milliseconds grace = std::chrono::seconds{10};     ///< for requests under way when the server drains
};

/// Called on the I/O thread; must neither throw nor block. Each may be empty.
struct ServerEvents {
    /// `route` is the pattern, or "none" where no route was found.
    std::function<void(std::string_view route, int status, std::chrono::duration<double> took)> answered{};
    std::function<void(std::string_view what)> log{}; ///< never holds what a request said
    std::function<void()> draining{};                 ///< nobody is accepted any more: time to close feeds
};

/// Made before the writer and the workers and destroyed after them: their last word may still be on its way here when
/// `run` returns.
class Server {
public:
    /// Listens from here on; who connects waits for `run`. Throws std::runtime_error that names the address.
    Server(ServerOptions options, ServerEvents events);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// Serves on the calling thread until it is drained, once. What handlers wait for must be alive until this returns.
    void run(const Router& router);

    /// From any thread: accepts no more, lets requests under way end within the grace period, then cuts connections.
    void drain();

    /// Runs `task` on the I/O thread; never, if `run` has returned.
    void post(std::function<void()> task);

    /// Before `run`: calls `act` on the I/O thread whenever the process gets the signal.
    void on_signal(int number, std::function<void()> act);

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace kintsugi::http
