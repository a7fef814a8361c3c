#include "bot/runtime.hpp"

#include "adapters/console.hpp"
#include "adapters/curl_client.hpp"
#include "adapters/platforms.hpp"
#include "adapters/signatures.hpp"
#include "bot/assembly.hpp"
#include "bot/http/console.hpp"
#include "bot/http/console_page.hpp"
#include "bot/http/operations.hpp"
#include "bot/http/server.hpp"
#include "bot/log.hpp"
#include "bot/service/delivery_loop.hpp"
#include "bot/service/timed/timer.hpp"
#include "storage/sql_stores.hpp"

#include <algorithm>
#include <csignal>
#include <iterator>
#include <optional>
#include <random>

namespace kintsugi {
namespace {

http::ServerOptions server_options(const ServerConfig& config)
{
    http::ServerOptions options;
    options.address = config.address;
    options.port = static_cast<std::uint16_t>(config.port);
    options.body_bytes = config.body_limit;
    options.connections = config.connections;
    options.request = config.request_time;
    options.grace = config.drain_time;
    return options;
}

/// How this machine reaches a server that listens on `address`.
std::string local_url(const std::string& address, std::uint16_t port)
{
    const bool everywhere = address == "0.0.0.0" || address == "::";
    const auto host = everywhere ? "127.0.0.1" : address.find(':') == address.npos ? address : "[" + address + "]";
    return "http://" + host + ":" + std::to_string(port);
}

std::map<std::string, std::string, std::less<>> settings_of(const ConnectionConfig& connection, const std::string& url)
{
    return {{"secret", connection.secret.reveal()},
            {"base_url", connection.base_url.empty() ? url : connection.base_url}};
}

service::Knowledge knowledge_with_platforms(const Config& config, const std::string& url,
                                            std::function<std::uint64_t()> random)
{
    auto knowledge = make_knowledge(config, std::move(random));
    for (const auto& connection : config.connections)
        knowledge.platforms.emplace(connection.id,
                                    adapters::make_platform(connection.platform, settings_of(connection, url)));
    return knowledge;
}

const ConnectionConfig* console_of(const Config& config)
{
    const auto found = std::ranges::find(config.connections, "console", &ConnectionConfig::platform);
    return found == config.connections.end() ? nullptr : &*found;
}

/// Tokens are sealed by a key derived from the connection's secret, so that a link may be made without the server.
http::Seal seal_of(const Secret& secret)
{
    return [key = adapters::hmac_sha256(secret.reveal(), "console sessions")](std::string_view bytes) {
        return adapters::hex(adapters::hmac_sha256(key, bytes));
    };
}

http::ConsoleSettings console_settings(const ConnectionConfig& connection, const adapters::ConsolePlatform& platform,
                                       const std::string& public_url, Clock clock)
{
    http::ConsoleSettings settings;
    settings.connection = connection.id;
    settings.sign_in = connection.choose_person ? http::SignIn::choose : http::SignIn::link;
    if (const auto host = http::host_of(public_url); !host.empty()) settings.hosts.push_back(host);
    settings.sign = [&](http::HttpRequest& request, Instant at) { platform.sign(request, at); };
    settings.is_signed = [&](const http::HttpRequest& request, Instant at) { return platform.is_signed(request, at); };
    settings.seal = seal_of(connection.secret);
    settings.clock = std::move(clock);
    return settings;
}

/// The database, holding what the configuration says before anyone asks.
std::unique_ptr<storage::SqlStores> open_configured(const Config& config, const storage::MasterKey& key, Instant now)
{
    auto stores = storage::open_database(config.database, key, storage::Access::write);
    const service::Job job = [&](service::Stores& all) { store_configuration(all, config, now); };
    std::string why;
    const auto results = service::run_together(*stores, {&job, 1}, [&](std::string_view reason) { why = reason; });
    if (results.front() != service::JobResult::committed) throw std::runtime_error{why};
    return stores;
}

} // namespace

/// In the order of construction; destroyed the other way round.
class Runtime::Parts {
public:
    Parts(const Config& config, const storage::MasterKey& key, RuntimeOptions options)
        : options_(std::move(options)), server_(server_options(config.server), server_events()),
          url_(local_url(config.server.address, server_.port())),
          knowledge_(knowledge_with_platforms(config, url_, options_.random)),
          writing_(open_configured(config, key, options_.clock())),
          reading_(storage::open_database(config.database, key, storage::Access::read)),
          writer_(*writing_, {.queue = config.server.queue, .batch = 128}, log_error), reader_(*reading_),
          delivery_(writer_, client_, knowledge_, metrics_, options_.clock),
          timer_(writer_, knowledge_, options_.clock, [this] { delivery_.wake(); }),
          door_(knowledge_.platforms, intake(), writer_, metrics_, options_.clock, log_info)
    {
        open_console(config);
        metrics_.set(service::Metric::build, 1, {KINTSUGI_VERSION});
        handle_signals();
    }

    void run()
    {
        const http::Router router{routes()};
        log_info("listening on " + url_);
        server_.run(router);
        timer_.stop();
        delivery_.stop();
        log_info("stopped");
    }

    void stop() { server_.drain(); }
    [[nodiscard]] const std::string& url() const { return url_; }

private:
    http::ServerEvents server_events()
    {
        const auto answered = [this](std::string_view route, int status, std::chrono::duration<double> took) {
            metrics_.count(service::Metric::requests, {route, std::to_string(status)});
            metrics_.observe(service::Metric::answer_seconds, took.count());
        };
        return {answered, log_warning, [this] { live_.close(); }};
    }

    /// What is answered is also to be sent, at once.
    http::Intake intake()
    {
        auto intake = http::intake_of(knowledge_);
        intake.take_in = [this, take_in = std::move(intake.take_in)](auto& stores, const auto&... of_message) {
            auto answer = take_in(stores, of_message...);
            delivery_.wake();
            return answer;
        };
        return intake;
    }

    void open_console(const Config& config)
    {
        const auto* connection = console_of(config);
        if (connection == nullptr) return;
        const auto& platform = dynamic_cast<const adapters::ConsolePlatform&>(*knowledge_.platforms.at(connection->id));
        console_.emplace(console_settings(*connection, platform, config.server.public_url, options_.clock),
                         knowledge_.platforms, door_, reader_, live_);
    }

    std::vector<http::Route> routes()
    {
        std::vector<http::Route> routes;
        const auto add = [&](std::vector<http::Route> part) { std::ranges::move(part, std::back_inserter(routes)); };
        add(http::operations_routes(writer_, reader_, metrics_));
        add(http::webhook_routes(door_));
        if (!console_) return routes;
        add(console_->routes());
        add(http::console_page_routes(knowledge_.wording.catalogue()));
        routes.push_back(http::front_page_route("/console"));
        return routes;
    }

    void handle_signals()
    {
        for (const int signal : {SIGINT, SIGTERM})
            server_.on_signal(signal, [this] { server_.drain(); });
        if (options_.reload) server_.on_signal(SIGHUP, [this] { reload(); });
    }

    void reload()
    {
        try {
            service::Job store = [this, config = options_.reload()](service::Stores& stores) {
                store_configuration(stores, config, options_.clock());
            };
            writer_.submit_always(std::move(store), [](service::JobResult result) {
                if (result == service::JobResult::committed) log_info("people, rooms and policy were read again");
            });
        } catch (const std::exception& error) {
            log_error(std::string{"nothing was read again: "} + error.what());
        }
    }

    RuntimeOptions options_;
    http::Live live_;
    service::Metrics metrics_;
    http::Server server_;
    std::string url_;
    service::Knowledge knowledge_;
    std::unique_ptr<storage::SqlStores> writing_;
    std::unique_ptr<storage::SqlStores> reading_;
    adapters::CurlClient client_;
    service::Writer writer_;
    http::Worker reader_;
    service::DeliveryLoop delivery_;
    service::Timer timer_;
    http::FrontDoor door_;
    std::optional<http::Console> console_;
};

Runtime::Runtime(const Config& config, const storage::MasterKey& key, RuntimeOptions options)
    : parts_(std::make_unique<Parts>(config, key, std::move(options)))
{
}

Runtime::~Runtime() = default;

void Runtime::run()
{
    parts_->run();
}

void Runtime::stop()
{
    parts_->stop();
}

std::string Runtime::url() const
{
    return parts_->url();
}

Clock system_clock()
{
    return [] { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); };
}

std::function<std::uint64_t()> system_random()
{
    return [] {
        thread_local std::random_device device;
        return (std::uint64_t{device()} << 32) | device();
    };
}

std::string sign_in_link(const std::string& url, const Secret& secret, const PersonId& person, Instant expires)
{
    return url + "/console#token=" + http::ConsoleSessions{seal_of(secret)}.make_token(person, expires);
}

} // namespace kintsugi
