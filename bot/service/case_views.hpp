#pragma once
// What cards need to know around a case, looked up for one reader.

#include "bot/conversation/replies/cases.hpp"
#include "bot/service/turn.hpp"

namespace kintsugi::service {

[[nodiscard]] conversation::CaseNames names_of(Work& work, const cases::Case& current,
                                               const conversation::Reader& reader);
[[nodiscard]] conversation::CaseView view_of(Work& work, const CaseFile& file, const conversation::Reader& reader);

/// Sends the case card to the speaker.
void reply_with_case(Turn& turn, CaseFile& file, bool whole = false);

/// R-31 重复扣款（修复中）; the number alone where there is no such cause.
[[nodiscard]] std::string described(Work& work, CauseId id, Language language);

/// Known names of a case, for masking.
[[nodiscard]] sharing::KnownValues known_values(Work& work, const cases::Case& current);

/// The words as they may be shown to colleagues.
[[nodiscard]] MaskedText masked_words(Work& work, const cases::Case& current, const PrivateText& words);

/// A sentence with the next clock; one answer of a line after an inward act.
[[nodiscard]] std::string next_clock_of(Work& work, const CaseFile& file, const conversation::Reader& reader);

} // namespace kintsugi::service
