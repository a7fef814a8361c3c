#include "bot/service/verb_table.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace kintsugi::service {
namespace {

using conversation::Verb;

const std::array table{
    VerbHandler{Verb::open, open_case},
    VerbHandler{Verb::note, add_note},
    VerbHandler{Verb::show, show, For::everyone},
    VerbHandler{Verb::mine, show_mine},
    VerbHandler{Verb::coach, coach},
    VerbHandler{Verb::check, check_draft},
    VerbHandler{Verb::touched, report_touch},
    VerbHandler{Verb::heat, set_heat},
    VerbHandler{Verb::promise, make_promise},
    VerbHandler{Verb::kept, keep_promise},
    VerbHandler{Verb::reschedule, reschedule},
    VerbHandler{Verb::plan, make_plan},
    VerbHandler{Verb::task, add_task},
    VerbHandler{Verb::done, finish_task},
    VerbHandler{Verb::drop, drop_task},
    VerbHandler{Verb::ask_help, ask_help},
    VerbHandler{Verb::more_needed, ask_for_more},
    VerbHandler{Verb::answer_help, answer_help},
    VerbHandler{Verb::hand_over, hand_over},
    VerbHandler{Verb::take, take},
    VerbHandler{Verb::decline_handover, decline_handover},
    VerbHandler{Verb::waiting, wait_for_user},
    VerbHandler{Verb::replied, report_reply},
    VerbHandler{Verb::level, set_level},
    VerbHandler{Verb::cause, link_cause},
    VerbHandler{Verb::wait_fix, wait_for_fix},
    VerbHandler{Verb::merge, merge_case, For::employees, MergedCase::stay},
    VerbHandler{Verb::split, split_case, For::employees, MergedCase::stay},
    VerbHandler{Verb::ask_consent, ask_consent},
    VerbHandler{Verb::consent_yes, grant_consent},
    VerbHandler{Verb::consent_no, refuse_consent},
    VerbHandler{Verb::consent_withdraw, withdraw_consent},
    VerbHandler{Verb::preview, preview},
    VerbHandler{Verb::submit, submit},
    VerbHandler{Verb::approve, approve},
    VerbHandler{Verb::send_back, send_back},
    VerbHandler{Verb::recuse, recuse},
    VerbHandler{Verb::publish, publish},
    VerbHandler{Verb::sent, confirm_sent},
    VerbHandler{Verb::correct, correct},
    VerbHandler{Verb::take_down, take_down},
    VerbHandler{Verb::follow, follow, For::everyone},
    VerbHandler{Verb::unfollow, unfollow, For::everyone},
    VerbHandler{Verb::me_too, me_too, For::everyone},
    VerbHandler{Verb::find_person, find_person, For::everyone},
    VerbHandler{Verb::resolved, resolve},
    VerbHandler{Verb::confirmed, confirm},
    VerbHandler{Verb::not_accepted, not_accepted},
    VerbHandler{Verb::close, close_case},
    VerbHandler{Verb::reopen, reopen},
    VerbHandler{Verb::rate, rate},
    VerbHandler{Verb::follow_up, follow_up},
    VerbHandler{Verb::acknowledge, acknowledge},
    VerbHandler{Verb::schedule, plan_fix},
    VerbHandler{Verb::fixing, start_fix},
    VerbHandler{Verb::shipped, ship_fix},
    VerbHandler{Verb::decline, decline_cause},
    VerbHandler{Verb::appeal, appeal_decline},
    VerbHandler{Verb::told, told_user},
    VerbHandler{Verb::skip_told, skip_told_user},
    VerbHandler{Verb::risk, report_risk},
    VerbHandler{Verb::hold_all, hold_all},
    VerbHandler{Verb::resume_all, resume_all},
    VerbHandler{Verb::search, search_cases},
    VerbHandler{Verb::evidence, add_evidence},
    VerbHandler{Verb::export_case, export_case},
    VerbHandler{Verb::digest, show_digest},
    VerbHandler{Verb::report, show_report},
    VerbHandler{Verb::credit, show_credit},
    VerbHandler{Verb::thanks, thank},
    VerbHandler{Verb::undo, undo, For::everyone},
    VerbHandler{Verb::redo, redo},
    VerbHandler{Verb::why, explain},
    VerbHandler{Verb::mute, mute},
    VerbHandler{Verb::snooze, snooze},
    VerbHandler{Verb::language, set_language, For::everyone},
    VerbHandler{Verb::zone, set_zone, For::everyone},
    VerbHandler{Verb::my_data, export_my_data, For::everyone},
    VerbHandler{Verb::forget, forget},
    VerbHandler{Verb::legal_hold, legal_hold},
    VerbHandler{Verb::release_hold, legal_hold},
    VerbHandler{Verb::bind, bind_room},
    VerbHandler{Verb::help, help, For::everyone},
    VerbHandler{Verb::greet, greet, For::everyone},
};

static_assert(table.size() == std::size(Names<Verb>::all));

} // namespace

const VerbHandler& handler_of(Verb verb)
{
    const auto found = std::ranges::find(table, verb, &VerbHandler::verb);
    if (found == table.end()) throw std::logic_error{"a verb without a handler"};
    return *found;
}

} // namespace kintsugi::service
