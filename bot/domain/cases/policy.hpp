#pragma once
// The numbers of PRODUCT.md, section 4, and who changed them when: a clock is a function of the policy in force at
// each moment.

#include "bot/domain/calendar.hpp"
#include "bot/domain/cases/status.hpp"

#include <array>
#include <vector>

namespace kintsugi::cases {

enum class ClockKind { first_touch, plan, update, resolution, confirm };

enum class Hours {
    always,
    service,
    work
}; ///< always = wall clock, service = the calendar of the KOEs, work = of offices

struct Budget {
    Milliseconds time{};  ///< open time, or
    int working_days = 0; ///< working days of the calendar, when not 0
    Hours hours = Hours::always;

    bool operator==(const Budget&) const = default;
};

struct LevelPolicy {
    Budget first_touch;
    Budget plan;
    Budget update;       ///< until the first update after first contact, where nothing else was promised
    Budget later_update; ///< between two updates from then on
    Budget resolution;
    Budget confirm;
    Milliseconds escalate_after{}; ///< from one step of the chain owner → deputy → lead to the next
    std::vector<int> follow_up_days;

    bool operator==(const LevelPolicy&) const = default;
};

struct Policy {
    std::array<LevelPolicy, 3> levels; ///< 一级 first; use `for_level`
    Calendar service;
    Calendar work;

    [[nodiscard]] const LevelPolicy& for_level(Level level) const
    {
        return levels[static_cast<std::size_t>(level) - 1];
    }
    bool operator==(const Policy&) const = default;
};

struct PolicyVersion {
    Instant from{};
    Policy policy;

    bool operator==(const PolicyVersion&) const = default;
};

/// Sorted by `from`; the first one also holds for all time before it. Never empty.
using PolicyHistory = std::vector<PolicyVersion>;

[[nodiscard]] const Policy& policy_at(const PolicyHistory& history, Instant at);
[[nodiscard]] const Budget& budget_of(const Policy& policy, Level level, ClockKind kind);
[[nodiscard]] const Calendar& calendar_of(const Policy& policy, Hours hours);
[[nodiscard]] Milliseconds length_of(const Policy& policy, const Budget& budget);

/// The defaults of PRODUCT.md, section 4: service hours daily 9 to 21, office hours Monday to Friday 9 to 18, in
/// `zone`.
[[nodiscard]] Policy default_policy(const Zone& zone);

// Limits that are the same for every level.
inline constexpr auto undo_inward_within = std::chrono::minutes{10};
inline constexpr auto outward_hold = std::chrono::seconds{60};
inline constexpr auto reopen_within = Days{90};
inline constexpr auto split_within = Days{30};
inline constexpr auto fix_wait_at_most = Days{30};
inline constexpr auto second_failure_within = Days{180};
inline constexpr auto help_answered_within = std::chrono::minutes{10};
inline constexpr auto ask_satisfaction_after = std::chrono::hours{24};
inline constexpr int users_reminded_before_no_answer = 2;
inline constexpr std::size_t least_text = 4; ///< code points that open a case

} // namespace kintsugi::cases

namespace kintsugi {

template <>
struct Names<cases::ClockKind> {
    using enum cases::ClockKind;
    static constexpr std::pair<cases::ClockKind, std::string_view> all[] = {{first_touch, "first_touch"},
                                                                            {plan, "plan"},
                                                                            {update, "update"},
                                                                            {resolution, "resolution"},
                                                                            {confirm, "confirm"}};
};

template <>
struct Names<cases::Hours> {
    using enum cases::Hours;
    static constexpr std::pair<cases::Hours, std::string_view> all[] = {
        {always, "always"}, {service, "service"}, {work, "work"}};
};

} // namespace kintsugi
