#include "bot/domain/cases/lifecycle.hpp"
#include "tests/bot/domain/cases/samples.hpp"

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

using Events = std::vector<Event>;

} // namespace

TEST_CASE("waiting for the user is also a promise to ourselves to ask again", "[cases][waiting]")
{
    const auto monday = on(11, 23, 10h);
    auto story = a_case().touched().does(WaitForUser{words("a screenshot"), monday});
    const auto waiting = story.build();
    CHECK(waiting.waiting == Waiting{words("a screenshot"), monday});
    CHECK(waiting.promises == std::vector{Promise{1, words("a screenshot"), monday, owner.id, Purpose::ask_again,
                                                  PromiseState::open, story.now()}});
    CHECK(next_promise(waiting) == nullptr); // it is not owed to the user
}

TEST_CASE("an answer, or the day on which we ask again, ends the waiting and keeps that promise", "[cases][waiting]")
{
    const auto waiting = a_case().in(Status::waiting_user);
    auto by_answer = waiting;
    auto by_day = waiting;
    by_answer.answered();
    by_day.after(49h).does(AskAgain{}, timer());
    for (auto* story : {&by_answer, &by_day}) {
        const auto current = story->build();
        CHECK(current.status == Status::working);
        CHECK_FALSE(current.waiting.has_value());
        CHECK(find_promise(current, 1)->state == PromiseState::kept);
    }
}

TEST_CASE("an answer keeps no promise that is owed to the user", "[cases][waiting]")
{
    auto story = a_case().touched().promised(morning + 5h).awaiting_user(morning + 48h).answered();
    const auto current = story.build();
    CHECK(find_promise(current, 1)->state == PromiseState::open);
    CHECK(find_promise(current, 2)->state == PromiseState::kept);
}

TEST_CASE("news from the user outside of waiting change no status", "[cases][waiting]")
{
    for (const auto status : {Status::contacted, Status::working, Status::waiting_fix, Status::resolved})
        CHECK(a_case().in(status).answered().build().status == status);
}

TEST_CASE("who waits for a fix links its cause", "[cases][waiting]")
{
    auto story = a_case().in(Status::working);
    CHECK(attempt(story.build(), WaitForFix{CauseId{31}, words("paid in advance")}, owner, story.now()).value() ==
          Events{CauseLinked{CauseId{31}}, FixAwaited{CauseId{31}, words("paid in advance")}});
    story.does(LinkCause{CauseId{31}});
    CHECK(attempt(story.build(), WaitForFix{{}, words("nothing helps yet")}, owner, story.now()).value() ==
          Events{FixAwaited{CauseId{31}, words("nothing helps yet")}});
}

TEST_CASE("a fix that is out brings a task to tell the user within one working day", "[cases][waiting]")
{
    auto story = a_case().in(Status::waiting_fix).at(on(11, 27, 16h)); // a Friday; offices close at 18:00
    const auto shipped = story.does(ShipFix{CauseId{31}, words("tell the user")}, timer()).build();
    CHECK(shipped.status == Status::working);
    CHECK_FALSE(shipped.fix_awaited_since.has_value());
    CHECK(shipped.tasks == std::vector{Task{1, words("tell the user"), owner.id, on(11, 30, 16h), TaskState::open}});
    CHECK(refused(shipped, Resolve{}, owner, story.now()) == Refused::task_open);
}

TEST_CASE("a plan with a date is a promise to the user; a second plan changes no status", "[cases][plan]")
{
    const auto due = morning + 4h;
    auto story = a_case().touched().planned(due);
    const auto planned = story.build();
    CHECK(planned.status == Status::working);
    CHECK(planned.planned_at == story.now());
    CHECK(planned.promises ==
          std::vector{Promise{1, words("refund"), due, owner.id, Purpose::plan, PromiseState::open, story.now()}});

    const auto again = story.planned(due + 1h).build();
    CHECK(again.status == Status::working);
    CHECK(again.planned_at == planned.planned_at);
}

TEST_CASE("a promise with a date that stands already is enough for a plan", "[cases][plan]")
{
    auto story = a_case().touched().promised(morning + 4h);
    const auto planned = story.does(MakePlan{words("refund"), {}}).build();
    CHECK(planned.status == Status::working);
    CHECK(planned.promises.size() == 1);
}

TEST_CASE("a promise is moved, kept or released, and is open until then", "[cases][promise]")
{
    const auto due = morning + 4h;
    CHECK(a_case().promised(due).does(Reschedule{1, due + 1h, words("bank")}).build().promises.front().due == due + 1h);
    CHECK(a_case().promised(due).kept(1).build().promises.front().state == PromiseState::kept);
    const auto released = a_case().promised(due).does(ReleasePromise{1}, lead()).build();
    CHECK(released.promises.front().state == PromiseState::released);
    CHECK(next_promise(released) == nullptr);
    CHECK(next_promise(a_case().promised(due + 1h).promised(due).build())->number == 2);
}
