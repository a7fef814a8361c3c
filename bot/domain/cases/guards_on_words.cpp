// Guards on what a person said or must say; the others stand in guards.cpp.

#include "bot/domain/cases/guards.hpp"
#include "bot/domain/text.hpp"

namespace kintsugi::cases {
namespace {

Verdict has_words(const PrivateText& words)
{
    return unless(!words.empty(), Refused::text_missing);
}

} // namespace

Verdict text_long_enough(const Attempt& attempt)
{
    const auto& words = attempt.as<Open>().text.reveal();
    return unless(text::length(text::trim(words)) >= least_text, Refused::text_too_short);
}

Verdict note_has_words(const Attempt& attempt)
{
    return has_words(attempt.as<AddNote>().text);
}
Verdict plan_has_words(const Attempt& attempt)
{
    return has_words(attempt.as<MakePlan>().text);
}
Verdict promise_has_words(const Attempt& attempt)
{
    return has_words(attempt.as<MakePromise>().what);
}
Verdict task_has_words(const Attempt& attempt)
{
    return has_words(attempt.as<AddTask>().what);
}
Verdict help_has_words(const Attempt& attempt)
{
    return has_words(attempt.as<AskHelp>().what);
}
Verdict answer_has_words(const Attempt& attempt)
{
    return has_words(attempt.as<AnswerHelp>().answer);
}
Verdict evidence_has_reference(const Attempt& attempt)
{
    return has_words(attempt.as<AddEvidence>().reference);
}
Verdict says_what_was_asked(const Attempt& attempt)
{
    return has_words(attempt.as<WaitForUser>().asked);
}

Verdict evidence_given(const Attempt& attempt)
{
    return unless(!attempt.as<RequestErasure>().evidence.empty(), Refused::evidence_missing);
}

Verdict sent_text_or_declared(const Attempt& attempt)
{
    const auto& touch = attempt.as<Touch>();
    return unless(touch.declared || !touch.sent.empty(), Refused::sent_text_or_mark);
}

Verdict remedy_or_reason_given(const Attempt& attempt)
{
    return unless(!attempt.as<WaitForFix>().remedy.empty(), Refused::remedy_or_reason);
}

Verdict reason_for_level(const Attempt& attempt)
{
    return unless(!attempt.as<SetLevel>().reason.empty(), Refused::reason_missing);
}

Verdict reason_to_drop(const Attempt& attempt)
{
    return unless(!attempt.as<DropTask>().reason.empty(), Refused::reason_missing);
}

Verdict reason_to_reopen(const Attempt& attempt)
{
    return unless(!attempt.as<Reopen>().reason.empty(), Refused::reason_missing);
}

Verdict public_line_given(const Attempt& attempt)
{
    const bool owed = attempt.current.origin == Origin::in_public;
    return unless(!owed || !attempt.as<Close>().public_line.empty(), Refused::public_line_missing);
}

} // namespace kintsugi::cases
