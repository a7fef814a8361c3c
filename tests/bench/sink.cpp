#include "tests/bench/sink.hpp"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <thread>

namespace kintsugi::bench {
namespace {

namespace asio = boost::asio;
namespace bhttp = boost::beast::http;

asio::awaitable<void> take_all(asio::ip::tcp::socket socket)
{
    boost::beast::flat_buffer buffer;
    bhttp::response<bhttp::string_body> answer{bhttp::status::ok, 11};
    answer.body() = "{}";
    answer.prepare_payload();
    try {
        for (;;) {
            bhttp::request<bhttp::string_body> request;
            co_await bhttp::async_read(socket, buffer, request, asio::use_awaitable);
            co_await bhttp::async_write(socket, answer, asio::use_awaitable);
        }
    } catch (const boost::system::system_error&) {
        socket.close(); // the sender has gone
    }
}

} // namespace

class Sink::Parts {
public:
    Parts()
        : acceptor_(io_, {asio::ip::address_v4::loopback(), 0}), thread_([this] {
              accept();
              io_.run();
          })
    {
    }

    ~Parts()
    {
        io_.stop();
        thread_.join();
    }

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    void accept()
    {
        acceptor_.async_accept([this](auto error, asio::ip::tcp::socket socket) {
            if (error) return;
            asio::co_spawn(io_, take_all(std::move(socket)), asio::detached);
            accept();
        });
    }

    asio::io_context io_{1};
    asio::ip::tcp::acceptor acceptor_;
    std::thread thread_;
};

Sink::Sink() : parts_(std::make_unique<Parts>()) {}
Sink::~Sink() = default;

std::uint16_t Sink::port() const
{
    return parts_->port();
}

} // namespace kintsugi::bench
