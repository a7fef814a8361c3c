// ./dev bench intake: how many signed messages a second become committed case steps, how long each takes at a fixed
// rate, and what the program weighs. Beside each stands what this machine could do at best, measured in the same run.
//
//   bench_intake PROGRAM [--cases N] [--seconds S]

#include "bot/service/intake.hpp"

#include "adapters/console.hpp"
#include "adapters/signatures.hpp"
#include "bot/assembly.hpp"
#include "bot/runtime.hpp"
#include "bot/service/writer.hpp"
#include "storage/sql_stores.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/load.hpp"
#include "tests/bench/program.hpp"
#include "tests/bench/sink.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <functional>

using namespace kintsugi;
using namespace kintsugi::bench;

namespace {

constexpr int koes = 20;
constexpr int cases_each = 25;
constexpr int connections = 64;
constexpr double open_loop_rate = 1000;

struct Options {
    std::filesystem::path program;
    int cases = 100'000;
    int seconds = 10;
};

class Folder {
public:
    Folder()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "kintsugi-bench-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
        path_ = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Signed requests as they go over the wire, each an event of its own.
class Messages {
public:
    explicit Messages(const std::string& secret) : platform_(secret, "http://127.0.0.1") {}

    std::string next(int koe, const std::string& text)
    {
        const auto account = "k" + std::to_string(koe);
        const boost::json::object body{{"event", "b" + std::to_string(++events_)},
                                       {"account", account},
                                       {"conversation", "dm:" + account},
                                       {"direct", true},
                                       {"mentioned", true},
                                       {"text", text},
                                       {"press", nullptr},
                                       {"reply_to", ""}};
        conversation::HttpRequest request{"POST", "/hook/console", {}, boost::json::serialize(body)};
        platform_.sign(request, system_clock()());
        std::string bytes = "POST /hook/console HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        for (const auto& [name, value] : request.headers)
            bytes += name + ": " + value + "\r\n";
        return bytes + "Content-Length: " + std::to_string(request.body.size()) + "\r\n\r\n" + request.body;
    }

    std::vector<std::string> many(std::size_t count, const std::function<std::string(int koe, int number)>& text)
    {
        std::vector<std::string> requests;
        for (std::size_t i = 0; i < count; ++i) {
            const int koe = static_cast<int>(i % koes) + 1;
            requests.push_back(next(koe, text(koe, static_cast<int>(i / koes))));
        }
        return requests;
    }

private:
    adapters::ConsolePlatform platform_;
    int events_ = 0;
};

std::string complaint(int koe, int number)
{
    return fmt::format("第{}位用户: 会员费重复扣款两次, 客服{}天没有回复, 要求退款", number * koes + koe,
                       number % 9 + 1);
}

/// KOE k opened the cases k, k + 20, k + 40, … in the order of their messages, one at a time.
std::string case_step(int koe, int number)
{
    const int mine = 1000 + koe + koes * (number % cases_each);
    return fmt::format("补充 K-{} 用户又说了一遍, 今天第{}次来问", mine, number);
}

void report(const char* what, const Measured& throughput, const Measured& paced)
{
    fmt::print("{:<22}{:>9.0f} messages/s    at {:.0f}/s: p50 {:.2f} ms  p99 {:.2f} ms  max {:.2f} ms    refused {}\n",
               what, throughput.per_second(), open_loop_rate, paced.percentile(0.5), paced.percentile(0.99),
               paced.percentile(1), throughput.refused + paced.refused);
    std::fflush(stdout);
}

void measure(const char* what, std::uint16_t port, Messages& messages, std::size_t count, int seconds)
{
    (void)closed_loop(port, messages.many(count / 10, case_step), connections); // warm
    const auto throughput = closed_loop(port, messages.many(count, case_step), connections);
    const auto paced_count = static_cast<std::size_t>(open_loop_rate * seconds);
    const auto paced = open_loop(port, messages.many(paced_count, case_step), connections, open_loop_rate);
    report(what, throughput, paced);
}

/// Opens cases in the database itself: over HTTP it would take longer and tell nothing more.
void fill(const std::filesystem::path& folder, int cases)
{
    const auto config = load_config(folder / "kintsugi.toml");
    const auto key = storage::load_master_key(config.master_key_file);
    const auto stores = storage::open_database(config.database, key, storage::Access::write);
    auto knowledge = make_knowledge(config, system_random());
    const ConnectionId console{std::string{"console"}};
    knowledge.platforms.emplace(console, std::make_unique<adapters::ConsolePlatform>("x", "http://127.0.0.1"));
    const auto now = system_clock()();
    std::vector<service::Job> jobs{[&](service::Stores& all) { store_configuration(all, config, now); }};
    const auto commit = [&] {
        for (const auto result : service::run_together(*stores, jobs, [](std::string_view) {}))
            if (result != service::JobResult::committed) throw std::runtime_error{"a case could not be opened"};
        jobs.clear();
    };
    for (int i = 0; i < cases; ++i) {
        const int koe = i % koes + 1;
        jobs.emplace_back([&, i, koe](service::Stores& all) {
            conversation::Message message;
            message.event = "f" + std::to_string(i);
            message.account = "k" + std::to_string(koe);
            message.at = {"dm:" + message.account, true};
            message.text = PrivateText{complaint(koe, i / koes)};
            (void)service::take_in(all, knowledge, console, {message}, now);
            for (const auto& item : all.outbox.due(now, 10, false))
                all.outbox.sent(item.id, now);
        });
        if (jobs.size() == 128) commit();
    }
    commit();
}

double median_cold_start(const Options& options, const std::filesystem::path& folder)
{
    constexpr int runs = 11;
    std::vector<double> starts;
    for (int i = 0; i < runs; ++i)
        starts.push_back(Program{options.program, folder}.cold_start_ms());
    std::ranges::sort(starts);
    return starts[runs / 2];
}

void run(const Options& options)
{
    const auto secret = adapters::hex(adapters::random_bytes(32));
    const Folder work;
    const Sink sink;
    fmt::print("disk: {:.0f} commits of one row a second, one after the other\n", commits_per_second(work.path()));
    constexpr std::size_t enough = 60'000;
    {
        Messages messages{secret};
        const Floor floor{work.path() / "floor.db", secret};
        measure("floor (bare Beast)", floor.port(), messages, enough, options.seconds);
    }
    const auto small = work.path() / "small";
    std::filesystem::create_directory(small);
    write_configuration(small, secret, koes, sink.port());
    {
        const Program program{options.program, small};
        fmt::print("idle, empty database: {:.1f} MB resident\n", program.resident_mb());
        Messages messages{secret};
        const auto opened = closed_loop(program.port(), messages.many(koes * cases_each, complaint), 1);
        fmt::print("{} cases opened, one message at a time: {:.0f}/s\n", opened.answered, opened.per_second());
        measure("kintsugi (case step)", program.port(), messages, enough / 3, options.seconds);
        fmt::print("after that load: {:.1f} MB resident\n", program.resident_mb());
    }
    const auto large = work.path() / "large";
    std::filesystem::create_directory(large);
    write_configuration(large, secret, koes, sink.port());
    fmt::print("cold start to the first 200, empty database: {:.0f} ms (median of 11)\n",
               median_cold_start(options, large));
    fill(large, options.cases);
    fmt::print("cold start with {} cases: {:.0f} ms\n", options.cases, median_cold_start(options, large));
    const Program program{options.program, large};
    fmt::print("idle with {} cases: {:.1f} MB resident\n", options.cases, program.resident_mb());
    Messages messages{secret};
    measure("with those cases", program.port(), messages, enough / 3, options.seconds);
    fmt::print("after that load: {:.1f} MB resident\n", program.resident_mb());
}

} // namespace

int main(int count, char** arguments)
{
    Options options;
    CLI::App app{"signed messages through HTTP to committed case steps"};
    app.add_option("program", options.program)->required()->check(CLI::ExistingFile);
    app.add_option("--cases", options.cases)->capture_default_str();
    app.add_option("--seconds", options.seconds)->capture_default_str();
    CLI11_PARSE(app, count, arguments);
    try {
        run(options);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
