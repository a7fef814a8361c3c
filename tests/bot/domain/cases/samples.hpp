#pragma once
// For each verb a command that may be given, and the case in which it may; for each `Who` people who may and who may
// not.

#include "bot/domain/cases/transitions.hpp"
#include "tests/bot/domain/builders.hpp"
#include "tests/bot/domain/cases/who.hpp"

namespace kintsugi::tests {

/// A command that succeeds where the verb may be used: about the last promise, with dates one hour from `now`.
inline cases::Command sample(cases::Verb verb, const cases::Case& current, Instant now)
{
    using namespace cases;
    const auto promise = static_cast<int>(current.promises.size());
    switch (verb) {
    case Verb::open: {
        Open open;
        open.text = words("charged twice");
        return open;
    }
    case Verb::note:
        return AddNote{words("called back")};
    case Verb::add_evidence:
        return AddEvidence{words("photo of the bill")};
    case Verb::touch:
        return Touch{words("I am sorry")};
    case Verb::set_heat:
        return SetHeat{2};
    case Verb::promise:
        return MakePromise{words("news"), now + 1h};
    case Verb::keep_promise:
        return KeepPromise{promise};
    case Verb::reschedule:
        return Reschedule{promise, now + 1h};
    case Verb::release_promise:
        return ReleasePromise{promise};
    case Verb::plan:
        return MakePlan{words("refund"), now + 1h};
    case Verb::add_task:
        return AddTask{words("ask the bank")};
    case Verb::finish_task:
        return FinishTask{1};
    case Verb::drop_task:
        return DropTask{1, words("not needed")};
    case Verb::ask_help:
        return AskHelp{helper.id, {}, words("an advance")};
    case Verb::pass_help_on:
        return PassHelpOn{1};
    case Verb::take_help:
        return TakeHelp{1};
    case Verb::answer_help:
        return AnswerHelp{1, words("yes, by eleven")};
    case Verb::hand_over:
        return HandOver{receiver.id};
    case Verb::accept_handover:
        return AcceptHandover{};
    case Verb::decline_handover:
        return DeclineHandover{};
    case Verb::wait_for_user:
        return WaitForUser{words("a screenshot"), now + 1h};
    case Verb::user_replied:
        return ReportReply{words("here it is")};
    case Verb::ask_again:
        return AskAgain{};
    case Verb::set_level:
        return SetLevel{Level::medium, words("the family needs it")};
    case Verb::link_cause:
        return LinkCause{CauseId{35}};
    case Verb::wait_for_fix:
        return WaitForFix{CauseId{31}, words("paid in advance")};
    case Verb::fix_shipped:
        return ShipFix{CauseId{31}, words("tell the user")};
    case Verb::resolve:
        return Resolve{};
    case Verb::confirm:
        return Confirm{Basis::users_words, words("all fine")};
    case Verb::not_accepted:
        return RejectResolution{};
    case Verb::close:
        return Close{CloseOutcome::unrecovered, true, words("we are sorry")};
    case Verb::reopen:
        return Reopen{words("again")};
    case Verb::merge:
        return Merge{CaseId{1000}};
    case Verb::split:
        return Split{};
    case Verb::rate: {
        Rate rate;
        rate.overall = 8;
        return rate;
    }
    case Verb::follow_up:
        return ReportFollowUp{};
    case Verb::request_erasure:
        return RequestErasure{words("please delete me")};
    case Verb::erase:
        return Erase{};
    case Verb::set_legal_hold:
        return SetLegalHold{};
    }
    throw std::logic_error{"unknown verb"};
}

inline bool is_about_help(cases::Verb verb)
{
    return verb == cases::Verb::pass_help_on || verb == cases::Verb::take_help || verb == cases::Verb::answer_help;
}

inline bool is_about_handover(cases::Verb verb)
{
    return verb == cases::Verb::accept_handover || verb == cases::Verb::decline_handover;
}

inline bool is_about_promise(cases::Verb verb)
{
    return verb == cases::Verb::keep_promise || verb == cases::Verb::reschedule || verb == cases::Verb::release_promise;
}

/// A case in `status` in which `verb` finds what it is about.
inline cases::Case case_for(cases::Verb verb, cases::Status status, Instant& now)
{
    if (verb == cases::Verb::open && status == cases::Status::fresh) return numbered(1042);
    auto story = a_case();
    if (is_about_help(verb)) story.asked_help_of("jon", "sam");
    if (is_about_handover(verb)) story.offered_to("ben");
    if (verb == cases::Verb::erase && status != cases::Status::erased)
        story.does(cases::RequestErasure{words("please delete me")});
    story.in(status);
    if (is_about_promise(verb) && is_open(status)) story.promised(story.now() + 2h);
    if ((verb == cases::Verb::finish_task || verb == cases::Verb::drop_task) && is_open(status))
        story.does(cases::AddTask{words("ask the bank")});
    now = story.now() + 1min;
    return story.build();
}

} // namespace kintsugi::tests
