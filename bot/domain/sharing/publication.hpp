#pragma once
// One text for one audience on its way out: written, previewed, reviewed, approved, sent, corrected, taken down.
// PRODUCT.md, 3.3. Approval is for one text hash and one audience; any edit voids the votes.

#include "bot/domain/cases/status.hpp"
#include "bot/domain/history.hpp"
#include "bot/domain/outcome.hpp"
#include "bot/domain/person.hpp"
#include "bot/domain/private_text.hpp"
#include "bot/domain/sharing/board.hpp"
#include "bot/domain/sharing/consent.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kintsugi::sharing {

enum class PublicationState {
    draft,
    previewed,
    in_review,
    approved,
    queued,
    awaiting_sender,
    delivered,
    corrected,
    withdrawn,
    rejected,
    paused,
    failed
};

enum class Mode { process, result, both };

inline constexpr auto approval_lasts = std::chrono::hours{24}; ///< facts age

struct Drafted {
    CaseId of;
    RoomId audience;
    Alias alias;
    cases::Level level = cases::Level::mild;
    Step step = Step::heard;
    Mode mode = Mode::process;
    MaskedText text;            ///< the sentence about what happened and where it stands
    std::string text_hash;      ///< of the whole card as readers would see it
    std::string free_text_hash; ///< of the words that are not template; empty if there are none

    static constexpr std::string_view name = "drafted";
    static constexpr std::tuple fields{Field{"of", &Drafted::of},
                                       Field{"audience", &Drafted::audience},
                                       Field{"alias", &Drafted::alias},
                                       Field{"level", &Drafted::level},
                                       Field{"step", &Drafted::step},
                                       Field{"mode", &Drafted::mode},
                                       Field{"text", &Drafted::text},
                                       Field{"text_hash", &Drafted::text_hash},
                                       Field{"free_text_hash", &Drafted::free_text_hash}};
    bool operator==(const Drafted&) const = default;
};

struct Edited {
    MaskedText text;
    std::string text_hash;
    std::string free_text_hash;

    static constexpr std::string_view name = "edited";
    static constexpr std::tuple fields{Field{"text", &Edited::text}, Field{"text_hash", &Edited::text_hash},
                                       Field{"free_text_hash", &Edited::free_text_hash}};
    bool operator==(const Edited&) const = default;
};

struct Submitted {
    std::vector<PersonId> reviewers;

    static constexpr std::string_view name = "submitted";
    static constexpr std::tuple fields{Field{"reviewers", &Submitted::reviewers}};
    bool operator==(const Submitted&) const = default;
};

struct Approved {
    std::string department;
    bool legal = false;
    std::string text_hash;
    bool complete = false; ///< with this vote the text is approved
    PersonId lead{};       ///< of the voter, at the time of the vote; empty: no one

    static constexpr std::string_view name = "approved";
    static constexpr std::tuple fields{Field{"department", &Approved::department}, Field{"legal", &Approved::legal},
                                       Field{"text_hash", &Approved::text_hash}, Field{"complete", &Approved::complete},
                                       Field{"lead", &Approved::lead}};
    bool operator==(const Approved&) const = default;
};

struct SentBack {
    MaskedText reason;

    static constexpr std::string_view name = "sent_back";
    static constexpr std::tuple fields{Field{"reason", &SentBack::reason}};
    bool operator==(const SentBack&) const = default;
};

struct ApprovalExpired {
    static constexpr std::string_view name = "approval_expired";
    static constexpr std::tuple<> fields{};
    bool operator==(const ApprovalExpired&) const = default;
};

struct Queued {
    Instant release_at{}; ///< end of the hold in which it can be undone

    static constexpr std::string_view name = "queued";
    static constexpr std::tuple fields{Field{"release_at", &Queued::release_at}};
    bool operator==(const Queued&) const = default;
};

/// Handed to the outbox, or to the person who can post.
struct Released {
    bool awaits_sender = false;

    static constexpr std::string_view name = "released";
    static constexpr std::tuple fields{Field{"awaits_sender", &Released::awaits_sender}};
    bool operator==(const Released&) const = default;
};

struct Delivered {
    static constexpr std::string_view name = "delivered";
    static constexpr std::tuple<> fields{};
    bool operator==(const Delivered&) const = default;
};

struct DeliveryFailed {
    static constexpr std::string_view name = "delivery_failed";
    static constexpr std::tuple<> fields{};
    bool operator==(const DeliveryFailed&) const = default;
};

struct Paused {
    static constexpr std::string_view name = "paused";
    static constexpr std::tuple<> fields{};
    bool operator==(const Paused&) const = default;
};

struct Corrected {
    MaskedText what; ///< what the correction says

    static constexpr std::string_view name = "corrected";
    static constexpr std::tuple fields{Field{"what", &Corrected::what}};
    bool operator==(const Corrected&) const = default;
};

struct TakenDown {
    bool recalled = false; ///< the platform took it back; false: only what we control is gone
    PrivateText reason;

    static constexpr std::string_view name = "taken_down";
    static constexpr std::tuple fields{Field{"recalled", &TakenDown::recalled}, Field{"reason", &TakenDown::reason}};
    bool operator==(const TakenDown&) const = default;
};

using PublicationEvent = std::variant<Struck, Drafted, Edited, Submitted, Approved, SentBack, ApprovalExpired, Queued,
                                      Released, Delivered, DeliveryFailed, Paused, Corrected, TakenDown>;
using PublicationHistory = std::vector<Recorded<PublicationEvent>>;

struct Vote {
    PersonId by;
    std::string department;
    bool legal = false;
    PersonId lead{}; ///< empty: no one

    bool operator==(const Vote&) const = default;
};

struct Publication {
    PublicationId id;
    CaseId of;
    RoomId audience;
    PersonId author;
    Alias alias;
    cases::Level level = cases::Level::mild;
    Step step = Step::heard;
    Mode mode = Mode::process;
    MaskedText text;
    std::string text_hash;
    std::string free_text_hash;
    PublicationState state = PublicationState::draft;
    std::vector<PersonId> reviewers;
    std::vector<Vote> votes;
    std::optional<Instant> approved_at;
    std::optional<Instant> release_at;
    std::optional<Instant> delivered_at;

    bool operator==(const Publication&) const = default;
};

[[nodiscard]] Publication evolve(Publication current, const Recorded<PublicationEvent>& recorded);
[[nodiscard]] std::optional<Publication> fold_publication(PublicationId id,
                                                          std::span<const Recorded<PublicationEvent>> log);

/// The wider mode that a step needs: results are shown from `solved` on.
[[nodiscard]] Scope scope_needed(const Publication& publication);

} // namespace kintsugi::sharing

namespace kintsugi {

template <>
struct Names<sharing::PublicationState> {
    using enum sharing::PublicationState;
    static constexpr std::pair<sharing::PublicationState, std::string_view> all[] = {
        {draft, "draft"},         {previewed, "previewed"}, {in_review, "in_review"},
        {approved, "approved"},   {queued, "queued"},       {awaiting_sender, "awaiting_sender"},
        {delivered, "delivered"}, {corrected, "corrected"}, {withdrawn, "withdrawn"},
        {rejected, "rejected"},   {paused, "paused"},       {failed, "failed"},
    };
};

template <>
struct Names<sharing::Mode> {
    using enum sharing::Mode;
    static constexpr std::pair<sharing::Mode, std::string_view> all[] = {
        {process, "process"}, {result, "result"}, {both, "both"}};
};

} // namespace kintsugi
