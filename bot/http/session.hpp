#pragma once
// One connection: reads a request within limits, has it answered, writes the answer, and so on until either side ends
// it. Owned by the server.

#include "bot/http/server.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <optional>

namespace kintsugi::http {

class Session {
public:
    /// What is passed by reference belongs to the server and outlives the session.
    Session(boost::asio::ip::tcp::socket socket, const ServerOptions& options, const Router& router,
            const ServerEvents& events);

    [[nodiscard]] Awaitable<void> run();

    void drain(); ///< ends now if it waits for a request, else after the answer under way
    void cut();   ///< ends now

private:
    struct Incoming;
    struct Outgoing;

    [[nodiscard]] Awaitable<bool> wait_for_bytes();
    [[nodiscard]] Awaitable<std::optional<Incoming>> read();
    [[nodiscard]] Awaitable<void> answer(Incoming incoming);
    [[nodiscard]] Awaitable<Outgoing> handle(HttpRequest request);
    [[nodiscard]] Awaitable<void> write(HttpResponse response, unsigned version, bool only_header);
    [[nodiscard]] Awaitable<void> stream(std::shared_ptr<Feed> feed);
    [[nodiscard]] Awaitable<bool> write_raw(std::string bytes);
    [[nodiscard]] Awaitable<void> refuse(int status);
    [[nodiscard]] Awaitable<void> discard_rest();

    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
    const ServerOptions& options_;
    const Router& router_;
    const ServerEvents& events_;
    bool waiting_ = false; ///< for the first byte of a request
    bool last_ = false;    ///< no request after the one under way
};

} // namespace kintsugi::http
