#pragma once
// What a person, or a timer, may ask of a case: PRODUCT.md, 3.1 and 6.1. `lifecycle.hpp` decides.

#include "bot/domain/cases/severity.hpp"
#include "bot/domain/cases/status.hpp"
#include "bot/domain/ids.hpp"
#include "bot/domain/private_text.hpp"
#include "bot/domain/time.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kintsugi::cases {

enum class Verb {
    open,
    note,
    add_evidence,
    touch,
    set_heat,
    promise,
    keep_promise,
    reschedule,
    release_promise,
    plan,
    add_task,
    finish_task,
    drop_task,
    ask_help,
    pass_help_on,
    take_help,
    answer_help,
    hand_over,
    accept_handover,
    decline_handover,
    wait_for_user,
    user_replied,
    ask_again,
    set_level,
    link_cause,
    wait_for_fix,
    fix_shipped,
    resolve,
    confirm,
    not_accepted,
    close,
    reopen,
    merge,
    split,
    rate,
    follow_up,
    request_erasure,
    erase,
    set_legal_hold
};

struct Open {
    static constexpr auto verb = Verb::open;
    CustomerId customer;
    PersonId owner; ///< empty: who opens it
    Origin origin = Origin::in_private;
    Level level = Level::mild;
    Reading reading;
    bool second_failure = false;
    PrivateText text;
    PrivateText summary;
};

struct AddNote {
    static constexpr auto verb = Verb::note;
    PrivateText text;
    std::optional<CaseId> meant_for{};
};

struct AddEvidence {
    static constexpr auto verb = Verb::add_evidence;
    PrivateText reference;
};

struct Touch {
    static constexpr auto verb = Verb::touch;
    PrivateText sent{};
    bool declared = false;
};

struct SetHeat {
    static constexpr auto verb = Verb::set_heat;
    int heat = 0;
};

struct MakePromise {
    static constexpr auto verb = Verb::promise;
    PrivateText what;
    std::optional<Instant> due;
    PersonId owner{}; ///< empty: the owner of the case
    Purpose purpose = Purpose::update;
};

struct KeepPromise {
    static constexpr auto verb = Verb::keep_promise;
    int number = 0;
};

struct Reschedule {
    static constexpr auto verb = Verb::reschedule;
    int number = 0;
    std::optional<Instant> due;
    PrivateText reason{};
};

struct ReleasePromise {
    static constexpr auto verb = Verb::release_promise;
    int number = 0;
};

struct MakePlan {
    static constexpr auto verb = Verb::plan;
    PrivateText text;
    std::optional<Instant> due; ///< empty: an open promise with a date must stand already
};

struct AddTask {
    static constexpr auto verb = Verb::add_task;
    PrivateText what;
    PersonId assignee{};
    std::optional<Instant> due{};
};

struct FinishTask {
    static constexpr auto verb = Verb::finish_task;
    int number = 0;
};

struct DropTask {
    static constexpr auto verb = Verb::drop_task;
    int number = 0;
    PrivateText reason{};
};

struct AskHelp {
    static constexpr auto verb = Verb::ask_help;
    PersonId whom;
    PersonId then{};
    PrivateText what;
    std::optional<Instant> due{};
};

struct PassHelpOn {
    static constexpr auto verb = Verb::pass_help_on;
    int number = 0;
};

struct TakeHelp {
    static constexpr auto verb = Verb::take_help;
    int number = 0;
};

struct AnswerHelp {
    static constexpr auto verb = Verb::answer_help;
    int number = 0;
    PrivateText answer;
};

struct HandOver {
    static constexpr auto verb = Verb::hand_over;
    PersonId to;
    PrivateText reason{};
};

struct AcceptHandover {
    static constexpr auto verb = Verb::accept_handover;
};

struct DeclineHandover {
    static constexpr auto verb = Verb::decline_handover;
    PrivateText reason{};
};

struct WaitForUser {
    static constexpr auto verb = Verb::wait_for_user;
    PrivateText asked;
    std::optional<Instant> ask_again;
};

struct ReportReply {
    static constexpr auto verb = Verb::user_replied;
    PrivateText words{};
};

struct AskAgain {
    static constexpr auto verb = Verb::ask_again;
};

struct SetLevel {
    static constexpr auto verb = Verb::set_level;
    Level level = Level::mild;
    PrivateText reason;
};

struct LinkCause {
    static constexpr auto verb = Verb::link_cause;
    CauseId cause;
};

struct WaitForFix {
    static constexpr auto verb = Verb::wait_for_fix;
    std::optional<CauseId> cause;
    PrivateText remedy{};
};

struct ShipFix {
    static constexpr auto verb = Verb::fix_shipped;
    CauseId cause;
    PrivateText task; ///< the words of the task that tells the user, in the owner's language
};

struct Resolve {
    static constexpr auto verb = Verb::resolve;
    PrivateText what{};
};

struct Confirm {
    static constexpr auto verb = Verb::confirm;
    Basis basis = Basis::users_words;
    PrivateText words{};
    CloseOutcome outcome = CloseOutcome::recovered;
};

struct RejectResolution {
    static constexpr auto verb = Verb::not_accepted;
    PrivateText words{};
};

struct Close {
    static constexpr auto verb = Verb::close;
    std::optional<CloseOutcome> outcome;
    bool unexplained = false;
    PrivateText public_line{};
};

struct Reopen {
    static constexpr auto verb = Verb::reopen;
    PrivateText reason{};
};

struct Merge {
    static constexpr auto verb = Verb::merge;
    CaseId into;
    Status target = Status::fresh; ///< how the target stands now
    bool same_customer = true;
    bool different_users_known = false; ///< the person was told that two users are concerned and still wants it
};

struct Split {
    static constexpr auto verb = Verb::split;
};

struct Rate {
    static constexpr auto verb = Verb::rate;
    SurveySource source = SurveySource::estimate;
    std::optional<int> overall{};
    std::optional<int> fair{};
    std::optional<int> respected{};
    std::optional<int> clear{};
    std::optional<int> recommend{};
    std::optional<SurveyPhase> phase{}; ///< empty: what the state of the case implies
};

struct ReportFollowUp {
    static constexpr auto verb = Verb::follow_up;
    FollowUpResult result = FollowUpResult::fine;
    PrivateText words{};
};

struct RequestErasure {
    static constexpr auto verb = Verb::request_erasure;
    PrivateText evidence;
};

struct Erase {
    static constexpr auto verb = Verb::erase;
    bool requester_is_admin = false;
    PersonId requested_by{}; ///< empty: by a request in this case; else it was made in another case of the same user
};

struct SetLegalHold {
    static constexpr auto verb = Verb::set_legal_hold;
    bool on = true;
};

using Command = std::variant<Open, AddNote, AddEvidence, Touch, SetHeat, MakePromise, KeepPromise, Reschedule,
                             ReleasePromise, MakePlan, AddTask, FinishTask, DropTask, AskHelp, PassHelpOn, TakeHelp,
                             AnswerHelp, HandOver, AcceptHandover, DeclineHandover, WaitForUser, ReportReply, AskAgain,
                             SetLevel, LinkCause, WaitForFix, ShipFix, Resolve, Confirm, RejectResolution, Close,
                             Reopen, Merge, Split, Rate, ReportFollowUp, RequestErasure, Erase, SetLegalHold>;

[[nodiscard]] inline Verb verb_of(const Command& command)
{
    return std::visit([](const auto& one) { return one.verb; }, command);
}

} // namespace kintsugi::cases
