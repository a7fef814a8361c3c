#pragma once
// A case, built by the commands that people would give, so that every case of a test is one that can exist.

#include "bot/domain/cases/clocks.hpp"
#include "bot/domain/cases/lifecycle.hpp"
#include "tests/bot/domain/people.hpp"
#include "tests/bot/domain/printing.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace kintsugi::tests {

/// A case before it was opened.
inline cases::Case numbered(std::int64_t number)
{
    cases::Case blank;
    blank.id = CaseId{number};
    return blank;
}

class CaseBuilder {
public:
    // How it is opened.
    CaseBuilder& owned_by(const std::string& name) { return open_.owner = PersonId{name}, *this; }
    CaseBuilder& at_level(cases::Level level) { return open_.level = level, *this; }
    CaseBuilder& made_in_public() { return open_.origin = cases::Origin::in_public, *this; }
    CaseBuilder& opened_at(Instant at) { return now_ = at, *this; }
    CaseBuilder& with_hard_trigger()
    {
        return open_.reading.signals.push_back({"injury", {.reach = 0, .gravity = 3, .volatility = 0}, true}), *this;
    }

    // Time and acts. Each act is done a minute after the one before, by the owner unless said.
    CaseBuilder& at(Instant now) { return opened(), now_ = now, due_ = true, *this; }
    CaseBuilder& after(Milliseconds time) { return opened(), now_ += time, due_ = true, *this; }
    CaseBuilder& does(const cases::Command& command) { return opened(), act(command, koe(case_.owner.value())); }
    CaseBuilder& does(const cases::Command& command, const Actor& actor) { return opened(), act(command, actor); }

    CaseBuilder& touched() { return does(cases::Touch{words("I am sorry")}); }
    CaseBuilder& promised(Instant due) { return does(cases::MakePromise{words("news"), due}); }
    CaseBuilder& planned(Instant due) { return does(cases::MakePlan{words("refund"), due}); }
    CaseBuilder& kept(int promise) { return does(cases::KeepPromise{promise}); }
    CaseBuilder& awaiting_user(Instant again) { return does(cases::WaitForUser{words("a screenshot"), again}); }
    CaseBuilder& answered() { return does(cases::ReportReply{words("here it is")}); }
    CaseBuilder& awaiting_fix() { return does(cases::WaitForFix{CauseId{31}, words("paid in advance")}); }
    CaseBuilder& resolved() { return does(cases::Resolve{}); }
    CaseBuilder& confirmed() { return does(cases::Confirm{cases::Basis::users_words, words("all fine")}); }
    CaseBuilder& reopened() { return does(cases::Reopen{words("again")}); }
    CaseBuilder& merged() { return does(cases::Merge{CaseId{1000}}); }
    CaseBuilder& split() { return does(cases::Split{}); }
    CaseBuilder& offered_to(const std::string& name) { return does(cases::HandOver{PersonId{name}}); }
    CaseBuilder& asked_help_of(const std::string& name, const std::string& then = {})
    {
        return does(cases::AskHelp{PersonId{name}, PersonId{then}, words("an advance"), {}});
    }
    CaseBuilder& closed(cases::CloseOutcome outcome = cases::CloseOutcome::unrecovered)
    {
        return does(cases::Close{outcome, true, words("we are sorry")},
                    {case_.owner, {Role::koe, Role::lead}, "as the rule says"});
    }
    CaseBuilder& in(cases::Status status);

    /// Takes an act out of the fold. Acts count from 1, the opening; this one counts, too.
    CaseBuilder& undone(int struck)
    {
        opened();
        pass_time();
        record({Struck{ActId{struck}}}, case_.owner);
        return *this;
    }
    CaseBuilder& last_undone() { return opened(), undone(acts_); }

    [[nodiscard]] cases::Case build() { return opened(), case_; }
    [[nodiscard]] const cases::History& log() { return opened(), log_; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] int acts() const { return acts_; }

private:
    void opened()
    {
        if (log_.empty()) act(open_, koe(open_.owner.value()));
    }

    CaseBuilder& act(const cases::Command& command, const Actor& actor)
    {
        pass_time();
        auto events = attempt(case_, command, actor, now_);
        if (!events)
            throw std::logic_error{"a test cannot build its case: " + Catch::Detail::stringify(events.error())};
        record(*events, actor.id);
        return *this;
    }

    void pass_time()
    {
        if (!log_.empty() && !due_) now_ += 1min;
        due_ = false;
    }

    void record(const std::vector<cases::Event>& events, const PersonId& by)
    {
        ++acts_;
        for (const auto& event : events)
            log_.push_back({static_cast<int>(log_.size()) + 1, ActId{acts_}, now_, by, event});
        case_ = cases::fold(case_.id, log_).value_or(numbered(case_.id.value()));
    }

    static cases::Open usual_opening()
    {
        cases::Open open;
        open.customer = CustomerId{7};
        open.owner = PersonId{"wei"};
        open.text = words("charged twice");
        return open;
    }

    cases::Open open_ = usual_opening();
    cases::Case case_ = numbered(1042);
    cases::History log_;
    Instant now_ = morning;
    int acts_ = 0;
    bool due_ = false; ///< the time of the next act was said
};

inline CaseBuilder a_case()
{
    return {};
}

inline CaseBuilder& CaseBuilder::in(cases::Status status)
{
    switch (status) {
    case cases::Status::fresh:
        return opened(), *this;
    case cases::Status::contacted:
        return touched();
    case cases::Status::working:
        return touched().planned(now_ + 1h).kept(1);
    case cases::Status::waiting_user:
        return touched().awaiting_user(now_ + 48h);
    case cases::Status::waiting_fix:
        return in(cases::Status::working).awaiting_fix();
    case cases::Status::resolved:
        return touched().resolved();
    case cases::Status::closed:
        return touched().resolved().confirmed();
    case cases::Status::merged:
        return touched().merged();
    case cases::Status::erased:
        return touched()
            .does(cases::RequestErasure{words("please delete me")})
            .does(cases::Erase{}, with_role("sun", Role::admin));
    }
    throw std::logic_error{"unknown status"};
}

/// The clock of one kind; throws where it has not started.
inline cases::CaseClock clock_of(CaseBuilder& story, cases::ClockKind kind, Instant now,
                                 const cases::PolicyHistory& policies = usual_policies())
{
    const auto counting = effective<cases::Event>(story.log());
    const auto found = cases::clocks(counting, policies, now);
    const auto* clock = cases::find_clock(found, kind);
    if (clock == nullptr) throw std::logic_error{"a test asks for a clock that has not started"};
    return *clock;
}

} // namespace kintsugi::tests
