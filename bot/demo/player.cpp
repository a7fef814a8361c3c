#include "bot/demo/player.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace kintsugi::demo {
namespace {

constexpr auto patience = std::chrono::seconds{10}; ///< a slow machine under a sanitizer; usually it is milliseconds
constexpr auto look_again = std::chrono::milliseconds{10};

/// Calls `met` until it is true or the patience is over.
bool in_time(const std::function<bool()>& met)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!met()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(look_again);
    }
    return true;
}

} // namespace

Played Player::play(const Step& step)
{
    if (!step.who.empty()) in_rooms_ = step.who;
    before_.clear();
    for (const auto& expected : step.expect)
        if (const auto shown = seen(expected.conversation); !shown.empty())
            before_[expected.conversation] = shown.back().key;

    if (step.pass) pass_(*step.pass);
    if (!step.say.empty()) visitor_.say(step.who, step.where, step.say);
    if (!step.press.empty() && !in_time([&] { return press(step); }))
        return {false, {}, step.where + ": [" + step.press + "]"};

    Played played;
    for (const auto& expected : step.expect) {
        std::string answer;
        if (!in_time([&] { return find(expected, answer); }))
            return {false, played.answer, expected.conversation + ": " + expected.text};
        if (played.answer.empty()) played.answer = answer;
    }
    for (const auto& never : step.never)
        for (const auto& shown : seen(never.conversation))
            if (shown.text.find(never.text) != std::string::npos)
                return {false, played.answer, never.conversation + ": ✗ " + never.text};
    return played;
}

bool Player::find(const Expectation& expected, std::string& answer)
{
    for (const auto& shown : seen(expected.conversation))
        if (shown.key > before_[expected.conversation] && shown.text.find(expected.text) != std::string::npos) {
            answer = shown.first_line;
            return true;
        }
    return false;
}

bool Player::press(const Step& step)
{
    const auto shown = visitor_.seen(step.who, step.where);
    for (auto card = shown.rbegin(); card != shown.rend(); ++card) {
        const auto button = std::ranges::find(card->buttons, step.press);
        if (button == card->buttons.end()) continue;
        visitor_.press(step.who, step.where, card->key, static_cast<int>(button - card->buttons.begin()) + 1);
        return true;
    }
    return false;
}

std::vector<Shown> Player::seen(const std::string& conversation)
{
    constexpr std::string_view direct = "dm:";
    const auto reader = conversation.starts_with(direct) ? conversation.substr(direct.size()) : in_rooms_;
    return visitor_.seen(reader, conversation);
}

} // namespace kintsugi::demo
