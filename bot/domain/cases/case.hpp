#pragma once
// A recovery case as it stands: the fold of its events. Made by `evolve` only.

#include "bot/domain/cases/event.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kintsugi::cases {

struct Promise {
    int number = 0;
    PrivateText what;
    Instant due{};
    PersonId owner;
    Purpose purpose = Purpose::update;
    PromiseState state = PromiseState::open;
    Instant made_at{};

    bool operator==(const Promise&) const = default;
};

struct Task {
    int number = 0;
    PrivateText what;
    PersonId assignee;
    std::optional<Instant> due;
    TaskState state = TaskState::open;

    bool operator==(const Task&) const = default;
};

struct HelpRequest {
    int number = 0;
    PersonId whom; ///< who is asked now
    PersonId then; ///< who is asked next; empty: no one
    PrivateText what;
    std::optional<Instant> due;
    Instant asked_at{};
    HelpState state = HelpState::asked;
    PrivateText answer;

    bool operator==(const HelpRequest&) const = default;
};

struct Handover {
    PersonId to;
    PrivateText reason;
    Instant offered_at{};

    bool operator==(const Handover&) const = default;
};

struct Waiting {
    PrivateText asked;
    Instant ask_again{};

    bool operator==(const Waiting&) const = default;
};

struct Rating {
    Instant at{};
    SatisfactionRated figures;

    bool operator==(const Rating&) const = default;
};

struct Case {
    CaseId id;
    Status status = Status::fresh;
    PersonId owner;
    PersonId opener;
    std::vector<PersonId> earlier_owners; ///< still see the progress after a handover
    CustomerId customer;
    Origin origin = Origin::in_private;
    PrivateText text;
    PrivateText summary;
    std::vector<std::string> wants;
    std::vector<std::string> signals;
    Points points;
    Level level = Level::mild;
    bool hard_trigger = false;
    bool second_failure = false;
    int heat = 0;
    int heat_at_opening = 0;

    std::vector<Promise> promises;
    std::vector<Task> tasks;
    std::vector<HelpRequest> help;
    std::optional<Handover> handover;
    std::optional<Waiting> waiting;
    std::optional<CauseId> cause;
    std::optional<Instant> fix_awaited_since;

    Instant opened_at{};
    std::optional<Instant> touched_at;     ///< first human touch
    std::optional<Instant> planned_at;     ///< first plan
    std::optional<Instant> last_update_at; ///< last time a person spoke to the user
    std::optional<Instant> resolved_at;
    int touches_since_resolved = 0;
    std::optional<Instant> confirmed_at;
    std::optional<Basis> confirmed_by;
    std::optional<Instant> closed_at;
    std::optional<CloseOutcome> outcome;
    std::optional<Instant> retro_due;
    int reopened = 0;

    std::optional<CaseId> merged_into;
    std::optional<Instant> merged_at;
    Status before_merge = Status::fresh;

    std::vector<Rating> ratings;
    std::vector<Instant> follow_ups; ///< when the user was called after closing
    std::optional<PersonId> erasure_requested_by;
    bool legal_hold = false;

    bool operator==(const Case&) const = default;
};

[[nodiscard]] const Promise* find_promise(const Case& current, int number);
[[nodiscard]] const Task* find_task(const Case& current, int number);
[[nodiscard]] const HelpRequest* find_help(const Case& current, int number);

/// The open promise to the user that is due first; null if none is open.
[[nodiscard]] const Promise* next_promise(const Case& current);
[[nodiscard]] const Task* open_task(const Case& current);

} // namespace kintsugi::cases
