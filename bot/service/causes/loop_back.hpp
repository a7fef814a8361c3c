#pragma once
// 回告: a fix is out, everyone who waits for it hears it from their KOE. WHY.md, idea 6.

#include "bot/service/causes/cause_file.hpp"

namespace kintsugi::service {

struct LoopBackOpened {
    int people = 0;
    int koes = 0;
};

/// Moves the cases that waited for the fix, and sends each KOE their list, the unsatisfied first.
LoopBackOpened open_loop_back(Work& work, const CauseFile& file);

} // namespace kintsugi::service
