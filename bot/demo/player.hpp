#pragma once
// Plays a story step by step and says of each whether it ended as told.

#include "bot/demo/story.hpp"
#include "bot/demo/visitor.hpp"

#include <functional>
#include <map>

namespace kintsugi::demo {

struct Played {
    bool as_told = true;
    std::string answer;  ///< first line of the message that met the first expectation
    std::string missing; ///< "conversation: text" of what did not come, or came against the story
};

class Player {
public:
    /// `pass` moves the clock of the program.
    Player(std::string url, std::function<void(Milliseconds)> pass) : visitor_(std::move(url)), pass_(std::move(pass))
    {
    }

    [[nodiscard]] Played play(const Step& step);

private:
    /// Waits for what is expected, since it comes through the outbox.
    [[nodiscard]] bool find(const Expectation& expected, std::string& answer);
    [[nodiscard]] bool press(const Step& step);
    [[nodiscard]] std::vector<Shown> seen(const std::string& conversation);

    Visitor visitor_;
    std::function<void(Milliseconds)> pass_;
    std::string in_rooms_;                       ///< who spoke last: reads the rooms
    std::map<std::string, std::int64_t> before_; ///< newest card per conversation when the step began
};

} // namespace kintsugi::demo
