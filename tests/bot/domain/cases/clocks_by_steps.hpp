#pragma once
// The clocks of a case once more, counted in steps of five minutes from the words of PRODUCT.md, section 4, and with a
// reading of the events of its own. Slow and simple: what `clocks()` must agree with. Everything happens on full steps.

#include "bot/domain/cases/clocks.hpp"
#include "bot/domain/match.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace kintsugi::tests {

inline constexpr auto clock_step = std::chrono::minutes{5};

/// For each step from `origin` on whether the calendar is open in it.
class OpenSteps {
public:
    OpenSteps(const Calendar& calendar, Instant origin, Days length) : origin_(origin)
    {
        for (auto at = origin; at < origin + length; at += clock_step)
            open_.push_back(is_within(calendar, at));
    }

    [[nodiscard]] bool at(Instant at) const { return open_.at(static_cast<std::size_t>((at - origin_) / clock_step)); }

private:
    static bool is_within(const Calendar& calendar, Instant at)
    {
        const auto local = calendar.zone.local(at);
        const auto special = calendar.exceptions.find(local.date);
        const auto& spans = special != calendar.exceptions.end()
                                ? special->second
                                : calendar.week.at(weekday_of(local.date).c_encoding());
        return std::ranges::any_of(
            spans, [&](const DaySpan& span) { return local.of_day >= span.from && local.of_day < span.to; });
    }

    Instant origin_;
    std::vector<bool> open_;
};

/// What the events so far say, as far as a clock asks.
struct Standing {
    bool planned = false, for_user = false, for_fix = false, solved = false, shut = false, merged = false;
    std::optional<Instant> first_touch, last_update, solved_at;
    cases::Level level = cases::Level::mild;

    void hear(const Recorded<cases::Event>& heard)
    {
        const auto at = heard.at;
        std::visit(
            Match{[&](const cases::CaseOpened& event) { level = event.level; },
                  [&](const cases::LevelSet& event) { level = event.level; },
                  [&](const cases::UserTouched&) { first_touch = first_touch.value_or(at), last_update = at; },
                  [&](const cases::PlanMade&) { planned = true; },
                  [&](const cases::UserAwaited&) { for_user = true, last_update = at; },
                  [&](const cases::UserReplied&) { for_user = false; },
                  [&](const cases::AskAgainDue&) { for_user = false; },
                  [&](const cases::FixAwaited&) { for_fix = true; }, [&](const cases::FixShipped&) { for_fix = false; },
                  [&](const cases::CaseResolved&) { solved = true, for_fix = false, solved_at = at; },
                  [&](const cases::ResolutionNotAccepted&) { solved = false, solved_at.reset(); },
                  [&](const cases::ResolutionConfirmed&) { shut = true; },
                  [&](const cases::CaseClosed&) { shut = true; },
                  [&](const cases::CaseReopened&) {
                      shut = solved = for_user = for_fix = false;
                      solved_at.reset();
                  },
                  [&](const cases::CaseMerged&) { merged = true; }, [&](const cases::CaseSplit&) { merged = false; },
                  [&](const cases::CaseErased&) { shut = true, merged = false; }, [](const auto&) {}},
            heard.event);
    }
};

class ClocksBySteps {
public:
    /// `open[i]` are the service hours of the i-th policy.
    ClocksBySteps(const std::vector<Recorded<cases::Event>>& counting, const cases::PolicyHistory& policies,
                  const std::vector<OpenSteps>& open)
        : policies_(policies), open_(open)
    {
        Standing standing;
        for (const auto& recorded : counting) {
            standing.hear(recorded);
            moments_.emplace_back(recorded.at, standing);
        }
    }

    /// Kind, state, start, stop, due, broken and elapsed; nothing where the clock has not started.
    [[nodiscard]] std::optional<cases::CaseClock> count(cases::ClockKind kind, Instant now) const
    {
        const auto after_now = std::ranges::upper_bound(moments_, now, {}, &Moment::first);
        const auto end = std::prev(after_now)->second;
        const auto started = start_of(kind, end);
        if (!started) return std::nullopt;
        const bool later = end.last_update != end.first_touch;
        cases::CaseClock clock;
        clock.kind = kind;
        clock.started = *started;
        auto next = std::ranges::lower_bound(moments_, *started, {}, &Moment::first);
        for (auto at = *started;; at += clock_step) {
            for (; next != after_now && next->first <= at; ++next)
                hear(clock, state_of(kind, next->second), at);
            const auto& standing = std::prev(next)->second;
            const bool counts = clock.state == cases::ClockState::running;
            const auto& budget = budget_of(kind, standing, at, later);
            if (clock.state != cases::ClockState::stopped || clock.stopped == at) clock.budget = length_of(budget, at);
            if (counts && !clock.broken && clock.elapsed >= clock.budget) clock.broken = at;
            if (at == now) return with_due(clock, budget, now);
            if (counts && is_open(budget, at)) clock.elapsed += clock_step;
        }
    }

private:
    using Moment = std::pair<Instant, Standing>;

    static void hear(cases::CaseClock& clock, cases::ClockState state, Instant at)
    {
        if (state != cases::ClockState::stopped)
            clock.stopped.reset();
        else if (!clock.stopped)
            clock.stopped = at;
        clock.state = state;
    }

    [[nodiscard]] std::optional<Instant> start_of(cases::ClockKind kind, const Standing& standing) const
    {
        if (kind == cases::ClockKind::update) return standing.last_update;
        if (kind == cases::ClockKind::confirm) return standing.solved_at;
        return moments_.front().first;
    }

    static cases::ClockState state_of(cases::ClockKind kind, const Standing& now)
    {
        using enum cases::ClockKind;
        using enum cases::ClockState;
        const bool wanted = kind == confirm ? now.solved : !now.solved;
        const bool done = (kind == first_touch && now.first_touch) || (kind == plan && now.planned);
        if (now.shut || !wanted || done) return stopped;
        const bool waits =
            (now.for_user && (kind == update || kind == resolution)) || (now.for_fix && kind == resolution);
        return now.merged || waits ? paused : running;
    }

    [[nodiscard]] std::size_t policy_at(Instant at) const
    {
        std::size_t current = 0;
        while (current + 1 < policies_.size() && policies_[current + 1].from <= at)
            ++current;
        return current;
    }

    [[nodiscard]] const cases::Budget& budget_of(cases::ClockKind kind, const Standing& standing, Instant at,
                                                 bool later) const
    {
        const auto& level = policies_[policy_at(at)].policy.levels.at(static_cast<std::size_t>(standing.level) - 1);
        switch (kind) {
        case cases::ClockKind::first_touch:
            return level.first_touch;
        case cases::ClockKind::plan:
            return level.plan;
        case cases::ClockKind::update:
            return later ? level.later_update : level.update;
        case cases::ClockKind::resolution:
            return level.resolution;
        case cases::ClockKind::confirm:
            return level.confirm;
        }
        throw std::logic_error{"unknown clock"};
    }

    [[nodiscard]] Milliseconds length_of(const cases::Budget& budget, Instant at) const
    {
        if (budget.working_days == 0) return budget.time;
        Milliseconds longest{0};
        for (const auto& spans : policies_[policy_at(at)].policy.service.week) {
            Milliseconds day{0};
            for (const auto& span : spans)
                day += span.to - span.from;
            longest = std::max(longest, day);
        }
        return longest * budget.working_days;
    }

    [[nodiscard]] bool is_open(const cases::Budget& budget, Instant at) const
    {
        return budget.hours == cases::Hours::always || open_[policy_at(at)].at(at);
    }

    /// From now on nothing happens, in the policy of now.
    [[nodiscard]] cases::CaseClock with_due(cases::CaseClock clock, const cases::Budget& budget, Instant now) const
    {
        if (clock.state != cases::ClockState::running) return clock;
        clock.due = clock.broken;
        if (clock.elapsed >= clock.budget) return clock;
        const auto& hours = open_[policy_at(now)];
        auto at = now;
        for (auto elapsed = clock.elapsed; elapsed < clock.budget; at += clock_step)
            if (budget.hours == cases::Hours::always || hours.at(at)) elapsed += clock_step;
        clock.due = at;
        return clock;
    }

    std::vector<Moment> moments_; ///< each event and how things stand after it
    const cases::PolicyHistory& policies_;
    const std::vector<OpenSteps>& open_;
};

} // namespace kintsugi::tests
