#include "bot/http/server.hpp"

#include "bot/http/session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <list>
#include <stdexcept>

namespace kintsugi::http {
namespace asio = boost::asio;
using asio::ip::tcp;
namespace {

constexpr auto tuple = asio::as_tuple(asio::use_awaitable);

/// Sent without waiting: a crowd must not cost us coroutines.
constexpr std::string_view too_many =
    "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// How long to wait when the system has no more descriptors.
constexpr std::chrono::milliseconds after_failed_accept{100};

} // namespace

class Server::Implementation {
public:
    Implementation(ServerOptions options, ServerEvents events)
        : options_(std::move(options)), events_(std::move(events))
    {
        listen();
        port_ = acceptor_.local_endpoint().port();
    }

    std::uint16_t port() const { return port_; }

    void run(const Router& router)
    {
        router_ = &router;
        asio::co_spawn(io_, accept_all(), [this](std::exception_ptr failure) { report(failure, "accept"); });
        io_.run();
    }

    void post(std::function<void()> task) { asio::post(io_, std::move(task)); }

    void on_signal(int number, std::function<void()> act)
    {
        auto& signals = signals_.emplace_back(io_, number);
        wait_for(signals, std::move(act));
    }

    void drain()
    {
        if (draining_) return;
        draining_ = true;
        close_quietly(acceptor_);
        if (events_.draining) events_.draining();
        pause_.cancel();
        for (auto& signals : signals_)
            signals.cancel();
        for (auto& session : sessions_)
            session.drain();
        if (sessions_.empty()) return;
        grace_.expires_after(options_.grace);
        grace_.async_wait([this](const boost::system::error_code& cancelled) {
            if (cancelled) return;
            for (auto& session : sessions_)
                session.cut();
        });
    }

private:
    using Sessions = std::list<Session>;

    static void close_quietly(auto& socket)
    {
        boost::system::error_code ignored;
        socket.close(ignored);
    }

    void listen()
    try {
        const tcp::endpoint endpoint{asio::ip::make_address(options_.address), options_.port};
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(asio::socket_base::reuse_address(true));
        acceptor_.bind(endpoint);
        acceptor_.listen();
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error{"cannot listen on " + options_.address + ":" + std::to_string(options_.port) + ": " +
                                 error.code().message()};
    }

    Awaitable<void> accept_all()
    {
        while (acceptor_.is_open()) {
            auto [error, socket] = co_await acceptor_.async_accept(tuple);
            if (draining_ || error == asio::error::operation_aborted) co_return;
            if (error) {
                report(std::make_exception_ptr(boost::system::system_error{error}), "accept");
                pause_.expires_after(after_failed_accept);
                co_await pause_.async_wait(tuple);
                continue;
            }
            welcome(std::move(socket));
        }
    }

    void welcome(tcp::socket socket)
    {
        boost::system::error_code ignored;
        if (sessions_.size() >= options_.connections) {
            socket.non_blocking(true, ignored);
            socket.write_some(asio::buffer(too_many), ignored);
            return;
        }
        socket.set_option(tcp::no_delay{true}, ignored);
        auto& session = sessions_.emplace_back(std::move(socket), options_, *router_, events_);
        const auto place = std::prev(sessions_.end());
        asio::co_spawn(io_, session.run(), [this, place](std::exception_ptr failure) {
            report(failure, "session");
            sessions_.erase(place);
            if (draining_ && sessions_.empty()) grace_.cancel();
        });
    }

    static void wait_for(asio::signal_set& signals, std::function<void()> act)
    {
        signals.async_wait([&signals, act = std::move(act)](const boost::system::error_code& cancelled, int) {
            if (cancelled) return;
            act();
            wait_for(signals, act);
        });
    }

    void report(const std::exception_ptr& failure, std::string_view where) const
    {
        if (!failure || !events_.log) return;
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            events_.log(std::string{where} + ": " + error.what());
        }
    }

    ServerOptions options_;
    const Router* router_ = nullptr;
    ServerEvents events_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::steady_timer pause_{io_};
    asio::steady_timer grace_{io_};
    std::list<asio::signal_set> signals_;
    Sessions sessions_;
    std::uint16_t port_ = 0;
    bool draining_ = false;
};

Server::Server(ServerOptions options, ServerEvents events)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(events)))
{
}

Server::~Server() = default;

std::uint16_t Server::port() const
{
    return implementation_->port();
}

void Server::run(const Router& router)
{
    implementation_->run(router);
}

void Server::drain()
{
    implementation_->post([this] { implementation_->drain(); });
}

void Server::post(std::function<void()> task)
{
    implementation_->post(std::move(task));
}

void Server::on_signal(int number, std::function<void()> act)
{
    implementation_->on_signal(number, std::move(act));
}

} // namespace kintsugi::http
