#pragma once
// A scene file as steps. The format is described in tests/conversations/README.md.

#include "bot/domain/person.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace kintsugi::scenes {

struct Says {
    std::string who;
    std::string room; ///< empty: in their direct conversation
    std::string text;
    bool twice = false;    ///< the platform delivers the event a second time
    bool addressed = true; ///< false: said in the room without mentioning the bot
};

struct Presses {
    std::string who;
    std::string label;
    std::string room; ///< empty: on a card in their direct conversation
};

struct Passes {
    std::string until; ///< "2026-11-23 10:00", or empty
    Milliseconds amount{};
};

struct Restarts {};

/// The next `times` deliveries are answered with `status`.
struct Answers {
    int status = 200;
    int times = 0;
};

struct Expects {
    std::string to; ///< a person, or @room
    std::string text;
    bool absent = false;
};

struct ExpectsNothing {};

/// key=value pairs about a thing: case K-1001, cause R-1, publication P-1, consent K-1001.
struct ExpectsState {
    std::string kind;
    std::string number;
    std::vector<std::pair<std::string, std::string>> facts;
};

/// Never in a message to anyone but KOEs and leads in direct conversation or the case's room.
struct Hides {
    std::string text;
};

using Step = std::variant<Says, Presses, Passes, Restarts, Answers, Expects, ExpectsNothing, ExpectsState, Hides>;

struct NumberedStep {
    int line = 0;
    Step step;
};

struct Scene {
    std::string file;
    std::string title;
    Language language = Language::chinese;
    std::string starts = "2026-11-21 09:06";
    std::string cast; ///< file of a configuration, relative to the scene; empty: the demo's
    std::vector<NumberedStep> steps;
};

/// Throws std::runtime_error that names file and line for what is not a step.
[[nodiscard]] Scene read_scene(const std::filesystem::path& file);

} // namespace kintsugi::scenes
