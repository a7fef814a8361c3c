#include "tests/bot/domain/cases/refusals.hpp"

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

std::vector<Refusing> kintsugi::tests::refusals_about_words()
{
    using enum Refused;
    return {
        {"four characters open a case",
         text_long_enough,
         a_case().last_undone(),
         opening(" 退款。 "),
         {text_too_short}},
        {"a note says something", note_has_words, a_case(), AddNote{}, {text_missing}},
        {"a plan says something", plan_has_words, a_case().touched(), MakePlan{{}, tomorrow}, {text_missing}},
        {"a promise says something", promise_has_words, a_case(), MakePromise{{}, tomorrow}, {text_missing}},
        {"a task says something", task_has_words, a_case(), AddTask{}, {text_missing}},
        {"who asks for help says for what", help_has_words, a_case(), AskHelp{helper.id, {}, {}}, {text_missing}},
        {"an answer says something",
         answer_has_words,
         a_case().asked_help_of("jon"),
         AnswerHelp{1, {}},
         {text_missing},
         helper},
        {"evidence refers to something", evidence_has_reference, a_case(), AddEvidence{}, {text_missing}},
        {"erasure wants the user's request", evidence_given, a_case(), RequestErasure{}, {evidence_missing}},
        {"a touch has the text or the mark", sent_text_or_declared, a_case(), Touch{}, {sent_text_or_mark}},
        {"waiting says what we asked",
         says_what_was_asked,
         a_case().touched(),
         WaitForUser{{}, tomorrow},
         {text_missing}},
        {"waiting for a fix leaves a remedy or a reason",
         remedy_or_reason_given,
         a_case().in(Status::working),
         WaitForFix{CauseId{31}},
         {remedy_or_reason}},
        {"a level has a reason", reason_for_level, a_case(), SetLevel{Level::severe, {}}, {reason_missing}},
        {"dropping a task has a reason",
         reason_to_drop,
         a_case().does(AddTask{words("ask the bank")}),
         DropTask{1},
         {reason_missing}},
        {"reopening has a reason", reason_to_reopen, a_case().in(Status::closed), Reopen{}, {reason_missing}},
        {"what began in public owes the public a line",
         public_line_given,
         a_case().made_in_public(),
         Close{CloseOutcome::invalid, true},
         {public_line_missing}},
    };
}

TEST_CASE("each guard on words refuses with its own reason", "[cases][guards]")
{
    check(refusals_about_words());
}
