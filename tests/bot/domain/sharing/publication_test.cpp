#include "bot/domain/sharing/publication.hpp"
#include "tests/bot/domain/sharing/publishing.hpp"

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;

TEST_CASE("a draft is shown to its author at once", "[publication]")
{
    Publication expected;
    expected.id = PublicationId{19};
    expected.of = CaseId{1042};
    expected.audience = RoomId{"members-3"};
    expected.author = TextBuilder::author();
    expected.alias = {208, 3};
    expected.level = cases::Level::medium;
    expected.step = Step::in_progress;
    expected.text = masked("A member was charged twice.");
    expected.text_hash = "hash 1";
    expected.free_text_hash = "free 1";
    expected.state = PublicationState::previewed;
    CHECK(a_text(cases::Level::medium).build() == expected);
}

TEST_CASE("a vote that completes the review approves the text from then on", "[publication]")
{
    auto builder = a_text(cases::Level::medium).submitted().voted("ana", "legal");
    CHECK(builder.build().state == PublicationState::in_review);
    CHECK_FALSE(builder.build().approved_at.has_value());
    const auto at = builder.now();
    const auto& text = builder.voted("priya", "quality", true, "gao").build();
    CHECK(text.state == PublicationState::approved);
    CHECK(text.approved_at == at);
    CHECK(text.votes ==
          std::vector<Vote>{{PersonId{"ana"}, "legal"}, {PersonId{"priya"}, "quality", false, PersonId{"gao"}}});
}

TEST_CASE("any edit goes back to the preview and voids every vote", "[publication]")
{
    for (auto builder : {a_text().submitted().voted("ana", "legal"), a_text().approved()}) {
        const auto& text = builder.edited().build();
        CHECK(text.state == PublicationState::previewed);
        CHECK(text.votes.empty());
        CHECK_FALSE(text.approved_at.has_value());
        CHECK(text.text_hash == "hash 2");
        CHECK(text.free_text_hash == "free 2");
    }
}

TEST_CASE("a vote for other words than those that stand there does not count", "[publication]")
{
    auto builder = a_text().submitted().edited().submitted();
    const auto before = builder.build();
    builder.hear(Approved{"legal", true, "hash 1", true}, PersonId{"ana"});
    CHECK(builder.build() == before);
}

TEST_CASE("submitting again, sending back and age void the votes too", "[publication]")
{
    const PublicationEvent events[] = {Submitted{}, SentBack{masked("who answers?")}, ApprovalExpired{}};
    const PublicationState states[] = {PublicationState::in_review, PublicationState::rejected,
                                       PublicationState::previewed};
    for (std::size_t i = 0; i < std::size(events); ++i) {
        auto builder = a_text().approved();
        const auto& text = builder.hear(events[i], PersonId{"priya"}).build();
        CHECK(text.state == states[i]);
        CHECK(text.votes.empty());
        CHECK_FALSE(text.approved_at.has_value());
    }
}

TEST_CASE("who pauses a queued text keeps its approval and stops its release", "[publication]")
{
    auto builder = a_text().queued();
    const auto queued = builder.build();
    CHECK(queued.state == PublicationState::queued);
    CHECK(queued.release_at.has_value());
    const auto& paused = builder.hear(Paused{}, TextBuilder::author()).build();
    CHECK(paused.state == PublicationState::approved);
    CHECK(paused.approved_at == queued.approved_at);
    CHECK_FALSE(paused.release_at.has_value());
}

TEST_CASE("a text is delivered only when the platform or the sender says so", "[publication]")
{
    CHECK(a_text().released().build().state == PublicationState::queued);
    CHECK_FALSE(a_text().released().build().release_at.has_value());
    auto builder = a_text().released(true);
    CHECK(builder.build().state == PublicationState::awaiting_sender);
    const auto at = builder.now();
    CHECK(builder.hear(Delivered{}, PersonId{"lin"}).build().state == PublicationState::delivered);
    CHECK(builder.build().delivered_at == at);
    CHECK(a_text().released().hear(DeliveryFailed{}, system_actor).build().state == PublicationState::failed);
}

TEST_CASE("what is out is corrected or taken down", "[publication]")
{
    CHECK(a_text().delivered().hear(Corrected{masked("It was four.")}, TextBuilder::author()).build().state ==
          PublicationState::corrected);
    CHECK(a_text().delivered().hear(TakenDown{}, TextBuilder::author()).build().state == PublicationState::withdrawn);
}

TEST_CASE("the log folds to what was evolved step by step, and an undone draft to nothing", "[publication][undo]")
{
    auto builder = a_text(cases::Level::medium).delivered();
    CHECK(fold_publication(PublicationId{19}, builder.log()) == builder.build());
    auto log = builder.log();
    log.push_back({99, ActId{99}, morning, TextBuilder::author(), Struck{ActId{1}}});
    CHECK_FALSE(fold_publication(PublicationId{19}, log).has_value());
}

TEST_CASE("undoing the order to publish within its hold leaves the text approved", "[publication][undo]")
{
    auto builder = a_text().queued();
    auto log = builder.log();
    const auto approved = fold_publication(PublicationId{19}, std::span{log}.first(log.size() - 1));
    log.push_back({99, ActId{99}, morning, TextBuilder::author(), Struck{log.back().act}});
    CHECK(fold_publication(PublicationId{19}, log) == approved);
}

TEST_CASE("a result is needed by a mode that shows one and by any card from step three on", "[publication]")
{
    using enum Step;
    const auto needed = [](Step step, Mode mode) {
        return scope_needed(TextBuilder{cases::Level::mild, step, mode}.build());
    };
    CHECK(needed(heard, Mode::process) == Scope::process);
    CHECK(needed(in_progress, Mode::process) == Scope::process);
    CHECK(needed(solved, Mode::process) == Scope::result);
    CHECK(needed(improved, Mode::process) == Scope::result);
    CHECK(needed(heard, Mode::result) == Scope::result);
    CHECK(needed(in_progress, Mode::both) == Scope::result);
}
