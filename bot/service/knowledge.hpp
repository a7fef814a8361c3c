#pragma once
// What the bot knows besides its stores: words, rules, and the two things that pure code is handed, chance and digests.
// Made once at the start, read-only afterwards, shared by all threads.

#include "bot/conversation/coaching/draft_check.hpp"
#include "bot/conversation/coaching/scripts.hpp"
#include "bot/conversation/grammar.hpp"
#include "bot/conversation/platform.hpp"
#include "bot/conversation/wording.hpp"
#include "bot/domain/audit_chain.hpp"
#include "bot/domain/cases/policy.hpp"
#include "bot/domain/cases/severity.hpp"
#include "bot/domain/sharing/anonymizer.hpp"
#include "bot/service/records.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kintsugi::service {

/// What an operator may set that is not about technique.
struct Practice {
    Zone zone;                             ///< the company's; goes without saying in texts
    Language language = Language::chinese; ///< of rooms and of people who chose none
    std::vector<Area> areas;
    std::vector<std::string> marketing_departments; ///< who do not count as outside
    int reminders_a_day = 12;                       ///< per person; breaches always go out
    TimeOfDay digest_at{std::chrono::hours{9}};     ///< local time of each person, on their working days
};

struct Knowledge {
    conversation::Wording wording;
    conversation::Grammar grammar;
    cases::Lexicon lexicon;
    sharing::Anonymizer anonymizer;
    conversation::Scripts scripts;
    conversation::DraftCheck draft_check;
    Practice practice;
    audit::Digest digest;
    std::function<std::uint64_t()> random;
    conversation::Platforms platforms;
};

[[nodiscard]] const Area* find_area(const Practice& practice, const AreaId& id);

} // namespace kintsugi::service
