#pragma once
// A root cause: many cases, one reason, one team that can remove it. PRODUCT.md, 3.4.

#include "bot/domain/cases/status.hpp"
#include "bot/domain/history.hpp"
#include "bot/domain/names.hpp"
#include "bot/domain/private_text.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kintsugi::causes {

enum class CauseState { reported, acknowledged, planned, fixing, observing, immune, recurred, declined, duplicate };

struct CauseReported {
    AreaId area;
    MaskedText title;
    cases::Level level = cases::Level::mild; ///< of the case that brought it

    static constexpr std::string_view name = "reported";
    static constexpr std::tuple fields{Field{"area", &CauseReported::area}, Field{"title", &CauseReported::title},
                                       Field{"level", &CauseReported::level}};
    bool operator==(const CauseReported&) const = default;
};

struct CaseJoined {
    CaseId of;
    CustomerId customer;
    PersonId koe;
    int heat = 0;
    cases::Level level = cases::Level::mild;
    MaskedText evidence; ///< one line

    static constexpr std::string_view name = "case_joined";
    static constexpr std::tuple fields{Field{"of", &CaseJoined::of},       Field{"customer", &CaseJoined::customer},
                                       Field{"koe", &CaseJoined::koe},     Field{"heat", &CaseJoined::heat},
                                       Field{"level", &CaseJoined::level}, Field{"evidence", &CaseJoined::evidence}};
    bool operator==(const CaseJoined&) const = default;
};

struct CaseLeft {
    CaseId of;

    static constexpr std::string_view name = "case_left";
    static constexpr std::tuple fields{Field{"of", &CaseLeft::of}};
    bool operator==(const CaseLeft&) const = default;
};

struct CauseAcknowledged {
    static constexpr std::string_view name = "acknowledged";
    static constexpr std::tuple<> fields{};
    bool operator==(const CauseAcknowledged&) const = default;
};

struct FixPlanned {
    std::optional<Instant> eta;
    MaskedText first; ///< without a date: what must be known first, by when

    static constexpr std::string_view name = "planned";
    static constexpr std::tuple fields{Field{"eta", &FixPlanned::eta}, Field{"first", &FixPlanned::first}};
    bool operator==(const FixPlanned&) const = default;
};

struct FixStarted {
    static constexpr std::string_view name = "fixing";
    static constexpr std::tuple<> fields{};
    bool operator==(const FixStarted&) const = default;
};

struct FixReleased {
    MaskedText what; ///< what changed and how a user can check it
    Instant since{};

    static constexpr std::string_view name = "shipped";
    static constexpr std::tuple fields{Field{"what", &FixReleased::what}, Field{"since", &FixReleased::since}};
    bool operator==(const FixReleased&) const = default;
};

struct CauseStayedQuiet {
    static constexpr std::string_view name = "immune";
    static constexpr std::tuple<> fields{};
    bool operator==(const CauseStayedQuiet&) const = default;
};

struct CauseRecurred {
    CaseId in;

    static constexpr std::string_view name = "recurred";
    static constexpr std::tuple fields{Field{"in", &CauseRecurred::in}};
    bool operator==(const CauseRecurred&) const = default;
};

struct CauseDeclined {
    MaskedText reason;      ///< in words a user understands
    MaskedText alternative; ///< what a user can do now

    static constexpr std::string_view name = "declined";
    static constexpr std::tuple fields{Field{"reason", &CauseDeclined::reason},
                                       Field{"alternative", &CauseDeclined::alternative}};
    bool operator==(const CauseDeclined&) const = default;
};

struct DeclineAppealed {
    MaskedText reason;

    static constexpr std::string_view name = "appealed";
    static constexpr std::tuple fields{Field{"reason", &DeclineAppealed::reason}};
    bool operator==(const DeclineAppealed&) const = default;
};

struct MarkedDuplicate {
    CauseId of;

    static constexpr std::string_view name = "duplicate";
    static constexpr std::tuple fields{Field{"of", &MarkedDuplicate::of}};
    bool operator==(const MarkedDuplicate&) const = default;
};

struct MemberMetIt {
    PersonId member;

    static constexpr std::string_view name = "me_too";
    static constexpr std::tuple fields{Field{"member", &MemberMetIt::member}};
    bool operator==(const MemberMetIt&) const = default;
};

struct MemberTookItBack {
    PersonId member;

    static constexpr std::string_view name = "me_too_taken_back";
    static constexpr std::tuple fields{Field{"member", &MemberTookItBack::member}};
    bool operator==(const MemberTookItBack&) const = default;
};

struct UserTold {
    CaseId of;
    bool reached = true;

    static constexpr std::string_view name = "user_told";
    static constexpr std::tuple fields{Field{"of", &UserTold::of}, Field{"reached", &UserTold::reached}};
    bool operator==(const UserTold&) const = default;
};

struct MembersTold {
    static constexpr std::string_view name = "members_told";
    static constexpr std::tuple<> fields{};
    bool operator==(const MembersTold&) const = default;
};

using CauseEvent = std::variant<Struck, CauseReported, CaseJoined, CaseLeft, CauseAcknowledged, FixPlanned, FixStarted,
                                FixReleased, CauseStayedQuiet, CauseRecurred, CauseDeclined, DeclineAppealed,
                                MarkedDuplicate, MemberMetIt, MemberTookItBack, UserTold, MembersTold>;
using CauseHistory = std::vector<Recorded<CauseEvent>>;

struct JoinedCase {
    CaseId of;
    CustomerId customer;
    PersonId koe;
    int heat = 0;
    cases::Level level = cases::Level::mild;
    MaskedText evidence;
    Instant at{};
    bool told = false;

    bool operator==(const JoinedCase&) const = default;
};

struct Cause {
    CauseId id;
    CauseState state = CauseState::reported;
    AreaId area;
    MaskedText title;
    PersonId reporter;
    cases::Level level = cases::Level::mild; ///< the worst of its cases
    Instant reported_at{};
    Instant unanswered_since{}; ///< reported, appealed or recurred: from when the product team must answer
    PersonId acknowledged_by;
    std::optional<Instant> eta;
    MaskedText change; ///< what was shipped
    std::optional<Instant> shipped_at;
    MaskedText decline_reason;
    MaskedText alternative;
    bool appealed = false;
    std::optional<CauseId> duplicate_of;
    std::vector<JoinedCase> joined;
    std::vector<PersonId> members; ///< who said "me too"; never shown
    bool members_told = true;

    bool operator==(const Cause&) const = default;
};

[[nodiscard]] Cause evolve(Cause current, const Recorded<CauseEvent>& recorded);
[[nodiscard]] std::optional<Cause> fold_cause(CauseId id, std::span<const Recorded<CauseEvent>> log);

[[nodiscard]] int distinct_users(const Cause& cause);
[[nodiscard]] int heat_sum(const Cause& cause);
[[nodiscard]] int joined_since(const Cause& cause, Instant from);
[[nodiscard]] bool is_shipped(const Cause& cause);

} // namespace kintsugi::causes

namespace kintsugi {

template <>
struct Names<causes::CauseState> {
    using enum causes::CauseState;
    static constexpr std::pair<causes::CauseState, std::string_view> all[] = {
        {reported, "reported"}, {acknowledged, "acknowledged"}, {planned, "planned"},
        {fixing, "fixing"},     {observing, "observing"},       {immune, "immune"},
        {recurred, "recurred"}, {declined, "declined"},         {duplicate, "duplicate"}};
};

} // namespace kintsugi
