#include "bot/domain/cases/lifecycle.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

TEST_CASE("a merged case points to the other and gives everything back when it is split", "[cases][merging]")
{
    for (const auto status : {Status::fresh, Status::contacted, Status::working, Status::waiting_user,
                              Status::waiting_fix, Status::resolved}) {
        CAPTURE(status);
        auto story = a_case().in(status);
        const auto before = story.build();
        const auto merged = story.merged().build();
        CHECK(merged.status == Status::merged);
        CHECK(merged.merged_into == CaseId{1000});
        CHECK(merged.merged_at == story.now());
        auto split = story.split().build();
        CHECK(split.before_merge == status);
        split.before_merge = before.before_merge;
        CHECK(split == before);
    }
}

TEST_CASE("a case may be split 30 days later and no longer", "[cases][merging]")
{
    auto story = a_case().merged();
    const auto last = story.now() + 30 * 24h;
    CHECK(attempt(story.build(), Split{}, owner, last).has_value());
    CHECK(refused(story.build(), Split{}, owner, last + 1ms) == Refused::too_late_to_split);
}

TEST_CASE("cases of two users are merged once that was said", "[cases][merging]")
{
    const Merge said{CaseId{1000}, Status::closed, false, true};
    CHECK(a_case().does(said).build().status == Status::merged);
}

TEST_CASE("a note can tell for which merged number it was meant", "[cases][merging]")
{
    const AddNote note{words("photo came"), CaseId{1052}};
    CHECK(attempt(a_case().build(), note, owner, morning).value() ==
          std::vector<Event>{NoteAdded{words("photo came"), CaseId{1052}}});
}
