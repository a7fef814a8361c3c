#pragma once
// What people say to the bot in a random conversation: sensible sentences of the trade, orders put together from the
// grammar's own words, and nonsense, in Chinese and English, about things that are there and things that are not.

#include "bot/conversation/grammar.hpp"
#include "tests/bot/domain/random.hpp"

#include <string>

namespace kintsugi::tests {

/// How many of each there are to speak of; a number beyond is named now and then.
struct KnownNumbers {
    int cases = 0;
    int causes = 0;
    int publications = 0;
    int alias = 0; ///< of a published case; 0: none yet
};

struct RandomMessage {
    std::string who; ///< a person of the demo
    std::string text;
};

/// Words that name a person, as people type them where they should not: never may they arrive outside the case. A name
/// is known by its title; one that stands alone is not, outside the case that it belongs to.
inline constexpr const char* typed_secrets[] = {"张晓梅女士", "19900000000", "88421907"};

[[nodiscard]] RandomMessage random_message(Random& random, const conversation::Grammar& grammar,
                                           const KnownNumbers& numbers);

} // namespace kintsugi::tests
