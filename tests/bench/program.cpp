#include "tests/bench/program.hpp"

#include "storage/master_key.hpp"

#include <boost/asio.hpp>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace kintsugi::bench {
namespace {

namespace asio = boost::asio;

/// A free port, so that the program's own is known before it says so.
std::uint16_t free_port()
{
    asio::io_context io;
    const asio::ip::tcp::acceptor acceptor{io, {asio::ip::address_v4::loopback(), 0}};
    return acceptor.local_endpoint().port();
}

bool is_healthy(std::uint16_t port)
{
    asio::io_context io;
    asio::ip::tcp::socket socket{io};
    boost::system::error_code error;
    socket.connect({asio::ip::address_v4::loopback(), port}, error);
    if (error) return false;
    const std::string request{"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"};
    asio::write(socket, asio::buffer(request), error);
    std::string answer;
    asio::read_until(socket, asio::dynamic_buffer(answer), "\r\n", error);
    return answer.starts_with("HTTP/1.1 200");
}

} // namespace

void write_configuration(const std::filesystem::path& folder, const std::string& secret, int koes,
                         std::uint16_t sink_port)
{
    storage::save_master_key(storage::new_master_key(), folder / "master.key");
    std::ofstream{folder / "secret"} << secret;
    std::ofstream config{folder / "kintsugi.toml"};
    config << "[database]\npath = \"kintsugi.db\"\n[keys]\nmaster_key_file = \"master.key\"\n"
           << "[company]\nlanguage = \"zh-CN\"\nzone = \"Asia/Shanghai\"\n"
           << "[server]\nlisten = \"127.0.0.1:" << free_port() << "\"\n"
           << "[connections.console]\nplatform = \"console\"\nsecret_file = \"secret\"\nsign_in = \"choose\"\n"
           << "base_url = \"http://127.0.0.1:" << sink_port << "\"\n"
           << "[[people]]\nid = \"lead\"\nname = \"Lead\"\nroles = [\"lead\"]\naccounts = { console = \"lead\" }\n";
    for (int i = 1; i <= koes; ++i)
        config << "[[people]]\nid = \"k" << i << "\"\nname = \"KOE " << i << "\"\nroles = [\"koe\"]\n"
               << "lead = \"lead\"\naccounts = { console = \"k" << i << "\" }\n";
}

Program::Program(const std::filesystem::path& binary, const std::filesystem::path& folder)
{
    std::ifstream config{folder / "kintsugi.toml"};
    const std::string text{std::istreambuf_iterator<char>{config}, {}};
    const auto at = text.find("127.0.0.1:") + 10;
    port_ = static_cast<std::uint16_t>(std::stoi(text.substr(at)));

    const auto file = (folder / "kintsugi.toml").string();
    const auto program = binary.string();
    std::array<const char*, 5> arguments{program.c_str(), "serve", "--config", file.c_str(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (folder / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    const auto started = std::chrono::steady_clock::now();
    const int failed =
        posix_spawn(&pid_, program.c_str(), &actions, nullptr, const_cast<char* const*>(arguments.data()), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error{"cannot start " + program};
    while (!is_healthy(port_)) {
        if (std::chrono::steady_clock::now() - started > std::chrono::seconds{30})
            throw std::runtime_error{"the program does not answer; see " + (folder / "log").string()};
        usleep(200);
    }
    cold_start_ms_ = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
}

Program::~Program()
{
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
}

double Program::resident_mb() const
{
    std::ifstream status{"/proc/" + std::to_string(pid_) + "/status"};
    for (std::string word; status >> word;)
        if (word == "VmRSS:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    return 0;
}

} // namespace kintsugi::bench
