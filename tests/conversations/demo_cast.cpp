#include "tests/conversations/demo_cast.hpp"

#include "bot/assembly.hpp"

#include <cstdlib>

namespace kintsugi::scenes {

Config demo_cast(Language language)
{
    setenv("KINTSUGI_DEMO_SECRET", "a secret of the tests", 1); // NOLINT(concurrency-mt-unsafe): one thread
    const auto name = std::string{name_of(language)} + "/demo.toml";
    return parse_config(built_in_prompt(name), name, ".");
}

} // namespace kintsugi::scenes
