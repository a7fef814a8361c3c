#include "bot/conversation/action.hpp"

#include <charconv>
#include <vector>

namespace kintsugi::conversation {
namespace {

std::vector<std::string_view> words_of(std::string_view line)
{
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const auto end = line.find(' ');
        if (end != 0) words.push_back(line.substr(0, end));
        if (end == std::string_view::npos) break;
        line.remove_prefix(end + 1);
    }
    return words;
}

std::optional<std::int64_t> number_in(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// K-1042, R-31, n=2, level=level_2, @wei …; false for anything else.
bool read_word(std::string_view word, Order& order)
{
    auto& refs = order.refs;
    if (word.starts_with('@')) return order.people.emplace_back(word.substr(1)), true;
    const auto sign = word.find_first_of("-=");
    if (sign == std::string_view::npos) return false;
    const auto key = word.substr(0, sign), value = word.substr(sign + 1);
    if (key == "level") return (order.level = named<cases::Level>(value)).has_value();
    if (key == "scope") return (order.scope = named<sharing::Scope>(value)).has_value();
    if (key == "outcome") return (order.outcome = named<cases::CloseOutcome>(value)).has_value();
    const auto number = number_in(value);
    if (!number) return false;
    const auto small = static_cast<int>(*number);
    if (key == "K") return (refs.of_case ? refs.second_case : refs.of_case) = CaseId{*number}, true;
    if (key == "R") return refs.cause = CauseId{*number}, true;
    if (key == "P") return refs.publication = PublicationId{*number}, true;
    if (key == "C") return refs.promise = small, true;
    if (key == "T") return refs.task = small, true;
    if (key == "alias") return refs.alias = small, true;
    if (key == "n") return order.numbers.push_back(small), true;
    if (key == "at") return order.when = Instant{Milliseconds{*number}}, true;
    return false;
}

} // namespace

std::string written(const Action& action)
{
    const auto& [order, asks] = action;
    std::string line = asks ? "?" : "";
    line += name_of(order.verb);
    const auto add = [&](std::string_view prefix, std::int64_t number) {
        line += ' ';
        line += prefix;
        line += std::to_string(number);
    };
    const auto add_name = [&](std::string_view prefix, std::string_view name) {
        line += ' ';
        line += prefix;
        line += name;
    };
    if (order.refs.of_case) add("K-", order.refs.of_case->value());
    if (order.refs.second_case) add("K-", order.refs.second_case->value());
    if (order.refs.cause) add("R-", order.refs.cause->value());
    if (order.refs.publication) add("P-", order.refs.publication->value());
    if (order.refs.promise) add("C-", *order.refs.promise);
    if (order.refs.task) add("T-", *order.refs.task);
    if (order.refs.alias) add("alias=", *order.refs.alias);
    for (const auto number : order.numbers)
        add("n=", number);
    if (order.level) add_name("level=", name_of(*order.level));
    if (order.scope) add_name("scope=", name_of(*order.scope));
    if (order.outcome) add_name("outcome=", name_of(*order.outcome));
    if (order.when) add("at=", order.when->time_since_epoch().count());
    for (const auto& person : order.people)
        add_name("@", person);
    return line;
}

std::optional<Action> parse_action(std::string_view line)
{
    Action action;
    if (line.starts_with('?')) {
        action.asks = true;
        line.remove_prefix(1);
    }
    const auto words = words_of(line);
    if (words.empty()) return std::nullopt;
    const auto verb = named<Verb>(words.front());
    if (!verb) return std::nullopt;
    action.order.verb = *verb;
    action.order.from_button = true;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (!read_word(words[i], action.order)) return std::nullopt;
    return action;
}

} // namespace kintsugi::conversation
