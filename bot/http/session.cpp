#include "bot/http/session.hpp"

#include "bot/http/answer_headers.hpp"
#include "bot/http/answers.hpp"
#include "bot/http/wire.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <tuple>

namespace kintsugi::http {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
namespace {

constexpr auto tuple = asio::as_tuple(asio::use_awaitable);

/// A peer that still sends when we refuse it must read the answer before the connection resets.
constexpr std::chrono::seconds discard_for{2};
constexpr std::size_t discard_most = 16 * 1024 * 1024;

} // namespace

struct Session::Incoming {
    HttpRequest request;
    unsigned version = http_1_1;
};

struct Session::Outgoing {
    std::string route;
    Streaming answer;
};

Session::Session(asio::ip::tcp::socket socket, const ServerOptions& options, const Router& router,
                 const ServerEvents& events)
    : stream_(std::move(socket)), options_(options), router_(router), events_(events)
{
}

Awaitable<void> Session::run()
{
    while (!last_) {
        if (buffer_.size() == 0 && !co_await wait_for_bytes()) break;
        auto incoming = co_await read();
        if (!incoming) break;
        co_await answer(std::move(*incoming));
    }
    stream_.close();
}

void Session::drain()
{
    last_ = true;
    if (waiting_) stream_.close();
}

void Session::cut()
{
    last_ = true;
    stream_.close();
}

Awaitable<bool> Session::wait_for_bytes()
{
    constexpr std::size_t first_bytes = 4096;
    stream_.expires_after(options_.idle);
    waiting_ = true;
    const auto space = buffer_.prepare(first_bytes);
    const auto [error, count] = co_await stream_.async_read_some(space, tuple);
    waiting_ = false;
    buffer_.commit(count);
    co_return !error;
}

Awaitable<std::optional<Session::Incoming>> Session::read()
{
    Parser parser;
    parser.header_limit(options_.header_bytes);
    parser.body_limit(options_.body_bytes);
    stream_.expires_after(options_.request);
    auto [error, count] = co_await bhttp::async_read_header(stream_, buffer_, parser, tuple);
    if (!error && asks_for_leave(parser.get())) {
        std::string leave = "HTTP/1.1 100 Continue\r\n\r\n";
        const bool written = co_await write_raw(std::move(leave));
        if (!written) co_return std::nullopt;
    }
    if (!error) std::tie(error, count) = co_await bhttp::async_read(stream_, buffer_, parser, tuple);
    const auto version = parser.get().version();
    const bool without_host = version == http_1_1 && parser.get().count(bhttp::field::host) != 1;
    const int refusal = error ? status_for(error) : (without_host || version > http_1_1 ? 400 : 200);
    if (refusal != 200) {
        if (refusal != 0) co_await refuse(refusal);
        co_return std::nullopt;
    }
    if (!parser.keep_alive()) last_ = true;
    Incoming incoming{neutral(parser.release()), version};
    co_return incoming;
}

Awaitable<void> Session::answer(Incoming incoming)
{
    const auto begun = std::chrono::steady_clock::now();
    const bool only_header = incoming.request.method == "HEAD";
    auto outgoing = co_await handle(std::move(incoming.request));
    int status = 200;
    if (auto* response = std::get_if<HttpResponse>(&outgoing.answer)) {
        status = response->status;
        co_await write(std::move(*response), incoming.version, only_header);
    }
    if (events_.answered) events_.answered(outgoing.route, status, std::chrono::steady_clock::now() - begun);
    if (auto* feed = std::get_if<std::shared_ptr<Feed>>(&outgoing.answer)) {
        last_ = true;
        if (only_header) (*feed)->close(); // nothing is written but the header
        co_await stream(std::move(*feed));
    }
}

Awaitable<Session::Outgoing> Session::handle(HttpRequest request)
{
    Outgoing outgoing{"none", bare(500)};
    try {
        auto found = router_.find(std::move(request));
        if (auto* refusal = std::get_if<HttpResponse>(&found)) {
            outgoing.answer = std::move(*refusal);
            co_return outgoing;
        }
        const auto& [route, call] = std::get<Router::Found>(found);
        outgoing.route = route->pattern;
        if (const auto* plain = std::get_if<PlainHandler>(&route->handler))
            outgoing.answer = (*plain)(call);
        else if (const auto* waiting = std::get_if<WaitingHandler>(&route->handler)) {
            auto response = co_await (*waiting)(call);
            outgoing.answer = std::move(response);
        } else {
            auto streaming = co_await std::get<StreamHandler>(route->handler)(call);
            outgoing.answer = std::move(streaming);
        }
    } catch (const std::exception& error) {
        outgoing.answer = bare(500);
        if (events_.log) events_.log(outgoing.route + ": " + error.what());
    }
    co_return outgoing;
}

Awaitable<void> Session::write(HttpResponse response, unsigned version, bool only_header)
{
    add_answer_headers(response);
    auto message = beast_message(std::move(response), version, !last_);
    bhttp::response_serializer<bhttp::string_body> serializer{message};
    stream_.expires_after(options_.request);
    if (only_header) {
        serializer.split(true);
        const auto [error, count] = co_await bhttp::async_write_header(stream_, serializer, tuple);
        if (error) last_ = true;
    } else {
        const auto [error, count] = co_await bhttp::async_write(stream_, serializer, tuple);
        if (error) last_ = true;
    }
}

Awaitable<void> Session::stream(std::shared_ptr<Feed> feed)
{
    HttpResponse head{
        200, {{"content-type", "text/event-stream"}, {"connection", "close"}, {"x-accel-buffering", "no"}}, {}};
    add_answer_headers(head);
    std::string bytes = "HTTP/1.1 200 OK\r\n";
    for (const auto& [name, value] : head.headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "\r\n";

    const auto wake = std::make_shared<asio::steady_timer>(stream_.get_executor());
    feed->changed = [wake] { wake->cancel(); };
    // Whatever arrives now is the end: a reader of events sends nothing.
    stream_.socket().async_wait(asio::socket_base::wait_read, [feed](const beast::error_code&) { feed->close(); });
    for (bool alive = co_await write_raw(std::move(bytes)); alive;) {
        if (feed->closed()) break;
        bytes = feed->take();
        if (bytes.empty()) {
            wake->expires_after(options_.heartbeat);
            const auto [error] = co_await wake->async_wait(tuple);
            if (error) continue; // woken
            bytes = ": still here\n\n";
        }
        alive = co_await write_raw(std::move(bytes));
    }
    feed->changed = nullptr;
    feed->close();
}

Awaitable<bool> Session::write_raw(std::string bytes)
{
    stream_.expires_after(options_.request);
    const auto [error, count] = co_await asio::async_write(stream_, asio::buffer(bytes), tuple);
    co_return !error;
}

Awaitable<void> Session::refuse(int status)
{
    last_ = true;
    auto response = bare(status);
    co_await write(std::move(response), http_1_1, false);
    if (events_.answered) events_.answered("none", status, std::chrono::duration<double>{0});
    co_await discard_rest();
}

Awaitable<void> Session::discard_rest()
{
    beast::error_code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(discard_for);
    buffer_.clear();
    const auto space = buffer_.prepare(64 * 1024);
    for (std::size_t total = 0; total < discard_most;) {
        const auto [error, count] = co_await stream_.async_read_some(space, tuple);
        if (error) break;
        total += count;
    }
}

} // namespace kintsugi::http
