#include "bot/domain/sharing/publication.hpp"

#include "bot/domain/match.hpp"

namespace kintsugi::sharing {
namespace {

using enum PublicationState;

void begin(Publication& current, const Recorded<PublicationEvent>& recorded, const Drafted& drafted)
{
    current.of = drafted.of;
    current.audience = drafted.audience;
    current.author = recorded.by;
    current.alias = drafted.alias;
    current.level = drafted.level;
    current.step = drafted.step;
    current.mode = drafted.mode;
    current.text = drafted.text;
    current.text_hash = drafted.text_hash;
    current.free_text_hash = drafted.free_text_hash;
    current.state = previewed;
}

void void_votes(Publication& current)
{
    current.votes.clear();
    current.approved_at.reset();
    current.release_at.reset();
}

void count(Publication& current, const Recorded<PublicationEvent>& recorded, const Approved& vote)
{
    if (vote.text_hash != current.text_hash) return; // given for words that have changed since
    current.votes.push_back({recorded.by, vote.department, vote.legal, vote.lead});
    if (!vote.complete) return;
    current.state = approved;
    current.approved_at = recorded.at;
}

} // namespace

Publication evolve(Publication current, const Recorded<PublicationEvent>& recorded)
{
    std::visit(Match{[](const Struck&) {}, [&](const Drafted& drafted) { begin(current, recorded, drafted); },
                     [&](const Edited& edited) {
                         current.text = edited.text;
                         current.text_hash = edited.text_hash;
                         current.free_text_hash = edited.free_text_hash;
                         current.state = previewed;
                         void_votes(current);
                     },
                     [&](const Submitted& submitted) {
                         current.reviewers = submitted.reviewers;
                         current.state = in_review;
                         void_votes(current);
                     },
                     [&](const Approved& vote) { count(current, recorded, vote); },
                     [&](const SentBack&) {
                         current.state = rejected;
                         void_votes(current);
                     },
                     [&](const ApprovalExpired&) {
                         current.state = previewed;
                         void_votes(current);
                     },
                     [&](const Queued& queue) {
                         current.state = queued;
                         current.release_at = queue.release_at;
                     },
                     [&](const Released& released) {
                         current.release_at.reset();
                         if (released.awaits_sender) current.state = awaiting_sender;
                     },
                     [&](const Delivered&) {
                         current.state = delivered;
                         current.delivered_at = recorded.at;
                     },
                     [&](const DeliveryFailed&) { current.state = failed; },
                     [&](const Paused&) {
                         current.state = approved;
                         current.release_at.reset();
                     },
                     [&](const Corrected&) { current.state = corrected; },
                     [&](const TakenDown&) { current.state = withdrawn; }},
               recorded.event);
    return current;
}

std::optional<Publication> fold_publication(PublicationId id, std::span<const Recorded<PublicationEvent>> log)
{
    const auto counting = effective(log);
    if (!begins_with<Drafted>(counting)) return std::nullopt;
    Publication folded;
    folded.id = id;
    for (const auto& recorded : counting)
        folded = evolve(std::move(folded), recorded);
    return folded;
}

Scope scope_needed(const Publication& publication)
{
    return publication.mode == Mode::process && publication.step < Step::solved ? Scope::process : Scope::result;
}

} // namespace kintsugi::sharing
