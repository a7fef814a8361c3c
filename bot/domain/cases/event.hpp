#pragma once
// What can happen to a case, in the past tense. The log of these is the truth; `Case` is their fold (`lifecycle.hpp`).
// Field names are the keys in the database: they may be added to, never renamed.

#include "bot/domain/cases/severity.hpp"
#include "bot/domain/cases/status.hpp"
#include "bot/domain/history.hpp"
#include "bot/domain/private_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

namespace kintsugi::cases {

struct CaseOpened {
    CustomerId customer;
    PersonId owner;
    Origin origin = Origin::in_private;
    Level level = Level::mild;
    int heat = 0;
    Points points;
    std::vector<std::string> signals; ///< keys of SignalRule
    bool hard_trigger = false;
    bool second_failure = false; ///< the same user within 180 days (WHY.md, idea 8)
    std::vector<std::string> wants;
    PrivateText text;
    PrivateText summary; ///< one line; masked already, still the user's words

    static constexpr std::string_view name = "opened";
    static constexpr std::tuple fields{Field{"customer", &CaseOpened::customer},
                                       Field{"owner", &CaseOpened::owner},
                                       Field{"origin", &CaseOpened::origin},
                                       Field{"level", &CaseOpened::level},
                                       Field{"heat", &CaseOpened::heat},
                                       Field{"points", &CaseOpened::points},
                                       Field{"signals", &CaseOpened::signals},
                                       Field{"hard_trigger", &CaseOpened::hard_trigger},
                                       Field{"second_failure", &CaseOpened::second_failure},
                                       Field{"wants", &CaseOpened::wants},
                                       Field{"text", &CaseOpened::text},
                                       Field{"summary", &CaseOpened::summary}};
    bool operator==(const CaseOpened&) const = default;
};

/// A lead acted on a case of someone else; stands before the events of that act.
struct LeadActed {
    PrivateText reason;

    static constexpr std::string_view name = "lead_acted";
    static constexpr std::tuple fields{Field{"reason", &LeadActed::reason}};
    bool operator==(const LeadActed&) const = default;
};

struct NoteAdded {
    PrivateText text;
    std::optional<CaseId> meant_for; ///< it was sent to this number, which is merged into the present case

    static constexpr std::string_view name = "note_added";
    static constexpr std::tuple fields{Field{"text", &NoteAdded::text}, Field{"meant_for", &NoteAdded::meant_for}};
    bool operator==(const NoteAdded&) const = default;
};

struct EvidenceAdded {
    PrivateText reference; ///< a link, a file's name, or words; never the file itself

    static constexpr std::string_view name = "evidence_added";
    static constexpr std::tuple fields{Field{"reference", &EvidenceAdded::reference}};
    bool operator==(const EvidenceAdded&) const = default;
};

/// A person spoke to the user. Only this stops the first-touch clock (WHY.md, idea 1).
struct UserTouched {
    PrivateText sent;      ///< empty when only declared
    bool declared = false; ///< 声明未附原文

    static constexpr std::string_view name = "user_touched";
    static constexpr std::tuple fields{Field{"sent", &UserTouched::sent}, Field{"declared", &UserTouched::declared}};
    bool operator==(const UserTouched&) const = default;
};

struct HeatSet {
    int heat = 0;

    static constexpr std::string_view name = "heat_set";
    static constexpr std::tuple fields{Field{"heat", &HeatSet::heat}};
    bool operator==(const HeatSet&) const = default;
};

struct PromiseMade {
    int number = 0; ///< C-1, C-2 … within the case
    PrivateText what;
    Instant due{};
    PersonId owner; ///< who keeps it
    Purpose purpose = Purpose::update;

    static constexpr std::string_view name = "promise_made";
    static constexpr std::tuple fields{Field{"number", &PromiseMade::number}, Field{"what", &PromiseMade::what},
                                       Field{"due", &PromiseMade::due}, Field{"owner", &PromiseMade::owner},
                                       Field{"purpose", &PromiseMade::purpose}};
    bool operator==(const PromiseMade&) const = default;
};

struct PromiseKept {
    int number = 0;

    static constexpr std::string_view name = "promise_kept";
    static constexpr std::tuple fields{Field{"number", &PromiseKept::number}};
    bool operator==(const PromiseKept&) const = default;
};

struct PromiseRescheduled {
    int number = 0;
    Instant due{};
    PrivateText reason;

    static constexpr std::string_view name = "promise_rescheduled";
    static constexpr std::tuple fields{Field{"number", &PromiseRescheduled::number},
                                       Field{"due", &PromiseRescheduled::due},
                                       Field{"reason", &PromiseRescheduled::reason}};
    bool operator==(const PromiseRescheduled&) const = default;
};

/// The promise was not kept and no longer binds; a lead said so.
struct PromiseReleased {
    int number = 0;

    static constexpr std::string_view name = "promise_released";
    static constexpr std::tuple fields{Field{"number", &PromiseReleased::number}};
    bool operator==(const PromiseReleased&) const = default;
};

struct PlanMade {
    PrivateText text;

    static constexpr std::string_view name = "plan_made";
    static constexpr std::tuple fields{Field{"text", &PlanMade::text}};
    bool operator==(const PlanMade&) const = default;
};

struct TaskAdded {
    int number = 0; ///< T-1, T-2 … within the case
    PrivateText what;
    PersonId assignee;
    std::optional<Instant> due;

    static constexpr std::string_view name = "task_added";
    static constexpr std::tuple fields{Field{"number", &TaskAdded::number}, Field{"what", &TaskAdded::what},
                                       Field{"assignee", &TaskAdded::assignee}, Field{"due", &TaskAdded::due}};
    bool operator==(const TaskAdded&) const = default;
};

struct TaskDone {
    int number = 0;

    static constexpr std::string_view name = "task_done";
    static constexpr std::tuple fields{Field{"number", &TaskDone::number}};
    bool operator==(const TaskDone&) const = default;
};

struct TaskDropped {
    int number = 0;
    PrivateText reason;

    static constexpr std::string_view name = "task_dropped";
    static constexpr std::tuple fields{Field{"number", &TaskDropped::number}, Field{"reason", &TaskDropped::reason}};
    bool operator==(const TaskDropped&) const = default;
};

struct HelpAsked {
    int number = 0;
    PersonId whom;
    PersonId then; ///< asked when `whom` does not answer; may be empty
    PrivateText what;
    std::optional<Instant> due;

    static constexpr std::string_view name = "help_asked";
    static constexpr std::tuple fields{Field{"number", &HelpAsked::number}, Field{"whom", &HelpAsked::whom},
                                       Field{"then", &HelpAsked::then}, Field{"what", &HelpAsked::what},
                                       Field{"due", &HelpAsked::due}};
    bool operator==(const HelpAsked&) const = default;
};

struct HelpPassedOn {
    int number = 0;
    PersonId to;

    static constexpr std::string_view name = "help_passed_on";
    static constexpr std::tuple fields{Field{"number", &HelpPassedOn::number}, Field{"to", &HelpPassedOn::to}};
    bool operator==(const HelpPassedOn&) const = default;
};

struct HelpTaken {
    int number = 0;
    PersonId helper;

    static constexpr std::string_view name = "help_taken";
    static constexpr std::tuple fields{Field{"number", &HelpTaken::number}, Field{"helper", &HelpTaken::helper}};
    bool operator==(const HelpTaken&) const = default;
};

struct HelpAnswered {
    int number = 0;
    PrivateText answer;

    static constexpr std::string_view name = "help_answered";
    static constexpr std::tuple fields{Field{"number", &HelpAnswered::number}, Field{"answer", &HelpAnswered::answer}};
    bool operator==(const HelpAnswered&) const = default;
};

struct HandoverOffered {
    PersonId to;
    PrivateText reason;

    static constexpr std::string_view name = "handover_offered";
    static constexpr std::tuple fields{Field{"to", &HandoverOffered::to}, Field{"reason", &HandoverOffered::reason}};
    bool operator==(const HandoverOffered&) const = default;
};

struct HandoverAccepted {
    PersonId owner; ///< the new one

    static constexpr std::string_view name = "handover_accepted";
    static constexpr std::tuple fields{Field{"owner", &HandoverAccepted::owner}};
    bool operator==(const HandoverAccepted&) const = default;
};

struct HandoverDeclined {
    PrivateText reason;

    static constexpr std::string_view name = "handover_declined";
    static constexpr std::tuple fields{Field{"reason", &HandoverDeclined::reason}};
    bool operator==(const HandoverDeclined&) const = default;
};

struct UserAwaited {
    PrivateText asked;
    Instant ask_again{};

    static constexpr std::string_view name = "user_awaited";
    static constexpr std::tuple fields{Field{"asked", &UserAwaited::asked},
                                       Field{"ask_again", &UserAwaited::ask_again}};
    bool operator==(const UserAwaited&) const = default;
};

struct UserReplied {
    PrivateText words;

    static constexpr std::string_view name = "user_replied";
    static constexpr std::tuple fields{Field{"words", &UserReplied::words}};
    bool operator==(const UserReplied&) const = default;
};

/// The day on which we said we would ask again has come.
struct AskAgainDue {
    static constexpr std::string_view name = "ask_again_due";
    static constexpr std::tuple<> fields{};
    bool operator==(const AskAgainDue&) const = default;
};

struct LevelSet {
    Level level = Level::mild;
    PrivateText reason;

    static constexpr std::string_view name = "level_set";
    static constexpr std::tuple fields{Field{"level", &LevelSet::level}, Field{"reason", &LevelSet::reason}};
    bool operator==(const LevelSet&) const = default;
};

struct CauseLinked {
    CauseId cause;

    static constexpr std::string_view name = "cause_linked";
    static constexpr std::tuple fields{Field{"cause", &CauseLinked::cause}};
    bool operator==(const CauseLinked&) const = default;
};

struct FixAwaited {
    CauseId cause;
    PrivateText remedy; ///< what helps the user meanwhile, or why nothing does

    static constexpr std::string_view name = "fix_awaited";
    static constexpr std::tuple fields{Field{"cause", &FixAwaited::cause}, Field{"remedy", &FixAwaited::remedy}};
    bool operator==(const FixAwaited&) const = default;
};

struct FixShipped {
    CauseId cause;

    static constexpr std::string_view name = "fix_shipped";
    static constexpr std::tuple fields{Field{"cause", &FixShipped::cause}};
    bool operator==(const FixShipped&) const = default;
};

struct CaseResolved {
    PrivateText what;

    static constexpr std::string_view name = "resolved";
    static constexpr std::tuple fields{Field{"what", &CaseResolved::what}};
    bool operator==(const CaseResolved&) const = default;
};

struct ResolutionConfirmed {
    Basis basis = Basis::users_words;
    PrivateText words;
    CloseOutcome outcome = CloseOutcome::recovered;

    static constexpr std::string_view name = "confirmed";
    static constexpr std::tuple fields{Field{"basis", &ResolutionConfirmed::basis},
                                       Field{"words", &ResolutionConfirmed::words},
                                       Field{"outcome", &ResolutionConfirmed::outcome}};
    bool operator==(const ResolutionConfirmed&) const = default;
};

struct ResolutionNotAccepted {
    PrivateText words;

    static constexpr std::string_view name = "not_accepted";
    static constexpr std::tuple fields{Field{"words", &ResolutionNotAccepted::words}};
    bool operator==(const ResolutionNotAccepted&) const = default;
};

struct CaseClosed {
    CloseOutcome outcome = CloseOutcome::unrecovered;
    bool unexplained = false; ///< 原因未明
    PrivateText public_line;  ///< what the public is told, or why nothing; empty for a private origin

    static constexpr std::string_view name = "closed";
    static constexpr std::tuple fields{Field{"outcome", &CaseClosed::outcome},
                                       Field{"unexplained", &CaseClosed::unexplained},
                                       Field{"public_line", &CaseClosed::public_line}};
    bool operator==(const CaseClosed&) const = default;
};

/// A look back is due for cases of level 1 and 2.
struct RetroPlanned {
    Instant due{};

    static constexpr std::string_view name = "retro_planned";
    static constexpr std::tuple fields{Field{"due", &RetroPlanned::due}};
    bool operator==(const RetroPlanned&) const = default;
};

struct CaseReopened {
    PrivateText reason;

    static constexpr std::string_view name = "reopened";
    static constexpr std::tuple fields{Field{"reason", &CaseReopened::reason}};
    bool operator==(const CaseReopened&) const = default;
};

struct CaseMerged {
    CaseId into;

    static constexpr std::string_view name = "merged";
    static constexpr std::tuple fields{Field{"into", &CaseMerged::into}};
    bool operator==(const CaseMerged&) const = default;
};

struct CaseSplit {
    static constexpr std::string_view name = "split";
    static constexpr std::tuple<> fields{};
    bool operator==(const CaseSplit&) const = default;
};

struct SatisfactionRated {
    SurveyPhase phase = SurveyPhase::at_close;
    SurveySource source = SurveySource::estimate;
    std::optional<int> overall;   ///< 0 to 10
    std::optional<int> fair;      ///< 1 to 5
    std::optional<int> respected; ///< 1 to 5
    std::optional<int> clear;     ///< 1 to 5
    std::optional<int> recommend; ///< 0 to 10, asked at day 7 only

    static constexpr std::string_view name = "rated";
    static constexpr std::tuple fields{
        Field{"phase", &SatisfactionRated::phase},         Field{"source", &SatisfactionRated::source},
        Field{"overall", &SatisfactionRated::overall},     Field{"fair", &SatisfactionRated::fair},
        Field{"respected", &SatisfactionRated::respected}, Field{"clear", &SatisfactionRated::clear},
        Field{"recommend", &SatisfactionRated::recommend}};
    bool operator==(const SatisfactionRated&) const = default;
};

struct FollowedUp {
    FollowUpResult result = FollowUpResult::fine;
    PrivateText words;

    static constexpr std::string_view name = "followed_up";
    static constexpr std::tuple fields{Field{"result", &FollowedUp::result}, Field{"words", &FollowedUp::words}};
    bool operator==(const FollowedUp&) const = default;
};

struct ErasureRequested {
    PrivateText evidence; ///< in what words the user asked

    static constexpr std::string_view name = "erasure_requested";
    static constexpr std::tuple fields{Field{"evidence", &ErasureRequested::evidence}};
    bool operator==(const ErasureRequested&) const = default;
};

struct CaseErased {
    static constexpr std::string_view name = "erased";
    static constexpr std::tuple<> fields{};
    bool operator==(const CaseErased&) const = default;
};

struct LegalHoldSet {
    bool on = true;

    static constexpr std::string_view name = "legal_hold_set";
    static constexpr std::tuple fields{Field{"on", &LegalHoldSet::on}};
    bool operator==(const LegalHoldSet&) const = default;
};

using Event =
    std::variant<Struck, CaseOpened, LeadActed, NoteAdded, EvidenceAdded, UserTouched, HeatSet, PromiseMade,
                 PromiseKept, PromiseRescheduled, PromiseReleased, PlanMade, TaskAdded, TaskDone, TaskDropped,
                 HelpAsked, HelpPassedOn, HelpTaken, HelpAnswered, HandoverOffered, HandoverAccepted, HandoverDeclined,
                 UserAwaited, UserReplied, AskAgainDue, LevelSet, CauseLinked, FixAwaited, FixShipped, CaseResolved,
                 ResolutionConfirmed, ResolutionNotAccepted, CaseClosed, RetroPlanned, CaseReopened, CaseMerged,
                 CaseSplit, SatisfactionRated, FollowedUp, ErasureRequested, CaseErased, LegalHoldSet>;

using History = std::vector<Recorded<Event>>;

} // namespace kintsugi::cases
