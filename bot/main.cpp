// argv → one command. The only place that catches everything: what was not expected ends the program with its reason.

#include "bot/commands.hpp"
#include "bot/config/config.hpp"

#include <exception>
#include <iostream>
#include <sys/stat.h>

int main(int count, char** arguments)
{
    umask(S_IRWXG | S_IRWXO); // database, keys and backups are for their owner only
    try {
        return kintsugi::run_command(count, arguments);
    } catch (const kintsugi::ConfigError& error) {
        std::cerr << error.what() << '\n';
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "kintsugi: " << error.what() << '\n';
        return 1;
    }
}
