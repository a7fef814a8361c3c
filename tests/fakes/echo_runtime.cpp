// The web side with the echoing bot: server, console, writer, reading worker and delivery over stores in memory.
//
//   echo_runtime [port [link]]      prints the address of the page, or a sign-in link; SIGINT and SIGTERM end it

#include "adapters/console.hpp"
#include "adapters/curl_client.hpp"
#include "adapters/signatures.hpp"
#include "bot/http/console.hpp"
#include "bot/http/console_page.hpp"
#include "bot/http/operations.hpp"
#include "bot/http/server.hpp"
#include "embedded/prompts.hpp"
#include "tests/fakes/chat_samples.hpp"
#include "tests/fakes/chat_stores.hpp"
#include "tests/fakes/echo_bot.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>

using namespace kintsugi;
using namespace kintsugi::tests;

namespace {

Instant now()
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

void log(std::string_view what)
{
    std::clog << what << '\n';
}

conversation::Catalogue catalogue()
{
    std::vector<conversation::TomlFile> files;
    for (const auto& [name, content] : embedded::prompts())
        if (name.ends_with("/console.toml")) files.push_back({std::string{name}, content});
    return conversation::Catalogue::load(files);
}

/// Sends what waits in the outbox until it is told to stop.
void deliver(std::stop_token stop, service::Stores& stores, const conversation::ChatPlatform& platform)
{
    adapters::CurlClient client;
    while (!stop.stop_requested()) {
        if (client.in_flight() == 0)
            for (const auto& item : stores.outbox.due(now(), 10, false))
                client.start(item.id, platform.compose(item.card, item.to.address, std::to_string(item.id), now()));
        for (const auto& [token, response] : client.poll(std::chrono::milliseconds{20}))
            if (platform.judge(response).delivery == conversation::Delivery::sent) stores.outbox.sent(token, now());
    }
}

http::ConsoleSettings settings(const adapters::ConsolePlatform& platform, http::SignIn sign_in)
{
    http::ConsoleSettings settings;
    settings.sign_in = sign_in;
    settings.sign = [&](http::HttpRequest& request, Instant at) { platform.sign(request, at); };
    settings.is_signed = [&](const http::HttpRequest& request, Instant at) { return platform.is_signed(request, at); };
    settings.seal = [key = adapters::random_bytes(32)](std::string_view bytes) {
        return adapters::hex(adapters::hmac_sha256(key, bytes));
    };
    settings.clock = now;
    return settings;
}

/// Where the page is, for linke where one needs a link.
std::string address(const std::string& base_url, const http::ConsoleSettings& settings)
{
    if (settings.sign_in == http::SignIn::choose) return base_url + "/console";
    const auto token =
        http::ConsoleSessions{settings.seal}.make_token(PersonId{"linke"}, now() + std::chrono::hours{1});
    return base_url + "/console#token=" + token;
}

} // namespace

int main(int count, char** arguments)
{
    http::Live live;
    service::Metrics metrics;
    http::ServerOptions options;
    options.port = static_cast<std::uint16_t>(count > 1 ? std::atoi(arguments[1]) : 0);
    const auto answered = [&](std::string_view route, int status, std::chrono::duration<double> took) {
        metrics.count(service::Metric::requests, {route, std::to_string(status)});
        metrics.observe(service::Metric::answer_seconds, took.count());
    };
    http::Server server{options, {answered, log, [&] { live.close(); }}};
    const auto base_url = "http://127.0.0.1:" + std::to_string(server.port());

    ChatStores stores;
    seed(stores.stores(), now());
    conversation::Platforms platforms;
    auto owned = std::make_unique<adapters::ConsolePlatform>(adapters::hex(adapters::random_bytes(32)), base_url);
    const auto& platform = *owned;
    platforms.emplace(console_id, std::move(owned));

    ChatTransactions transactions{stores};
    service::Writer writer{transactions, {}, log};
    ChatTransactions reading{stores};
    http::Worker reader{reading};
    http::FrontDoor door{platforms, {echo, echo}, writer, metrics, now, log};
    const auto console_settings = settings(platform, count > 2 ? http::SignIn::link : http::SignIn::choose);
    http::Console console{console_settings, platforms, door, reader, live};

    std::vector<http::Route> routes{http::front_page_route("/console")};
    for (auto part : {http::operations_routes(writer, reader, metrics), http::webhook_routes(door), console.routes(),
                      http::console_page_routes(catalogue())})
        std::ranges::move(part, std::back_inserter(routes));
    const http::Router router{std::move(routes)};

    for (const int signal : {SIGINT, SIGTERM})
        server.on_signal(signal, [&] { server.drain(); });
    const std::jthread delivery{[&](std::stop_token stop) { deliver(std::move(stop), stores.stores(), platform); }};
    std::cout << address(base_url, console_settings) << std::endl;
    server.run(router);
}
