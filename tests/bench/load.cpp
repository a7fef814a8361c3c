#include "tests/bench/load.hpp"

#include <boost/asio.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace kintsugi::bench {
namespace {

namespace asio = boost::asio;
using Steady = std::chrono::steady_clock;
using Timer = asio::steady_timer;

/// Bytes of a whole answer at the front of `buffer`; 0 if it is not whole yet.
std::size_t whole_answer(const std::string& buffer)
{
    const auto end = buffer.find("\r\n\r\n");
    if (end == std::string::npos) return 0;
    constexpr std::string_view name = "Content-Length: ";
    const auto at = buffer.find(name);
    if (at == std::string::npos || at > end) throw std::runtime_error{"an answer without a length"};
    std::size_t length = 0;
    std::from_chars(buffer.data() + at + name.size(), buffer.data() + end, length);
    return buffer.size() >= end + 4 + length ? end + 4 + length : 0;
}

class Load {
public:
    Load(std::uint16_t port, const std::vector<std::string>& requests, std::optional<double> rate)
        : port_(port), requests_(requests), rate_(rate)
    {
        measured_.latencies.reserve(requests.size());
    }

    Measured run(int connections)
    {
        started_ = Steady::now();
        for (int i = 0; i < connections; ++i)
            asio::co_spawn(io_, talk(), [](std::exception_ptr failure) {
                if (failure) std::rethrow_exception(failure);
            });
        io_.run();
        measured_.seconds = std::chrono::duration<double>(Steady::now() - started_).count();
        std::ranges::sort(measured_.latencies);
        return std::move(measured_);
    }

private:
    asio::awaitable<void> talk()
    {
        asio::ip::tcp::socket socket{io_};
        const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port_};
        co_await socket.async_connect(server, asio::use_awaitable);
        socket.set_option(asio::ip::tcp::no_delay{true});
        Timer timer{io_};
        std::string buffer;
        while (next_ < requests_.size()) {
            const auto number = next_++;
            auto due = Steady::now();
            if (rate_) {
                due = started_ + std::chrono::duration_cast<Steady::duration>(
                                     std::chrono::duration<double>(static_cast<double>(number) / *rate_));
                if (due > Steady::now()) {
                    timer.expires_at(due);
                    co_await timer.async_wait(asio::use_awaitable);
                }
            }
            const auto bytes = asio::buffer(requests_[number]);
            co_await asio::async_write(socket, bytes, asio::use_awaitable);
            co_await read_answer(socket, buffer);
            measured_.latencies.push_back(std::chrono::duration<double, std::milli>(Steady::now() - due).count());
        }
    }

    asio::awaitable<void> read_answer(asio::ip::tcp::socket& socket, std::string& buffer)
    {
        constexpr std::size_t space = 4096;
        std::size_t whole = 0;
        while ((whole = whole_answer(buffer)) == 0) {
            const auto had = buffer.size();
            buffer.resize(had + space);
            const auto free = asio::buffer(buffer.data() + had, space);
            const auto count = co_await socket.async_read_some(free, asio::use_awaitable);
            buffer.resize(had + count);
        }
        ++measured_.answered;
        if (buffer.compare(9, 3, "200") != 0) ++measured_.refused;
        buffer.erase(0, whole);
    }

    asio::io_context io_{1};
    std::uint16_t port_;
    const std::vector<std::string>& requests_;
    std::optional<double> rate_;
    std::size_t next_ = 0;
    Steady::time_point started_{};
    Measured measured_;
};

} // namespace

double Measured::percentile(double share) const
{
    if (latencies.empty()) return 0;
    const auto last = latencies.size() - 1;
    return latencies[std::min(last, static_cast<std::size_t>(share * static_cast<double>(latencies.size())))];
}

Measured closed_loop(std::uint16_t port, const std::vector<std::string>& requests, int connections)
{
    return Load{port, requests, std::nullopt}.run(connections);
}

Measured open_loop(std::uint16_t port, const std::vector<std::string>& requests, int connections, double rate)
{
    return Load{port, requests, rate}.run(connections);
}

} // namespace kintsugi::bench
