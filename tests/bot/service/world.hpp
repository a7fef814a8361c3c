#pragma once
// The demo's people over an empty database in memory, with a platform whose bytes a test can read: what use cases need
// and no more. Everything happens in one transaction.

#include "bot/assembly.hpp"
#include "tests/conversations/demo_cast.hpp"
#include "tests/fakes/scene_platform.hpp"
#include "tests/storage/base.hpp"

namespace kintsugi::tests {

inline const ConnectionId console{"console"};

struct ServiceWorld {
    ServiceWorld()
    {
        knowledge.platforms.emplace(console, std::make_unique<ScenePlatform>(true));
        store_configuration(stores(), config, now);
    }

    [[nodiscard]] service::Stores& stores() { return base.stores(); }

    Config config = scenes::demo_cast(Language::chinese);
    Instant now = storage::at_minute(0);
    std::uint64_t chance = 0; ///< what the next random choices get
    service::Knowledge knowledge = make_knowledge(config, [this] { return chance; });
    storage::Base base;
};

/// Where the demo's platform reaches a person.
inline service::Destination direct(const std::string& person)
{
    return {console, {"dm:" + person, true}};
}

} // namespace kintsugi::tests
