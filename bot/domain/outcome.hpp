#pragma once
// The answer of a rule: a value, or a refusal that the person should hear about. Every refusal has a sentence in every
// language under prompts/ (`refusals.toml`, key = its name); a test checks this.

#include "bot/domain/names.hpp"
#include "bot/domain/time.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <utility>

namespace kintsugi {

enum class Refused {
    // who
    cannot_show,
    owner_only,
    lead_only,
    lead_gives_reason,
    receiver_only,
    not_for_you,
    second_person_needed,
    someone_elses_act,
    // state
    wrong_state,
    already_closed,
    already_so,
    nothing_to_undo,
    too_late_to_undo,
    later_acts_depend,
    too_late_to_reopen,
    too_late_to_split,
    under_legal_hold,
    // what is missing
    text_too_short,
    text_missing,
    sent_text_or_mark,
    contact_first,
    dated_promise_needed,
    time_missing,
    time_is_past,
    reason_missing,
    cause_missing,
    remedy_or_reason,
    promise_open,
    task_open,
    outcome_missing,
    cause_or_unexplained,
    public_line_missing,
    users_word_needed,
    evidence_missing,
    no_such_number,
    which_case,
    nothing_planned,
    // limits
    hard_trigger,
    merge_with_itself,
    different_users,
    number_out_of_range,
    receiver_is_owner,
    person_unknown,
    area_unknown,
    room_unknown,
    zone_unknown,
    language_unknown,
    level_missing,
    // consent and publication
    consent_missing,
    consent_refused,
    consent_withdrawn,
    consent_never_twice,
    consent_other_words,
    consent_condition,
    consent_scope,
    reviewer_is_author,
    reviewer_is_owner,
    reviewer_same_department,
    reviewers_missing,
    already_voted,
    approval_expired,
    outbound_on_hold,
    not_masked,
    result_needs_users_word,
    result_on_hold,
    daily_quota,
    second_failure_not_shared,
    cannot_recall,
    cannot_unerase,
    // causes
    not_your_area,
    plain_words_needed,
    still_owed,
    already_appealed,
    what_changed_missing,
};

template <>
struct Names<Refused> {
    using enum Refused;
    static constexpr std::pair<Refused, std::string_view> all[] = {
        {cannot_show, "cannot_show"},
        {owner_only, "owner_only"},
        {lead_only, "lead_only"},
        {lead_gives_reason, "lead_gives_reason"},
        {receiver_only, "receiver_only"},
        {not_for_you, "not_for_you"},
        {second_person_needed, "second_person_needed"},
        {someone_elses_act, "someone_elses_act"},
        {wrong_state, "wrong_state"},
        {already_closed, "already_closed"},
        {already_so, "already_so"},
        {nothing_to_undo, "nothing_to_undo"},
        {too_late_to_undo, "too_late_to_undo"},
        {later_acts_depend, "later_acts_depend"},
        {too_late_to_reopen, "too_late_to_reopen"},
        {too_late_to_split, "too_late_to_split"},
        {under_legal_hold, "under_legal_hold"},
        {text_too_short, "text_too_short"},
        {text_missing, "text_missing"},
        {sent_text_or_mark, "sent_text_or_mark"},
        {contact_first, "contact_first"},
        {dated_promise_needed, "dated_promise_needed"},
        {time_missing, "time_missing"},
        {time_is_past, "time_is_past"},
        {reason_missing, "reason_missing"},
        {cause_missing, "cause_missing"},
        {remedy_or_reason, "remedy_or_reason"},
        {promise_open, "promise_open"},
        {task_open, "task_open"},
        {outcome_missing, "outcome_missing"},
        {cause_or_unexplained, "cause_or_unexplained"},
        {public_line_missing, "public_line_missing"},
        {users_word_needed, "users_word_needed"},
        {evidence_missing, "evidence_missing"},
        {no_such_number, "no_such_number"},
        {which_case, "which_case"},
        {nothing_planned, "nothing_planned"},
        {hard_trigger, "hard_trigger"},
        {merge_with_itself, "merge_with_itself"},
        {different_users, "different_users"},
        {number_out_of_range, "number_out_of_range"},
        {receiver_is_owner, "receiver_is_owner"},
        {person_unknown, "person_unknown"},
        {area_unknown, "area_unknown"},
        {room_unknown, "room_unknown"},
        {zone_unknown, "zone_unknown"},
        {language_unknown, "language_unknown"},
        {level_missing, "level_missing"},
        {consent_missing, "consent_missing"},
        {consent_refused, "consent_refused"},
        {consent_withdrawn, "consent_withdrawn"},
        {consent_never_twice, "consent_never_twice"},
        {consent_other_words, "consent_other_words"},
        {consent_condition, "consent_condition"},
        {consent_scope, "consent_scope"},
        {reviewer_is_author, "reviewer_is_author"},
        {reviewer_is_owner, "reviewer_is_owner"},
        {reviewer_same_department, "reviewer_same_department"},
        {reviewers_missing, "reviewers_missing"},
        {already_voted, "already_voted"},
        {approval_expired, "approval_expired"},
        {outbound_on_hold, "outbound_on_hold"},
        {not_masked, "not_masked"},
        {result_needs_users_word, "result_needs_users_word"},
        {result_on_hold, "result_on_hold"},
        {daily_quota, "daily_quota"},
        {second_failure_not_shared, "second_failure_not_shared"},
        {cannot_recall, "cannot_recall"},
        {cannot_unerase, "cannot_unerase"},
        {not_your_area, "not_your_area"},
        {plain_words_needed, "plain_words_needed"},
        {still_owed, "still_owed"},
        {already_appealed, "already_appealed"},
        {what_changed_missing, "what_changed_missing"},
    };
};

/// `subject` is a number or a word of our own (C-1, K-1042, a state's name), never text of a user.
struct Refusal {
    Refused reason;
    std::string subject{};
    std::optional<Instant> when{};

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class T>
using Outcome = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refused reason, std::string subject = {},
                                                    std::optional<Instant> when = {})
{
    return tl::unexpected<Refusal>{Refusal{reason, std::move(subject), when}};
}

} // namespace kintsugi
