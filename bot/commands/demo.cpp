#include "adapters/signatures.hpp"
#include "bot/assembly.hpp"
#include "bot/commands/running.hpp"
#include "bot/demo/player.hpp"
#include "bot/log.hpp"
#include "bot/runtime.hpp"

#include <atomic>
#include <cstdlib>
#include <thread>

namespace kintsugi {
namespace {

/// A folder that is gone afterwards.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "kintsugi-demo-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
        path_ = pattern;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored; // a leftover temporary folder harms nobody
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Real time, shifted: to the next working day at 09:06, when a story like this begins, and on as the story says.
class StoryClock {
public:
    explicit StoryClock(const cases::Policy& policy)
    {
        const auto now = system_clock()();
        const auto& zone = policy.work.zone;
        auto date = next_day(zone.local(now).date);
        while (spans_on(policy.work, date).empty())
            date = next_day(date);
        pass(zone.instant(date, std::chrono::hours{9} + std::chrono::minutes{6}) - now);
    }

    void pass(Milliseconds by) { shift_ += by.count(); }
    [[nodiscard]] Clock clock() const
    {
        return [this, real = system_clock()] { return real() + Milliseconds{shift_}; };
    }

private:
    std::atomic<std::int64_t> shift_{0};
};

Config demo_config(Language language, const std::filesystem::path& folder, int port)
{
    const auto secret = adapters::hex(adapters::random_bytes(32));
    setenv("KINTSUGI_DEMO_SECRET", secret.c_str(), 1); // NOLINT(concurrency-mt-unsafe): before any thread
    const auto name = std::string{name_of(language)} + "/demo.toml";
    auto config = parse_config(built_in_prompt(name), name, folder);
    unsetenv("KINTSUGI_DEMO_SECRET"); // NOLINT(concurrency-mt-unsafe): before any thread
    config.server.port = port;
    return config;
}

/// How many steps did not end as told.
int play(const Terminal& terminal, const demo::Story& story, demo::Player& player)
{
    const auto count = std::to_string(story.steps.size());
    terminal.say("demo_title", {{"title", story.title}, {"count", count}});
    int failed = 0, number = 0;
    for (const auto& step : story.steps) {
        const auto played = player.play(step);
        terminal.say(
            "demo_step",
            {{"mark", played.as_told ? "✔" : "✘"}, {"number", ++number}, {"count", count}, {"tell", step.tell}});
        if (!played.answer.empty()) terminal.say("demo_answer", {{"answer", played.answer}});
        if (played.as_told) continue;
        terminal.say("demo_missing", {{"missing", played.missing}});
        ++failed;
    }
    if (failed == 0)
        terminal.say("demo_good");
    else
        terminal.say("demo_bad", {{"count", failed}});
    return failed;
}

} // namespace

int play_demo(const Terminal& terminal, const DemoOptions& options)
{
    quiet_log();
    const TemporaryFolder folder;
    const auto config = demo_config(terminal.language(), folder.path(), options.port);
    StoryClock clock{config.policy};
    const auto key = storage::new_master_key();
    Runtime runtime{config, key, {clock.clock(), system_random()}};

    std::thread server{[&] { runtime.run(); }};
    const auto name = std::string{name_of(terminal.language())} + "/demo_story.toml";
    int failed = 1;
    try {
        demo::Player player{runtime.url(), [&](Milliseconds by) { clock.pass(by); }};
        failed = play(terminal, demo::read_story(built_in_prompt(name), name), player);
    } catch (const std::exception& error) {
        terminal.say("problem", {{"what", error.what()}});
    }
    if (options.once || failed > 0)
        runtime.stop();
    else
        terminal.say("demo_open", {{"url", runtime.url() + "/console"}});
    server.join();
    return failed == 0 ? 0 : 1;
}

} // namespace kintsugi
