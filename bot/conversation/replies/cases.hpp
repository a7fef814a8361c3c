#pragma once
// Cards about a case for those who may read it: receipt, case card, lists, reasons. PRODUCT.md, section 5.

#include "bot/conversation/replies/parts.hpp"
#include "bot/domain/cases/clocks.hpp"
#include "bot/domain/cases/severity.hpp"
#include "bot/domain/sharing/anonymizer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kintsugi::conversation {

/// Names of people and things around a case, looked up for the reader.
struct CaseNames {
    std::string label; ///< 晨星
    std::string owner;
    std::string cause;     ///< R-31 重复扣款（修复中）; empty without one
    std::string consent;   ///< state of the consent
    std::string published; ///< state of the newest publication; empty without one
};

struct Resemblance {
    int count = 0;                ///< cases of the last days that resemble it, itself included
    std::optional<CauseId> cause; ///< to which most of them belong
    std::string title;            ///< of that cause
};

struct IntakeView {
    const cases::Case* of = nullptr;
    CaseNames names;
    std::vector<cases::CaseClock> clocks;
    std::vector<std::string> heat_words;
    std::vector<sharing::Personal> masked;
    Resemblance similar;
    bool without_content = false;
    std::string commander; ///< who was told of a hard trigger; empty if none
};

[[nodiscard]] PrivateCard intake_receipt(const Wording& wording, const Reader& reader, const IntakeView& view);

struct CaseView {
    const cases::Case* of = nullptr;
    CaseNames names;
    std::vector<cases::CaseClock> clocks;
    std::vector<Recorded<cases::Event>> events; ///< that count
    bool whole = false;                         ///< 看 K-1042 全部
};

[[nodiscard]] PrivateCard case_card(const Wording& wording, const Reader& reader, const CaseView& view);

/// Why the level is what it is.
[[nodiscard]] PrivateCard score_card(const Wording& wording, const Reader& reader, const cases::Case& current,
                                     const cases::Lexicon& lexicon);

/// 首次真人回应 09:36 前: the running clock that is due first; empty without one.
[[nodiscard]] std::string next_clock(const Wording& wording, const Reader& reader,
                                     const std::vector<cases::CaseClock>& clocks);

} // namespace kintsugi::conversation
