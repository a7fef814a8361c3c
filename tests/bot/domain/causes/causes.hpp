#pragma once
// A root cause, by the events that made it what it is.

#include "bot/domain/causes/product_work.hpp"
#include "tests/bot/domain/builders.hpp"
#include "tests/bot/domain/sharing/anonymizing.hpp"

namespace kintsugi::tests {

inline const causes::CauseActor jon{PersonId{"jon"}, {Role::product_owner}, true};
inline const causes::CauseActor stranger{PersonId{"kim"}, {Role::product_owner}, false};
inline const causes::CauseActor the_lead{PersonId{"gao"}, {Role::koe, Role::lead}, false};
inline const causes::CauseActor machine{system_actor, {}, false};

/// R-31, reported by lin; each event a minute after the one before.
class CauseBuilder {
public:
    explicit CauseBuilder(cases::Level level = cases::Level::mild)
    {
        hear(causes::CauseReported{AreaId{"payments"}, masked("double charge"), level}, PersonId{"lin"});
    }

    CauseBuilder& joined(std::int64_t number, const std::string& koe = "lin", cases::Level level = cases::Level::mild,
                         std::int64_t customer = 0, int heat = 0)
    {
        const CustomerId who{customer == 0 ? number : customer};
        return hear(causes::CaseJoined{CaseId{number}, who, PersonId{koe}, heat, level, masked("two charges")},
                    PersonId{koe});
    }
    CauseBuilder& left(std::int64_t number) { return hear(causes::CaseLeft{CaseId{number}}, PersonId{"lin"}); }
    CauseBuilder& acknowledged(const std::string& by = "jon")
    {
        return hear(causes::CauseAcknowledged{}, PersonId{by});
    }
    CauseBuilder& planned(const std::string& by = "jon")
    {
        return hear(causes::FixPlanned{morning + 96h, {}}, PersonId{by});
    }
    CauseBuilder& fixing(const std::string& by = "jon") { return hear(causes::FixStarted{}, PersonId{by}); }
    CauseBuilder& shipped(const std::string& by = "jon")
    {
        return hear(causes::FixReleased{masked("button guards double tap"), now_}, PersonId{by});
    }
    CauseBuilder& declined()
    {
        return hear(causes::CauseDeclined{masked("gone in March"), masked("switch it off")}, PersonId{"jon"});
    }
    CauseBuilder& appealed() { return hear(causes::DeclineAppealed{masked("too late")}, PersonId{"gao"}); }
    CauseBuilder& recurred() { return hear(causes::CauseRecurred{CaseId{1}}, system_actor); }
    CauseBuilder& quiet() { return hear(causes::CauseStayedQuiet{}, system_actor); }
    CauseBuilder& duplicate() { return hear(causes::MarkedDuplicate{CauseId{35}}, PersonId{"jon"}); }
    CauseBuilder& told(std::int64_t number) { return hear(causes::UserTold{CaseId{number}}, PersonId{"lin"}); }
    CauseBuilder& met_by(const std::string& member)
    {
        return hear(causes::MemberMetIt{PersonId{member}}, PersonId{member});
    }
    CauseBuilder& taken_back_by(const std::string& member)
    {
        return hear(causes::MemberTookItBack{PersonId{member}}, PersonId{member});
    }
    CauseBuilder& members_told() { return hear(causes::MembersTold{}, PersonId{"lin"}); }
    CauseBuilder& in(causes::CauseState state);

    CauseBuilder& hear(const causes::CauseEvent& event, const PersonId& by)
    {
        const auto number = static_cast<int>(log_.size()) + 1;
        log_.push_back({number, ActId{number}, now_, by, event});
        cause_ = causes::evolve(std::move(cause_), log_.back());
        now_ += 1min;
        return *this;
    }

    [[nodiscard]] const causes::Cause& build() const { return cause_; }
    [[nodiscard]] const causes::CauseHistory& log() const { return log_; }
    [[nodiscard]] Instant now() const { return now_; }

private:
    causes::Cause cause_ = [] {
        causes::Cause blank;
        blank.id = CauseId{31};
        return blank;
    }();
    causes::CauseHistory log_;
    Instant now_ = morning;
};

inline CauseBuilder a_cause(cases::Level level = cases::Level::mild)
{
    return CauseBuilder{level};
}

inline CauseBuilder& CauseBuilder::in(causes::CauseState state)
{
    switch (state) {
    case causes::CauseState::reported:
        return *this;
    case causes::CauseState::acknowledged:
        return acknowledged();
    case causes::CauseState::planned:
        return planned();
    case causes::CauseState::fixing:
        return fixing();
    case causes::CauseState::observing:
        return shipped();
    case causes::CauseState::immune:
        return shipped().quiet();
    case causes::CauseState::recurred:
        return shipped().recurred();
    case causes::CauseState::declined:
        return declined();
    case causes::CauseState::duplicate:
        return duplicate();
    }
    throw std::logic_error{"unknown state"};
}

} // namespace kintsugi::tests
