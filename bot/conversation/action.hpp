#pragma once
// What a button orders, as one line: the verb's name, then numbers of things and values.
//
//     heat K-1042 n=2          hand_over K-1042 @wei          ?level K-1042
//
// A leading `?` asks the person for what is missing instead of acting. Actions are ours: they come from stored cards,
// never from a client, and hold no user's words.

#include "bot/conversation/order.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kintsugi::conversation {

struct Action {
    Order order;
    bool asks = false; ///< wait for the rest in the person's next message

    friend bool operator==(const Action&, const Action&) = default;
};

[[nodiscard]] std::string written(const Action& action);

/// Nothing for a line that `written` did not make.
[[nodiscard]] std::optional<Action> parse_action(std::string_view line);

/// For buttons: `act(Verb::heat).on(case_id).number(2)`.
class act { // NOLINT(readability-identifier-naming): reads as the sentence that it is
public:
    explicit act(Verb verb) { action_.order.verb = verb; }

    act& on(CaseId id) { return action_.order.refs.of_case = id, *this; }
    act& and_case(CaseId id) { return action_.order.refs.second_case = id, *this; }
    act& on(CauseId id) { return action_.order.refs.cause = id, *this; }
    act& on(PublicationId id) { return action_.order.refs.publication = id, *this; }
    act& promise(int number) { return action_.order.refs.promise = number, *this; }
    act& task(int number) { return action_.order.refs.task = number, *this; }
    act& alias(int number) { return action_.order.refs.alias = number, *this; }
    act& number(int value) { return action_.order.numbers.push_back(value), *this; }
    act& level(cases::Level value) { return action_.order.level = value, *this; }
    act& scope(sharing::Scope value) { return action_.order.scope = value, *this; }
    act& outcome(cases::CloseOutcome value) { return action_.order.outcome = value, *this; }
    act& when(Instant value) { return action_.order.when = value, *this; }
    act& person(std::string id) { return action_.order.people.push_back(std::move(id)), *this; }
    act& asking() { return action_.asks = true, *this; }

    operator std::string() const { return written(action_); } // NOLINT(google-explicit-constructor): ends the sentence

private:
    Action action_;
};

} // namespace kintsugi::conversation
