#pragma once
// A client that sends exactly the bytes that a test wants and reads what comes back. Blocking; gives up after seconds.

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <map>
#include <netinet/in.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace kintsugi::tests {

struct RawAnswer {
    int status = 0;                             ///< 0: the connection ended before an answer
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0))
    {
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }

    RawClient& send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return *this;
    }

    /// One answer with a content-length, or only its header.
    RawAnswer answer(bool only_header = false)
    {
        const auto head = until("\r\n\r\n");
        RawAnswer answer;
        if (!head.starts_with("HTTP/1.")) return answer;
        answer.status = std::stoi(head.substr(9, 3));
        for (auto begin = head.find("\r\n") + 2; begin < head.size();) {
            const auto end = head.find("\r\n", begin);
            if (end == begin) break;
            const auto line = head.substr(begin, end - begin);
            const auto colon = line.find(": ");
            auto name = line.substr(0, colon);
            std::ranges::transform(name, name.begin(),
                                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            answer.headers[name] = line.substr(colon + 2);
            begin = end + 2;
        }
        const auto length = answer.headers.find("content-length");
        if (only_header || length == answer.headers.end()) return answer;
        const auto wanted = static_cast<std::size_t>(std::stoul(length->second));
        while (received_.size() < wanted && receive()) {
        }
        answer.body = take(std::min(wanted, received_.size()));
        return answer;
    }

    /// Up to and with `mark`; less if the connection ends.
    std::string until(std::string_view mark)
    {
        while (received_.find(mark) == std::string::npos && receive()) {
        }
        const auto found = received_.find(mark);
        return take(found == std::string::npos ? received_.size() : found + mark.size());
    }

    /// True once the other side has closed; what came before is dropped.
    bool ended()
    {
        while (receive()) {
        }
        return closed_;
    }

private:
    bool receive()
    {
        std::array<char, 65536> space{};
        const auto count = ::recv(socket_, space.data(), space.size(), 0);
        if (count > 0) received_.append(space.data(), static_cast<std::size_t>(count));
        closed_ = count == 0 || (count < 0 && errno == ECONNRESET);
        return count > 0;
    }

    std::string take(std::size_t count)
    {
        auto taken = received_.substr(0, count);
        received_.erase(0, count);
        return taken;
    }

    int socket_;
    bool connected_ = false;
    bool closed_ = false;
    std::string received_;
};

inline std::string get(std::string_view target, std::string_view more_headers = "")
{
    return "GET " + std::string{target} + " HTTP/1.1\r\nHost: localhost\r\n" + std::string{more_headers} + "\r\n";
}

inline std::string post(std::string_view target, std::string_view body, std::string_view more_headers = "")
{
    return "POST " + std::string{target} +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string{more_headers} + "\r\n" + std::string{body};
}

} // namespace kintsugi::tests
