// Plays every .chat file below the folder named by KINTSUGI_SCENES (default tests/conversations) in every world: the
// expectations hold, and the same state remains.

#include "tests/conversations/play.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace kintsugi;
using namespace kintsugi::scenes;

namespace {

std::vector<std::filesystem::path> scene_files()
{
    const char* folder = std::getenv("KINTSUGI_SCENES"); // NOLINT(concurrency-mt-unsafe): one thread
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator{folder != nullptr ? folder : "tests/conversations"})
        if (entry.path().extension() == ".chat") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string joined(const std::vector<std::string>& failures)
{
    std::string text;
    for (const auto& failure : failures)
        text += failure + "\n";
    return text;
}

} // namespace

TEST_CASE("scenes hold with cards, as text, and through restarts, crashes and repetitions")
{
    const auto files = scene_files();
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) {
        DYNAMIC_SECTION(file.filename().string() << " " << file.parent_path().filename().string())
        {
            const auto scene = read_scene(file);
            const auto with_cards = play(scene, World::cards);
            CHECK(joined(with_cards.failures) == "");
            for (const auto world : {World::text, World::restarts, World::crashes, World::repeats}) {
                INFO("world " << static_cast<int>(world));
                const auto other = play(scene, world);
                CHECK(joined(other.failures) == "");
                CHECK(other.state == with_cards.state);
            }
        }
    }
}
