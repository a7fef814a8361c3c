#pragma once
// The whole program but for sockets and threads, on a real database file, with a clock that is moved by hand: what
// scenes are played on. A restart closes the file and makes everything anew.

#include "bot/assembly.hpp"
#include "bot/service/delivery.hpp"
#include "bot/service/work.hpp"
#include "bot/service/writer.hpp"
#include "storage/sql_stores.hpp"
#include "tests/fakes/scene_platform.hpp"

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace kintsugi::scenes {

/// How the world treats the program while a scene is played.
enum class World {
    cards,    ///< buttons, nothing goes wrong
    text,     ///< the same without buttons: numbers are typed
    restarts, ///< the process ends and starts between any two steps
    crashes,  ///< every step is lost once before its commit, and every sent message once before that is noted
    repeats   ///< the platform delivers everything twice
};

class Stage {
public:
    Stage(const Config& config, World world, Instant starts);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    void say(const tests::Sent& sent);
    void pass_until(Instant until);
    void restart();
    void answer_next(int status, int times);

    /// What arrived anywhere since the last call; each key once, as a platform with idempotency keys shows it.
    [[nodiscard]] std::vector<tests::Arrived> take_arrived();
    [[nodiscard]] const std::vector<tests::Arrived>& everything() const { return everything_; }

    [[nodiscard]] service::Stores& stores() { return stores_->stores(); }
    [[nodiscard]] storage::SqlStores& database() { return *stores_; }
    [[nodiscard]] const service::Knowledge& knowledge() const { return *knowledge_; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] const Config& config() const { return config_; }

    /// Cases, consents, publications and causes as their logs make them; without what chance chose.
    [[nodiscard]] std::string state();

private:
    void open(); ///< the file again, as after a power cut
    void tick();
    void job(const service::Job& job, const std::function<bool()>& worth_losing = [] { return true; });
    void deliver();
    void send(const service::Prepared& prepared);

    Config config_;
    World world_;
    Instant now_;
    std::filesystem::path folder_;
    storage::MasterKey key_;
    std::uint64_t chance_ = 42;
    std::unique_ptr<service::Knowledge> knowledge_;
    std::unique_ptr<storage::SqlStores> stores_;
    std::vector<tests::Arrived> arrived_;
    std::vector<tests::Arrived> everything_;
    std::set<std::int64_t> seen_keys_;
    std::set<std::int64_t> lost_notes_;
    int answer_status_ = 200;
    int answers_left_ = 0;
};

} // namespace kintsugi::scenes
