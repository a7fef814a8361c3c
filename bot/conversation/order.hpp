#pragma once
// What a person meant, as far as words tell. Produced by the grammar and by buttons, consumed by service/verb_table.

#include "bot/conversation/verbs.hpp"
#include "bot/domain/cases/status.hpp"
#include "bot/domain/ids.hpp"
#include "bot/domain/private_text.hpp"
#include "bot/domain/sharing/consent.hpp"
#include "bot/domain/time.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kintsugi::conversation {

/// Numbers of things that were named; each at most once, the first counts.
struct References {
    std::optional<CaseId> of_case{};
    std::optional<CaseId> second_case{}; ///< merge K-1052 into K-1047
    std::optional<CauseId> cause{};
    std::optional<PublicationId> publication{};
    std::optional<int> promise{};
    std::optional<int> task{};
    std::optional<int> alias{}; ///< number of a public alias
    bool this_one = false;      ///< 这个, this

    friend bool operator==(const References&, const References&) = default;
};

struct Order {
    Verb verb = Verb::help;
    References refs{};
    std::vector<std::string> people{}; ///< after @, folded
    std::optional<Instant> when{};
    bool when_is_past = false; ///< a time was named and it is over; `when` then suggests the next such time
    std::optional<cases::Level> level{};
    std::vector<int> numbers{};
    std::optional<cases::CloseOutcome> outcome{};
    std::optional<sharing::Scope> scope{};
    PrivateText text{};   ///< what is left over, as it was written
    PrivateText reason{}; ///< after 因为 / because
    bool from_button = false;

    friend bool operator==(const Order&, const Order&) = default;
};

/// 关了吗 asks, 我想关 wishes: answered, with a button for the order.
struct Question {
    Order about;

    friend bool operator==(const Question&, const Question&) = default;
};

/// 先别发布: the verb was named in order not to happen.
struct Blocked {
    Order what;

    friend bool operator==(const Blocked&, const Blocked&) = default;
};

/// Numbers of the last card's choices, in the order in which they were typed.
struct Choices {
    std::vector<int> numbers;

    friend bool operator==(const Choices&, const Choices&) = default;
};

/// Only a number of a thing: shows it.
struct Mention {
    References refs;

    friend bool operator==(const Mention&, const Mention&) = default;
};

struct FreeText {
    PrivateText text;
    bool users_words = false; ///< began with 她说 / she said; `text` is what follows

    friend bool operator==(const FreeText&, const FreeText&) = default;
};

using Utterance = std::variant<Order, Question, Blocked, Choices, Mention, FreeText>;

} // namespace kintsugi::conversation
