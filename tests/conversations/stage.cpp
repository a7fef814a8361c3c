#include "tests/conversations/stage.hpp"

#include "bot/service/delivery.hpp"
#include "bot/service/intake.hpp"
#include "bot/service/timed/tick.hpp"
#include "bot/service/writer.hpp"

#include <sstream>
#include <stdexcept>

namespace kintsugi::scenes {
namespace {

/// Thrown through a job to lose it, as a power cut before the commit would.
struct PowerCut : std::runtime_error {
    PowerCut() : std::runtime_error{"power cut"} {}
};

/// In memory where there is such a folder: thousands of commits need not wait for a disk here.
std::filesystem::path fresh_folder()
{
    const std::filesystem::path in_memory{"/dev/shm"};
    std::error_code none; // then it is no folder
    const auto parent =
        std::filesystem::is_directory(in_memory, none) ? in_memory : std::filesystem::temp_directory_path();
    auto pattern = (parent / "kintsugi-scene-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    return pattern;
}

Milliseconds step_for(Milliseconds distance)
{
    return distance <= std::chrono::hours{3} ? std::chrono::minutes{1} : std::chrono::minutes{10};
}

/// SplitMix64: scenes see the same chance on every run.
std::uint64_t next(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15;
    auto z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

} // namespace

Stage::Stage(const Config& config, World world, Instant starts)
    : config_(config), world_(world), now_(starts), folder_(fresh_folder()), key_(storage::new_master_key())
{
    restart();
    job([&](service::Stores& stores) { store_configuration(stores, config_, now_); });
}

Stage::~Stage()
{
    stores_.reset();
    std::error_code ignored; // a leftover temporary folder harms nobody
    std::filesystem::remove_all(folder_, ignored);
}

void Stage::restart()
{
    knowledge_ = std::make_unique<service::Knowledge>(make_knowledge(config_, [this] { return next(chance_); }));
    for (const auto& connection : config_.connections)
        knowledge_->platforms.emplace(connection.id, std::make_unique<tests::ScenePlatform>(world_ != World::text));
    open();
}

void Stage::open()
{
    stores_.reset();
    stores_ = storage::open_database(folder_ / "scene.db", key_, storage::Access::write);
}

void Stage::job(const service::Job& job, const std::function<bool()>& worth_losing)
{
    std::string why;
    const auto failed = [&](std::string_view reason) { why = reason; };
    if (world_ == World::crashes) {
        const service::Job lost = [&](service::Stores& stores) {
            job(stores);
            if (worth_losing()) throw PowerCut{};
        };
        if (service::run_together(*stores_, {&lost, 1}, failed).front() == service::JobResult::committed) return;
        open();
    }
    why.clear();
    const auto results = service::run_together(*stores_, {&job, 1}, failed);
    if (results.front() != service::JobResult::committed) throw std::runtime_error{"a job failed: " + why};
}

void Stage::say(const tests::Sent& sent)
{
    const auto request = tests::to_request(sent);
    const auto connection = config_.connections.front().id;
    const int times = world_ == World::repeats ? 2 : 1;
    for (int i = 0; i < times; ++i) {
        const auto received = knowledge_->platforms.at(connection)->receive(request, now_);
        const auto messages = std::get<conversation::Messages>(received);
        job([&](service::Stores& stores) {
            (void)service::take_in(stores, *knowledge_, connection, messages, now_); // answered alike every time
        });
        deliver();
    }
    if (world_ == World::restarts) restart();
}

void Stage::pass_until(Instant until)
{
    while (now_ < until) {
        now_ = std::min(until, now_ + step_for(until - now_));
        tick();
    }
    if (world_ == World::restarts) restart();
}

/// A power cut is played only where something was due: most minutes of a week bring nothing that could be lost.
void Stage::tick()
{
    service::Ticked ticked{.done = 0, .more = true};
    while (ticked.more) {
        job([&](service::Stores& stores) { ticked = service::tick(stores, *knowledge_, now_); },
            [&] { return ticked.done > 0; });
    }
    deliver();
}

void Stage::answer_next(int status, int times)
{
    answer_status_ = status;
    answers_left_ = times;
}

void Stage::deliver()
{
    for (;;) {
        std::vector<service::Prepared> prepared;
        job(
            [&](service::Stores& stores) {
                prepared = service::prepare_deliveries(stores, *knowledge_, now_, {}, 100);
            },
            [&] { return !prepared.empty(); });
        if (prepared.empty()) return;
        for (const auto& one : prepared)
            send(one);
    }
}

void Stage::send(const service::Prepared& prepared)
{
    conversation::HttpResponse response;
    if (answers_left_ > 0) {
        --answers_left_;
        response.status = answer_status_;
    } else if (seen_keys_.insert(prepared.id).second) {
        arrived_.push_back(tests::read_sent(prepared.request, now_));
        everything_.push_back(arrived_.back());
    } else if (world_ != World::crashes) {
        throw std::logic_error{"message " + std::to_string(prepared.id) + " was sent twice"};
    }
    const bool lost = world_ == World::crashes && lost_notes_.insert(prepared.id).second;
    if (lost) return open(); // it was sent, but nobody remembers: it is sent again
    job([&](service::Stores& stores) { service::complete_delivery(stores, *knowledge_, prepared.id, response, now_); });
}

std::vector<tests::Arrived> Stage::take_arrived()
{
    return std::exchange(arrived_, {});
}

} // namespace kintsugi::scenes
