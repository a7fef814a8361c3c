#pragma once
// What was not done, said so that the person knows what to do: the words are in refusals.toml, one for each Refused.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

void say_refusal(Turn& turn, const conversation::Order& order, const Refusal& refusal);

/// 先别发布 P-22: stops what was on its way. False where there is nothing to stop.
bool pause_publication(Turn& turn, const conversation::Order& order);

} // namespace kintsugi::service
