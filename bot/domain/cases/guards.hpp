#pragma once
// The guards of the transition table, one rule each. Each answers with the reason against, or with nothing.

#include "bot/domain/cases/transitions.hpp"

namespace kintsugi::cases {

using Verdict = std::optional<Refusal>;

/// Nothing where the rule holds, else the reason.
[[nodiscard]] inline Verdict unless(bool holds, Refused reason, std::string subject = {},
                                    std::optional<Instant> when = {})
{
    return holds ? std::nullopt : Verdict{Refusal{reason, std::move(subject), when}};
}

// What the text must have.
[[nodiscard]] Verdict text_long_enough(const Attempt& attempt);
[[nodiscard]] Verdict note_has_words(const Attempt& attempt);
[[nodiscard]] Verdict plan_has_words(const Attempt& attempt);
[[nodiscard]] Verdict promise_has_words(const Attempt& attempt);
[[nodiscard]] Verdict task_has_words(const Attempt& attempt);
[[nodiscard]] Verdict help_has_words(const Attempt& attempt);
[[nodiscard]] Verdict answer_has_words(const Attempt& attempt);
[[nodiscard]] Verdict evidence_has_reference(const Attempt& attempt);
[[nodiscard]] Verdict evidence_given(const Attempt& attempt);
[[nodiscard]] Verdict sent_text_or_declared(const Attempt& attempt);
[[nodiscard]] Verdict says_what_was_asked(const Attempt& attempt);
[[nodiscard]] Verdict remedy_or_reason_given(const Attempt& attempt);
[[nodiscard]] Verdict reason_for_level(const Attempt& attempt);
[[nodiscard]] Verdict reason_to_drop(const Attempt& attempt);
[[nodiscard]] Verdict reason_to_reopen(const Attempt& attempt);
[[nodiscard]] Verdict public_line_given(const Attempt& attempt);

// Dates and figures.
[[nodiscard]] Verdict has_dated_promise(const Attempt& attempt);
[[nodiscard]] Verdict promise_has_date(const Attempt& attempt);
[[nodiscard]] Verdict new_date_given(const Attempt& attempt);
[[nodiscard]] Verdict says_when_again(const Attempt& attempt);
[[nodiscard]] Verdict within_reopening_time(const Attempt& attempt);
[[nodiscard]] Verdict within_splitting_time(const Attempt& attempt);
[[nodiscard]] Verdict heat_in_range(const Attempt& attempt);
[[nodiscard]] Verdict figures_in_range(const Attempt& attempt);

// How the case stands.
[[nodiscard]] Verdict not_open_yet(const Attempt& attempt);
[[nodiscard]] Verdict touched_first(const Attempt& attempt);
[[nodiscard]] Verdict promise_is_open(const Attempt& attempt);
[[nodiscard]] Verdict task_is_open(const Attempt& attempt);
[[nodiscard]] Verdict help_is_asked(const Attempt& attempt);
[[nodiscard]] Verdict someone_is_next(const Attempt& attempt);
[[nodiscard]] Verdict help_not_answered(const Attempt& attempt);
[[nodiscard]] Verdict no_open_promise(const Attempt& attempt);
[[nodiscard]] Verdict no_open_task(const Attempt& attempt);
[[nodiscard]] Verdict cause_is_linked(const Attempt& attempt);
[[nodiscard]] Verdict cause_is_new(const Attempt& attempt);
[[nodiscard]] Verdict cause_known_or_unexplained(const Attempt& attempt);
[[nodiscard]] Verdict rests_on_users_word(const Attempt& attempt);
[[nodiscard]] Verdict recovered_or_partly(const Attempt& attempt);
[[nodiscard]] Verdict outcome_given(const Attempt& attempt);
[[nodiscard]] Verdict target_can_take(const Attempt& attempt);
[[nodiscard]] Verdict receiver_is_someone_else(const Attempt& attempt);
[[nodiscard]] Verdict level_changes(const Attempt& attempt);
[[nodiscard]] Verdict may_lower_hard_trigger(const Attempt& attempt);
[[nodiscard]] Verdict no_legal_hold(const Attempt& attempt);

/// The number of the help request that a command is about.
[[nodiscard]] std::optional<int> help_number(const Command& command);

} // namespace kintsugi::cases
