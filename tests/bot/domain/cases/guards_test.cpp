#include "tests/bot/domain/cases/refusals.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::cases;
using namespace kintsugi::tests;

namespace {

Open opening(const std::string& text)
{
    Open open;
    open.text = words(text);
    return open;
}

} // namespace

std::vector<Refusing> kintsugi::tests::refusals_about_standing()
{
    using enum Refused;
    const auto legal = with_role("wang", Role::legal);
    const auto held = a_case().does(SetLegalHold{}, legal);
    const auto promised = a_case().touched().promised(tomorrow);
    return {
        {"a case is opened once", not_open_yet, a_case(), opening("charged twice"), {already_so, "K-1042"}},
        {"first contact comes before a plan",
         touched_first,
         a_case(),
         MakePlan{words("refund"), tomorrow},
         {contact_first}},
        {"a promise that does not exist", promise_is_open, promised, KeepPromise{2}, {no_such_number, "C-2"}},
        {"a promise is kept once",
         promise_is_open,
         a_case().promised(tomorrow).kept(1),
         KeepPromise{1},
         {already_so, "C-1"}},
        {"a task that does not exist", task_is_open, a_case(), FinishTask{1}, {no_such_number, "T-1"}},
        {"a task is done once",
         task_is_open,
         a_case().does(AddTask{words("ask")}).does(FinishTask{1}),
         FinishTask{1},
         {already_so, "T-1"}},
        {"help is taken once",
         help_is_asked,
         a_case().asked_help_of("jon").does(TakeHelp{1}, helper),
         TakeHelp{1},
         {already_so},
         helper},
        {"help is passed on to somebody",
         someone_is_next,
         a_case().asked_help_of("jon"),
         PassHelpOn{1},
         {person_unknown},
         timer()},
        {"help is answered once",
         help_not_answered,
         a_case().asked_help_of("jon").does(AnswerHelp{1, words("yes")}, helper),
         AnswerHelp{1, words("no")},
         {already_so},
         helper},
        {"no case with an open promise is resolved",
         no_open_promise,
         promised,
         Resolve{},
         {promise_open, "C-1", tomorrow}},
        {"no case with an open promise is closed",
         no_open_promise,
         promised,
         Close{CloseOutcome::partly, true},
         {promise_open, "C-1", tomorrow}},
        {"no case with an open task is resolved",
         no_open_task,
         a_case().touched().does(AddTask{words("ask")}),
         Resolve{},
         {task_open, "T-1"}},
        {"waiting for a fix names the cause",
         cause_is_linked,
         a_case().in(Status::working),
         WaitForFix{{}, words("none")},
         {cause_missing}},
        {"a cause is linked once",
         cause_is_new,
         a_case().does(LinkCause{CauseId{31}}),
         LinkCause{CauseId{31}},
         {already_so, "R-31"}},
        {"closing knows the cause or says that it does not",
         cause_known_or_unexplained,
         a_case(),
         Close{CloseOutcome::partly},
         {cause_or_unexplained}},
        {"closing has an outcome", outcome_given, a_case(), Close{{}, true}, {outcome_missing}},
        {"confirming has the user's words",
         rests_on_users_word,
         a_case().in(Status::resolved),
         Confirm{Basis::users_words},
         {users_word_needed}},
        {"what is confirmed is recovered or partly so",
         recovered_or_partly,
         a_case().in(Status::resolved),
         Confirm{Basis::users_words, words("no"), CloseOutcome::unrecovered},
         {outcome_missing}},
        {"a case is not merged with itself",
         target_can_take,
         a_case(),
         Merge{CaseId{1042}},
         {merge_with_itself, "K-1042"}},
        {"a merged case takes no other",
         target_can_take,
         a_case(),
         Merge{CaseId{1000}, Status::merged},
         {wrong_state, "K-1000"}},
        {"an erased case takes no other",
         target_can_take,
         a_case(),
         Merge{CaseId{1000}, Status::erased},
         {wrong_state, "K-1000"}},
        {"two users are merged only when that was said",
         target_can_take,
         a_case(),
         Merge{CaseId{1000}, Status::fresh, false},
         {different_users, "K-1000"}},
        {"a case is not handed to its owner",
         receiver_is_someone_else,
         a_case(),
         HandOver{owner.id},
         {receiver_is_owner}},
        {"a case is not handed to nobody", receiver_is_someone_else, a_case(), HandOver{}, {person_unknown}},
        {"a case is not handed to a machine",
         receiver_is_someone_else,
         a_case(),
         HandOver{system_actor},
         {person_unknown}},
        {"a level changes", level_changes, a_case(), SetLevel{Level::mild, words("so it is")}, {already_so}},
        {"an owner does not lower a hard trigger",
         may_lower_hard_trigger,
         a_case().at_level(Level::severe).with_hard_trigger(),
         SetLevel{Level::medium, words("looks better")},
         {hard_trigger}},
        {"a hold keeps from erasing", no_legal_hold, held, RequestErasure{words("please")}, {under_legal_hold}},
        {"a hold keeps from merging", no_legal_hold, held, Merge{CaseId{1000}}, {under_legal_hold}},
    };
}

TEST_CASE("each guard on how the case stands refuses with its own reason", "[cases][guards]")
{
    check(refusals_about_standing());
}

TEST_CASE("no guard of the table is left without an example of its refusal", "[cases][guards]")
{
    auto examples = refusals_about_words();
    for (const auto& more : {refusals_about_dates(), refusals_about_standing()})
        examples.insert(examples.end(), more.begin(), more.end());
    for (const auto& row : transitions())
        for (const auto guard : row.guards) {
            CAPTURE(static_cast<int>(row.verb));
            CHECK((guard == nullptr || std::ranges::find(examples, guard, &Refusing::guard) != examples.end()));
        }
}
