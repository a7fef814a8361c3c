#pragma once
// ✔ K-1042 已结·修复: what a closed case took, in a few lines.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

void reply_with_summary(Turn& turn, CaseFile& file);

} // namespace kintsugi::service
