#pragma once
// How hot is the user now? Asked after every contact; the numbers typed are the degrees themselves, 0 to 4.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

void add_heat_question(Turn& turn, CaseId id, conversation::MaskedCard& card);

} // namespace kintsugi::service
