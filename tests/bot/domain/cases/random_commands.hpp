#pragma once
// Orders as people give them: mostly sensible, sometimes with a word, a date or a number that is wrong or missing, by
// people who may and people who may not.

#include "tests/bot/domain/cases/samples.hpp"
#include "tests/bot/domain/random.hpp"

#include <array>

namespace kintsugi::tests {

inline Actor random_actor(Random& random, const cases::Case& current)
{
    const auto admin = with_role("sun", Role::admin);
    const std::array others{colleague,
                            helper,
                            receiver,
                            koe("sam"),
                            lead(),
                            admin,
                            timer(),
                            with_role("zhao", Role::commander),
                            with_role("wang", Role::legal),
                            with_role("abu", Role::member)};
    if (random.one_in(4)) return random.one_of(others);
    return random.one_in(4) ? lead("somebody has to") : koe(current.owner.value());
}

inline PrivateText random_words(Random& random)
{
    return random.one_in(6) ? PrivateText{} : words("some words");
}

inline std::optional<Instant> random_date(Random& random, Instant now)
{
    if (random.one_in(8)) return std::nullopt;
    return now + (random.up_to(200) - 20) * 1h;
}

inline PersonId random_person(Random& random)
{
    return random.one_of(std::array{owner.id, colleague.id, helper.id, receiver.id, system_actor, PersonId{}});
}

/// A command whose parts are each right or wrong by chance.
inline cases::Command odd_command(Random& random, Instant now)
{
    using namespace cases;
    const auto number = random.up_to(3);
    switch (random.up_to(15)) {
    case 0:
        return MakePromise{random_words(random), random_date(random, now), random_person(random),
                           random.one_in(3) ? Purpose::ask_again : Purpose::update};
    case 1:
        return KeepPromise{number};
    case 2:
        return Reschedule{number, random_date(random, now)};
    case 3:
        return MakePlan{random_words(random), random_date(random, now)};
    case 4:
        return AddTask{random_words(random), random_person(random), random_date(random, now)};
    case 5:
        return random.one_in(2) ? Command{FinishTask{number}} : DropTask{number, random_words(random)};
    case 6:
        return AskHelp{random_person(random), random_person(random), random_words(random)};
    case 7:
        return random.one_in(2) ? Command{PassHelpOn{number}} : TakeHelp{number};
    case 8:
        return HandOver{random_person(random), random_words(random)};
    case 9:
        return WaitForUser{random_words(random), random_date(random, now)};
    case 10:
        return SetLevel{random.one_of(std::array{Level::severe, Level::medium, Level::mild}), random_words(random)};
    case 11:
        return Close{random.one_in(4) ? std::optional<CloseOutcome>{} : CloseOutcome::unreachable, random.one_in(2),
                     random_words(random)};
    case 12:
        return Confirm{random.one_of(std::array{Basis::users_words, Basis::users_link, Basis::no_answer}),
                       random_words(random), random.one_of(std::array{CloseOutcome::partly, CloseOutcome::invalid})};
    case 13:
        return Merge{CaseId{random.one_in(3) ? 1042 : 1000}, Status::working, random.one_in(2), random.one_in(2)};
    case 14:
        return SetLegalHold{random.one_in(2)};
    default:
        return Erase{random.one_in(2)};
    }
}

inline cases::Command random_command(Random& random, const cases::Case& current, Instant now)
{
    if (random.one_in(3)) return odd_command(random, now);
    const auto last = static_cast<int>(cases::Verb::set_legal_hold);
    return sample(static_cast<cases::Verb>(random.up_to(last)), current, now);
}

} // namespace kintsugi::tests
