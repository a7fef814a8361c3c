#include "tests/bot/conversation/words.hpp"

namespace kintsugi::conversation::tests {
namespace {

/// Everything a button may carry.
Action full(Verb verb, bool asks)
{
    Action action;
    action.asks = asks;
    auto& order = action.order;
    order.verb = verb;
    order.refs = {CaseId{1042}, CaseId{1047}, CauseId{31}, PublicationId{19}, 3, 7, 195, false};
    order.people = {"wei", "小周"};
    order.when = now;
    order.level = cases::Level::medium;
    order.numbers = {2, 0, -1};
    order.outcome = cases::CloseOutcome::partly;
    order.scope = sharing::Scope::result;
    order.from_button = true;
    return action;
}

Order read_back(const std::string& line)
{
    const auto action = parse_action(line);
    REQUIRE(action);
    return action->order;
}

} // namespace

TEST_CASE("every action comes back from its line as it was", "[action]")
{
    for (const auto& [verb, name] : Names<Verb>::all)
        for (const bool asks : {false, true}) {
            const auto line = written(full(verb, asks));
            CAPTURE(line);
            CHECK(parse_action(line) == full(verb, asks));
        }
}

TEST_CASE("each field comes back alone", "[action]")
{
    for (const auto& [level, name] : Names<cases::Level>::all)
        CHECK(read_back(act(Verb::level).level(level)).level == level);
    for (const auto& [outcome, name] : Names<cases::CloseOutcome>::all)
        CHECK(read_back(act(Verb::close).outcome(outcome)).outcome == outcome);
    for (const auto& [scope, name] : Names<sharing::Scope>::all)
        CHECK(read_back(act(Verb::ask_consent).scope(scope)).scope == scope);
    CHECK(read_back(act(Verb::follow).alias(195)).refs.alias == 195);
    CHECK(read_back(act(Verb::mute).when(now)).when == now);
}

TEST_CASE("an action is written as a line that one can read", "[action]")
{
    CHECK(std::string{act(Verb::heat).on(CaseId{1042}).number(2)} == "heat K-1042 n=2");
    CHECK(std::string{act(Verb::hand_over).on(CaseId{1042}).person("wei")} == "hand_over K-1042 @wei");
    CHECK(std::string{act(Verb::level).on(CaseId{1042}).asking()} == "?level K-1042");
}

TEST_CASE("an action holds no words of a user", "[action]")
{
    auto action = full(Verb::promise, false);
    action.order.text = PrivateText{"我的手机号"};
    action.order.reason = PrivateText{"私事"};
    CHECK(written(action) == written(full(Verb::promise, false)));
}

TEST_CASE("a line that is not ours orders nothing", "[action]")
{
    for (const auto* line : {"", "?", " ", "dance", "Heat K-1042", "heat K-1042 now", "heat K-", "heat K-10x",
                             "heat n=", "level level=huge", "heat X-1", "heat K-99999999999999999999"}) {
        CAPTURE(line);
        CHECK_FALSE(parse_action(line));
    }
}

} // namespace kintsugi::conversation::tests
