#include "bot/commands/master_key.hpp"
#include "bot/commands/running.hpp"
#include "bot/runtime.hpp"

namespace kintsugi {

int serve(const Terminal& terminal, const std::filesystem::path& config_file)
{
    const auto config = load_config(config_file);
    const auto key = master_key_of(config);
    if (!key) {
        terminal.say("no_key");
        return 1;
    }
    Runtime runtime{config, *key, {system_clock(), system_random(), [&] { return load_config(config_file); }}};
    terminal.say("serving", {{"url", runtime.url()}});
    runtime.run();
    return 0;
}

} // namespace kintsugi
