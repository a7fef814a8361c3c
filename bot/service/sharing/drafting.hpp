#pragma once
// The words of a publication: a sentence of ours by step and cause, then, where the KOE wrote some, their own words
// after the anonymizer. Template sentences need no new consent within the scope; free words do (WHY.md, idea 3).

#include "bot/service/turn.hpp"

#include <optional>
#include <string>

namespace kintsugi::service {

struct DraftText {
    MaskedText text;
    std::string text_hash;      ///< of what readers would see: audience, alias, step and words
    std::string free_text_hash; ///< empty where all is template
    sharing::Step step{};
};

/// Refused without a cause, since the sentence is about it.
[[nodiscard]] Outcome<DraftText> draft_text(Work& work, CaseFile& file, const Room& room,
                                            const PrivateText& free_words);

/// The community room that a text names (会员3群), else the first one.
[[nodiscard]] std::optional<Room> room_for_sharing(Work& work, const PrivateText& text);
[[nodiscard]] PrivateText without_room(const PrivateText& text, const Room& room);

/// The case's alias; made at the first use.
[[nodiscard]] sharing::Alias alias_for(Work& work, CaseId id);

} // namespace kintsugi::service
