#include "tests/bench/floor.hpp"

#include "adapters/signatures.hpp"
#include "storage/sqlite_connection.hpp"

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/json.hpp>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kintsugi::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

constexpr auto make_table = "CREATE TABLE row (id INTEGER PRIMARY KEY, event TEXT, text TEXT)";
constexpr auto insert = "INSERT INTO row (event, text) VALUES ($1, $2)";

struct Row {
    std::string event, text;
    std::function<void()> committed;
};

/// One thread that commits all rows that wait at once.
class Committer {
public:
    explicit Committer(const std::filesystem::path& file)
        : database_(storage::open_sqlite(file, storage::Access::write))
    {
        database_->run(make_table);
        thread_ = std::thread{[this] { run(); }};
    }

    ~Committer()
    {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
        }
        changed_.notify_one();
        thread_.join();
    }

    void add(Row row)
    {
        {
            const std::lock_guard lock{mutex_};
            rows_.push_back(std::move(row));
        }
        changed_.notify_one();
    }

private:
    void run()
    {
        for (;;) {
            std::deque<Row> rows;
            {
                std::unique_lock lock{mutex_};
                changed_.wait(lock, [this] { return stopping_ || !rows_.empty(); });
                if (rows_.empty()) return;
                rows.swap(rows_);
            }
            database_->run("BEGIN IMMEDIATE");
            for (const auto& row : rows)
                database_->run(insert, row.event, row.text);
            database_->run("COMMIT");
            for (const auto& row : rows)
                row.committed();
        }
    }

    std::unique_ptr<storage::Connection> database_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Row> rows_;
    bool stopping_ = false;
    std::thread thread_;
};

/// One connection, by callbacks: what Beast does with the least around it.
class Peer : public std::enable_shared_from_this<Peer> {
public:
    Peer(asio::ip::tcp::socket socket, const std::string& secret, Committer& committer)
        : socket_(std::move(socket)), secret_(secret), committer_(committer)
    {
    }

    void read()
    {
        request_ = {};
        bhttp::async_read(socket_, buffer_, request_, [self = shared_from_this()](auto error, std::size_t) {
            if (!error) self->handle();
        });
    }

private:
    void handle()
    {
        const std::string timestamp{request_["x-kintsugi-timestamp"]};
        const auto expected = "v1=" + adapters::hex(adapters::hmac_sha256(secret_, timestamp + "." + request_.body()));
        good_ = adapters::equal_in_constant_time(expected, std::string{request_["x-kintsugi-signature"]});
        if (!good_) return answer();
        const auto body = boost::json::parse(request_.body());
        auto resume = [self = shared_from_this()] {
            asio::post(self->socket_.get_executor(), [self] { self->answer(); });
        };
        committer_.add({std::string{body.at("event").as_string()}, std::string{body.at("text").as_string()}, resume});
    }

    void answer()
    {
        response_ = {good_ ? bhttp::status::ok : bhttp::status::unauthorized, 11};
        response_.body() = "{}";
        response_.prepare_payload();
        bhttp::async_write(socket_, response_, [self = shared_from_this()](auto error, std::size_t) {
            if (!error) self->read();
        });
    }

    asio::ip::tcp::socket socket_;
    const std::string& secret_;
    Committer& committer_;
    beast::flat_buffer buffer_;
    bhttp::request<bhttp::string_body> request_;
    bhttp::response<bhttp::string_body> response_;
    bool good_ = false;
};

} // namespace

class Floor::Parts {
public:
    Parts(const std::filesystem::path& database, std::string secret)
        : secret_(std::move(secret)), committer_(database), acceptor_(io_, {asio::ip::address_v4::loopback(), 0}),
          thread_([this] {
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
            socket.set_option(asio::ip::tcp::no_delay{true});
            std::make_shared<Peer>(std::move(socket), secret_, committer_)->read();
            accept();
        });
    }

    std::string secret_;
    asio::io_context io_{1};
    Committer committer_;
    asio::ip::tcp::acceptor acceptor_;
    std::thread thread_;
};

Floor::Floor(const std::filesystem::path& database, const std::string& secret)
    : parts_(std::make_unique<Parts>(database, secret))
{
}

Floor::~Floor() = default;

std::uint16_t Floor::port() const
{
    return parts_->port();
}

double commits_per_second(const std::filesystem::path& folder)
{
    constexpr auto enough = std::chrono::seconds{2};
    const auto database = storage::open_sqlite(folder / "disk.db", storage::Access::write);
    database->run(make_table);
    const auto started = std::chrono::steady_clock::now();
    int commits = 0;
    while (std::chrono::steady_clock::now() - started < enough) {
        database->run(insert, std::to_string(++commits), "one row");
    }
    return commits / std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
}

} // namespace kintsugi::bench
