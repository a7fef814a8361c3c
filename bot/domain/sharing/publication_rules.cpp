#include "bot/domain/sharing/publication_rules.hpp"

#include <algorithm>

namespace kintsugi::sharing {
namespace {

using enum PublicationState;

struct Row {
    PublicationVerb verb;
    std::initializer_list<PublicationState> from;
};

const Row table[] = {
    {PublicationVerb::edit, {draft, previewed, in_review, approved, rejected, failed}},
    {PublicationVerb::submit, {previewed, rejected}},
    {PublicationVerb::approve, {in_review}},
    {PublicationVerb::send_back, {in_review, approved}},
    {PublicationVerb::publish, {approved}},
    {PublicationVerb::release, {queued}},
    {PublicationVerb::confirm_sent, {awaiting_sender}},
    {PublicationVerb::pause, {approved, queued, awaiting_sender}},
    {PublicationVerb::correct, {delivered, corrected}},
    {PublicationVerb::take_down, {delivered, corrected, awaiting_sender}},
};

/// Results are held back where showing them could turn out untrue (WHY.md, idea 5).
std::optional<Refusal> check_mode(const Publication& publication, const Surroundings& around)
{
    if (around.of->second_failure) return Refusal{Refused::second_failure_not_shared};
    if (scope_needed(publication) == Scope::process) return std::nullopt;
    const bool users_word = around.of->confirmed_by && *around.of->confirmed_by != cases::Basis::no_answer;
    if (!users_word) return Refusal{Refused::result_needs_users_word};
    const bool rising = around.of->heat > around.of->heat_at_opening;
    if (rising || around.broken_promise) return Refusal{Refused::result_on_hold};
    return std::nullopt;
}

} // namespace

std::optional<Refusal> PublicationRules::check_state(const Publication& publication, PublicationVerb verb)
{
    const auto* row = std::ranges::find(table, verb, &Row::verb);
    if (std::ranges::find(row->from, publication.state) != row->from.end()) return std::nullopt;
    return Refusal{Refused::wrong_state, std::string{name_of(publication.state)}};
}

std::optional<Refusal> PublicationRules::check_outward(const Publication& publication, const Surroundings& around)
{
    if (around.outbound_on_hold) return Refusal{Refused::outbound_on_hold};
    if (around.residue_found) return Refusal{Refused::not_masked};
    if (auto refusal = check_mode(publication, around)) return refusal;
    return check_consent(*around.consent, scope_needed(publication), publication.free_text_hash, around.folded_text,
                         around.now);
}

Outcome<PublicText> PublicationRules::release(const Publication& publication, const Surroundings& around)
{
    if (auto refusal = check_state(publication, PublicationVerb::release)) return tl::unexpected{std::move(*refusal)};
    if (publication.release_at && *publication.release_at > around.now) return refuse(Refused::outbound_on_hold);
    if (!publication.approved_at || around.now - *publication.approved_at > approval_lasts)
        return refuse(Refused::approval_expired);
    if (auto refusal = check_outward(publication, around)) return tl::unexpected{std::move(*refusal)};
    return PublicText{publication.text.reveal(), PublicTextKey{}};
}

Outcome<PublicText> PublicationRules::release_correction(const Publication& publication, const MaskedText& text,
                                                         bool residue_found)
{
    if (auto refusal = check_state(publication, PublicationVerb::correct)) return tl::unexpected{std::move(*refusal)};
    if (residue_found) return refuse(Refused::not_masked);
    return PublicText{text.reveal(), PublicTextKey{}};
}

} // namespace kintsugi::sharing
