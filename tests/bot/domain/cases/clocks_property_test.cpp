#include "tests/bot/domain/cases/clocks_by_steps.hpp"
#include "tests/bot/domain/cases/samples.hpp"
#include "tests/bot/domain/random.hpp"

#include <array>

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

const Zone berlin{"Europe/Berlin"};
constexpr auto story_lasts = Days{14};
constexpr auto seen_ahead = Days{40};

Calendar calendar(const Zone& zone, std::vector<DaySpan> spans, bool weekend)
{
    Calendar made;
    made.zone = zone;
    for (std::size_t day = 0; day < 7; ++day)
        if (weekend || (day > 0 && day < 6)) made.week.at(day) = spans;
    return made;
}

/// A place and a fortnight, with the policies in force there.
struct World {
    Instant origin;
    PolicyHistory policies;
    std::vector<OpenSteps> open;

    World(Instant start, PolicyHistory history) : origin(start), policies(std::move(history))
    {
        for (const auto& version : policies)
            open.emplace_back(version.policy.service, origin, story_lasts + seen_ahead);
    }
};

Policy with_service(const Calendar& service)
{
    auto policy = usual_policy();
    policy.service = service;
    return policy;
}

Policy stricter(Policy policy)
{
    for (auto& level : policy.levels) {
        level.first_touch.time = 10min;
        level.resolution.time /= 2;
        level.resolution.working_days /= 2;
        level.update.time /= 2;
    }
    return policy;
}

std::vector<World> worlds()
{
    const auto autumn = on(11, 20, 0h);
    auto with_exceptions = calendar(shanghai, {{9h, 12h}, {13h, 18h}}, false);
    with_exceptions.exceptions[std::chrono::year{2026} / 11 / 23] = {};
    with_exceptions.exceptions[std::chrono::year{2026} / 11 / 22] = {{10h, 16h}};
    const auto shop = with_service(with_exceptions);
    const auto nights = with_service(calendar(shanghai, {{0h, 2h}, {20h, 24h}}, true));
    const auto spring = on(3, 27, 0h, berlin), fall = on(10, 23, 0h, berlin);
    const auto night_in_berlin = with_service(calendar(berlin, {{0h, 6h}, {22h, 24h}}, true));
    return {
        {autumn, usual_policies()},
        {autumn, {{Instant{}, usual_policy()}, {autumn + 60h, stricter(usual_policy())}}},
        {autumn, {{Instant{}, shop}, {autumn + 33h + 30min, nights}, {autumn + 80h, stricter(shop)}}},
        {spring, {{Instant{}, night_in_berlin}, {spring + 55h, stricter(night_in_berlin)}}},
        {fall, {{Instant{}, night_in_berlin}, {fall + 70h, usual_policy()}}},
    };
}

Command random_command(Random& random, const Case& current, Instant now)
{
    if (random.one_in(8))
        return SetLevel{random.one_of(std::array{Level::severe, Level::medium, Level::mild}), words("news")};
    const auto verb = random.one_of(
        std::array{Verb::touch,        Verb::touch,      Verb::plan,         Verb::wait_for_user, Verb::wait_for_user,
                   Verb::user_replied, Verb::ask_again,  Verb::wait_for_fix, Verb::wait_for_fix,  Verb::fix_shipped,
                   Verb::resolve,      Verb::resolve,    Verb::confirm,      Verb::not_accepted,  Verb::close,
                   Verb::reopen,       Verb::merge,      Verb::split,        Verb::promise,       Verb::keep_promise,
                   Verb::keep_promise, Verb::finish_task});
    return sample(verb, current, now);
}

/// Whether somebody could do it.
bool try_it(CaseBuilder& story, const Command& command, Instant now)
{
    for (const auto& actor : {owner, lead("wei is on holiday"), timer()})
        if (attempt(story.build(), command, actor, now)) {
            story.at(now).does(command, actor);
            return true;
        }
    return false;
}

/// A life of a case: whatever is allowed may happen, on full steps.
CaseBuilder random_life(Random& random, Instant origin)
{
    auto story = a_case().at_level(random.one_of(std::array{Level::severe, Level::medium, Level::mild}));
    story.opened_at(origin + random.up_to(300) * clock_step);
    const auto acts = random.up_to(30);
    for (int i = 0; i < acts && story.now() < origin + story_lasts - 24h; ++i) {
        const auto now = story.now() + random.one_of(std::array{0, 1, 2, 7, 30, 95, 200}) * clock_step;
        if (random.one_in(10) && story.acts() > 1)
            story.at(now).last_undone();
        else
            for (int tries = 0; tries < 20 && !try_it(story, random_command(random, story.build(), now), now); ++tries)
                ;
    }
    return story;
}

void check(const CaseClock& clock, const std::optional<CaseClock>& counted, const Case& current)
{
    REQUIRE(counted.has_value());
    if (!clock.promise) {
        CHECK(clock.state == counted->state);
        CHECK(clock.elapsed == counted->elapsed);
        CHECK(clock.broken == counted->broken);
        CHECK(clock.due == counted->due);
        CHECK(clock.stopped == counted->stopped);
        CHECK(clock.budget == counted->budget);
        CHECK(clock.started == counted->started);
        return;
    }
    CHECK(counted->state == ClockState::running); // a promise takes the place of the interval while that runs
    const auto* promise = find_promise(current, *clock.promise);
    CHECK(clock.due == promise->due);
    for (const auto& other : current.promises)
        if (other.state == PromiseState::open && other.purpose != Purpose::ask_again) CHECK(promise->due <= other.due);
}

} // namespace

TEST_CASE("in any order of events the clocks equal a count in steps of five minutes", "[clocks][property]")
{
    constexpr int lives = 5000;
    const auto all = worlds();
    for (int seed = 0; seed < lives; ++seed) {
        Random random{seed};
        const auto& world = random.one_of(all);
        auto story = random_life(random, world.origin);
        const auto counting = effective<Event>(story.log());
        if (counting.empty()) continue;
        const auto now = story.now() + random.one_of(std::array{0, 1, 40, 280}) * clock_step;
        CAPTURE(seed, now);
        const ClocksBySteps by_steps{counting, world.policies, world.open};
        const auto found = clocks(counting, world.policies, now);
        for (const auto& [kind, name] : Names<ClockKind>::all) {
            CAPTURE(name);
            const auto counted = by_steps.count(kind, now);
            const auto* clock = find_clock(found, kind);
            REQUIRE((clock != nullptr) == counted.has_value());
            if (clock != nullptr) check(*clock, counted, story.build());
        }
    }
}

TEST_CASE("a clock that is asked earlier or later tells the same break", "[clocks][property]")
{
    const auto all = worlds();
    for (int seed = 0; seed < 300; ++seed) {
        Random random{seed};
        const auto& world = random.one_of(all);
        auto story = random_life(random, world.origin);
        const auto counting = effective<Event>(story.log());
        if (counting.empty()) continue;
        CAPTURE(seed);
        const auto clock = *find_clock(clocks(counting, world.policies, story.now()), ClockKind::resolution);
        if (clock.state != ClockState::running || clock.broken || world.policies.back().from > story.now()) continue;
        const auto before = clocks(counting, world.policies, *clock.due - 1ms);
        const auto after = clocks(counting, world.policies, *clock.due);
        CHECK_FALSE(find_clock(before, ClockKind::resolution)->broken.has_value());
        CHECK(find_clock(after, ClockKind::resolution)->broken == clock.due);
        CHECK(find_clock(after, ClockKind::resolution)->elapsed == clock.budget);
    }
}
