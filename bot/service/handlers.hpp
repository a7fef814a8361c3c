#pragma once
// One function per verb. Each lives in the file that its group is named after; `verb_table.cpp` binds them to words.
// A refusal that comes back is said to the person; an answer of its own the handler gives itself.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

using Done = Outcome<void>;
using conversation::Order;

// cases/
Done open_case(Turn& turn, const Order& order);
Done show(Turn& turn, const Order& order);
Done show_mine(Turn& turn, const Order& order);
Done explain(Turn& turn, const Order& order);
Done add_note(Turn& turn, const Order& order, CaseFile& file);
Done add_evidence(Turn& turn, const Order& order, CaseFile& file);
Done report_touch(Turn& turn, const Order& order, CaseFile& file);
Done set_heat(Turn& turn, const Order& order, CaseFile& file);
Done report_reply(Turn& turn, const Order& order, CaseFile& file);
Done make_promise(Turn& turn, const Order& order, CaseFile& file);
Done keep_promise(Turn& turn, const Order& order, CaseFile& file);
Done reschedule(Turn& turn, const Order& order, CaseFile& file);
Done make_plan(Turn& turn, const Order& order);
Done add_task(Turn& turn, const Order& order, CaseFile& file);
Done finish_task(Turn& turn, const Order& order, CaseFile& file);
Done drop_task(Turn& turn, const Order& order, CaseFile& file);
Done ask_help(Turn& turn, const Order& order, CaseFile& file);
Done ask_for_more(Turn& turn, const Order& order);
Done answer_help(Turn& turn, const Order& order);
Done hand_over(Turn& turn, const Order& order, CaseFile& file);
Done take(Turn& turn, const Order& order);
Done decline_handover(Turn& turn, const Order& order);
Done wait_for_user(Turn& turn, const Order& order, CaseFile& file);
Done wait_for_fix(Turn& turn, const Order& order, CaseFile& file);
Done set_level(Turn& turn, const Order& order, CaseFile& file);
Done resolve(Turn& turn, const Order& order, CaseFile& file);
Done confirm(Turn& turn, const Order& order, CaseFile& file);
Done not_accepted(Turn& turn, const Order& order, CaseFile& file);
Done close_case(Turn& turn, const Order& order, CaseFile& file);
Done reopen(Turn& turn, const Order& order, CaseFile& file);
Done merge_case(Turn& turn, const Order& order, CaseFile& file);
Done split_case(Turn& turn, const Order& order, CaseFile& file);
Done rate(Turn& turn, const Order& order, CaseFile& file);
Done follow_up(Turn& turn, const Order& order, CaseFile& file);
Done forget(Turn& turn, const Order& order);
Done legal_hold(Turn& turn, const Order& order);
Done bind_room(Turn& turn, const Order& order, CaseFile& file);
Done coach(Turn& turn, const Order& order, CaseFile& file);
Done check_draft(Turn& turn, const Order& order);

// sharing/
Done ask_consent(Turn& turn, const Order& order, CaseFile& file);
Done grant_consent(Turn& turn, const Order& order, CaseFile& file);
Done refuse_consent(Turn& turn, const Order& order, CaseFile& file);
Done withdraw_consent(Turn& turn, const Order& order, CaseFile& file);
Done preview(Turn& turn, const Order& order);
Done submit(Turn& turn, const Order& order);
Done approve(Turn& turn, const Order& order);
Done send_back(Turn& turn, const Order& order);
Done recuse(Turn& turn, const Order& order);
Done publish(Turn& turn, const Order& order);
Done confirm_sent(Turn& turn, const Order& order);
Done correct(Turn& turn, const Order& order);
Done take_down(Turn& turn, const Order& order);
Done hold_all(Turn& turn, const Order& order);
Done resume_all(Turn& turn, const Order& order);
Done follow(Turn& turn, const Order& order);
Done unfollow(Turn& turn, const Order& order);
Done me_too(Turn& turn, const Order& order);
Done find_person(Turn& turn, const Order& order);

// causes/
Done link_cause(Turn& turn, const Order& order, CaseFile& file);
Done acknowledge(Turn& turn, const Order& order);
Done plan_fix(Turn& turn, const Order& order);
Done start_fix(Turn& turn, const Order& order);
Done ship_fix(Turn& turn, const Order& order);
Done decline_cause(Turn& turn, const Order& order);
Done appeal_decline(Turn& turn, const Order& order);
Done told_user(Turn& turn, const Order& order);
Done skip_told_user(Turn& turn, const Order& order);

// people/
Done set_language(Turn& turn, const Order& order);
Done set_zone(Turn& turn, const Order& order);
Done mute(Turn& turn, const Order& order);
Done snooze(Turn& turn, const Order& order);
Done show_credit(Turn& turn, const Order& order);
Done thank(Turn& turn, const Order& order);
Done report_risk(Turn& turn, const Order& order);
Done export_my_data(Turn& turn, const Order& order);
Done help(Turn& turn, const Order& order);
Done greet(Turn& turn, const Order& order);

// lists and texts
Done search_cases(Turn& turn, const Order& order);
Done export_case(Turn& turn, const Order& order, CaseFile& file);
Done show_digest(Turn& turn, const Order& order);
Done show_report(Turn& turn, const Order& order);
Done undo(Turn& turn, const Order& order);
Done redo(Turn& turn, const Order& order);

} // namespace kintsugi::service
