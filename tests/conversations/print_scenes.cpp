// Prints scenes as transcripts: read them as a tired colleague would at the end of a long day.

#include "tests/conversations/play.hpp"

#include <exception>
#include <iostream>

int main(int count, char** arguments)
{
    using namespace kintsugi::scenes;
    int failures = 0;
    try {
        for (int i = 1; i < count; ++i) {
            std::cout << "=== " << arguments[i] << "\n";
            for (const auto& failure : play(read_scene(arguments[i]), World::cards, &std::cout).failures) {
                std::cout << "!!! " << failure << "\n";
                ++failures;
            }
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 2;
    }
    return failures == 0 ? 0 : 1;
}
