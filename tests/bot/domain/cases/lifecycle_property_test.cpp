#include "bot/domain/cases/lifecycle.hpp"
#include "tests/bot/domain/cases/random_commands.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

constexpr int lives = 2000;
constexpr int orders = 40;

/// A case, its log, and what its last act did.
struct Life {
    History log;
    std::optional<Case> before;
    Case current = numbered(1042);
    ActId last{};

    /// Records what was decided and evolves step by step.
    void record(const std::vector<Event>& events, const Actor& actor, Instant now)
    {
        before = log.empty() ? std::nullopt : std::optional{current};
        last = ActId{last.value() + 1};
        for (const auto& event : events) {
            log.push_back({static_cast<int>(log.size()) + 1, last, now, actor.id, event});
            current = evolve(std::move(current), log.back());
        }
    }

    [[nodiscard]] History with_strike_of(ActId struck, ActId by, Instant now) const
    {
        auto longer = log;
        longer.push_back({static_cast<int>(log.size()) + 1, by, now, owner.id, Struck{struck}});
        return longer;
    }
};

/// Calls `visit(life, command, actor, now, outcome)` for each order of many lives, and records what was accepted.
template <class Visit>
void each_order(Visit visit)
{
    for (int seed = 0; seed < lives; ++seed) {
        Random random{seed};
        Life life;
        auto now = morning;
        life.record(*attempt(life.current, sample(Verb::open, life.current, now), owner, now), owner, now);
        for (int i = 0; i < orders; ++i) {
            now += random.up_to(12) * random.up_to(12) * 20min;
            const auto actor = random_actor(random, life.current);
            const auto command = random_command(random, life.current, now);
            const auto outcome = attempt(life.current, command, actor, now);
            CAPTURE(seed, i, static_cast<int>(verb_of(command)), actor.id.value());
            const auto earlier = life.current;
            if (outcome) life.record(*outcome, actor, now);
            visit(life, earlier, command, actor, now, outcome);
        }
    }
}

} // namespace

TEST_CASE("the fold of the log is the case that was evolved step by step", "[cases][property]")
{
    each_order([](const Life& life, auto&&...) { REQUIRE(fold(life.current.id, life.log) == life.current); });
}

TEST_CASE("a refused order is refused again and leaves nothing in the log", "[cases][property]")
{
    int refusals = 0;
    each_order([&](const Life& life, const Case& earlier, const Command& command, const Actor& actor, Instant now,
                   const Outcome<std::vector<Event>>& outcome) {
        if (outcome) return;
        ++refusals;
        REQUIRE(life.current == earlier);
        REQUIRE(attempt(life.current, command, actor, now) == outcome);
    });
    CHECK(refusals > lives);
}

TEST_CASE("the status changes along rows of the table only", "[cases][property]")
{
    each_order([](const Life& life, const Case& earlier, const Command& command, const Actor&, Instant,
                  const Outcome<std::vector<Event>>& outcome) {
        if (!outcome) return;
        const auto* row = find_transition(earlier.status, verb_of(command));
        REQUIRE(row != nullptr);
        const auto expected = row->verb == Verb::split ? earlier.before_merge : row->to.value_or(earlier.status);
        REQUIRE(life.current.status == expected);
    });
}

TEST_CASE("a case always has a person as its owner, and each state what belongs to it", "[cases][property]")
{
    each_order([](const Life& life, auto&&...) {
        const auto& current = life.current;
        REQUIRE_FALSE(current.owner.empty());
        REQUIRE(current.owner != system_actor);
        if (current.status == Status::closed) REQUIRE((current.closed_at && current.outcome));
        if (current.status == Status::merged) REQUIRE((current.merged_into && current.merged_at));
        if (current.status == Status::resolved) REQUIRE(current.resolved_at.has_value());
        if (current.status == Status::waiting_user) REQUIRE(current.waiting.has_value());
        if (current.status == Status::waiting_fix) REQUIRE((current.cause && current.fix_awaited_since));
        if (current.status != Status::fresh && current.confirmed_by) REQUIRE(current.confirmed_at.has_value());
        for (const auto& promise : current.promises)
            REQUIRE(find_promise(current, promise.number) == &promise); // numbers are used once
    });
}

TEST_CASE("who acts for the owner is a lead and leaves the reason in the log", "[cases][property]")
{
    int for_owner = 0;
    each_order([&](const Life&, const Case& earlier, const Command& command, const Actor& actor, Instant,
                   const Outcome<std::vector<Event>>& outcome) {
        if (!outcome) return;
        const auto* row = find_transition(earlier.status, verb_of(command));
        const bool machine = row->who == Who::owner_or_timer && actor.id == system_actor;
        if ((row->who != Who::owner && row->who != Who::owner_or_timer) || machine) return;
        const auto* trace = std::get_if<LeadActed>(&outcome->front());
        REQUIRE((actor.id == earlier.owner) == (trace == nullptr));
        if (trace == nullptr) return;
        ++for_owner;
        REQUIRE(actor.roles.has(Role::lead));
        REQUIRE(trace->reason == words("somebody has to"));
    });
    CHECK(for_owner > 0);
}

TEST_CASE("nobody erases a case alone, and nothing under a legal hold is erased or merged", "[cases][property]")
{
    int erasures = 0;
    each_order([&](const Life&, const Case& earlier, const Command& command, const Actor& actor, Instant,
                   const Outcome<std::vector<Event>>& outcome) {
        const auto verb = verb_of(command);
        if (!outcome || (verb != Verb::erase && verb != Verb::merge)) return;
        REQUIRE_FALSE(earlier.legal_hold);
        if (verb == Verb::merge) return;
        ++erasures;
        REQUIRE(earlier.erasure_requested_by.has_value());
        REQUIRE(earlier.erasure_requested_by != actor.id);
    });
    CHECK(erasures > 0);
}

TEST_CASE("undoing the last act gives exactly the case and the clocks before it, undoing that the ones after it",
          "[cases][property][undo]")
{
    each_order([](Life& life, const Case&, const Command&, const Actor&, Instant now,
                  const Outcome<std::vector<Event>>& outcome) {
        if (!outcome) return;
        const auto clocks_of = [&](const History& log) {
            return clocks(effective<Event>(log), usual_policies(), now + 1h);
        };
        const auto of_last = [&](const Recorded<Event>& recorded) { return recorded.act == life.last; };
        auto earlier = life.log;
        std::erase_if(earlier, of_last);

        const ActId undo{life.last.value() + 1}, redo{life.last.value() + 2};
        auto log = life.with_strike_of(life.last, undo, now);
        REQUIRE(fold(life.current.id, log) == life.before);
        REQUIRE(clocks_of(log) == clocks_of(earlier));

        log.push_back({static_cast<int>(log.size()) + 1, redo, now, owner.id, Struck{undo}});
        REQUIRE(fold(life.current.id, log) == life.current);
        REQUIRE(clocks_of(log) == clocks_of(life.log));
    });
}

TEST_CASE("an undone act leaves room for others: the log goes on as if it had not been", "[cases][property][undo]")
{
    for (int seed = 0; seed < 500; ++seed) {
        Random random{seed};
        auto story = a_case();
        auto twin = a_case();
        auto now = morning;
        for (int i = 0; i < 25; ++i) {
            now += random.up_to(10) * 1h;
            const auto current = story.build();
            const auto command = random_command(random, current, now);
            const auto actor = random_actor(random, current);
            CAPTURE(seed, i);
            if (!attempt(current, command, actor, now)) continue;
            story.at(now).does(command, actor);
            if (random.one_in(3))
                story.at(now).last_undone();
            else
                twin.at(now).does(command, actor);
            REQUIRE(story.build() == twin.build());
        }
    }
}
