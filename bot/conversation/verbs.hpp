#pragma once
// Everything that can be said to the bot, one row per verb: PRODUCT.md, 6.1. The words people use for them are in
// prompts/<language>/grammar.toml; what they do is in service/verb_table.cpp.

#include "bot/domain/names.hpp"

#include <span>

namespace kintsugi::conversation {

enum class Verb {
    open,
    note,
    show,
    mine,
    coach,
    check,
    touched,
    heat,
    promise,
    kept,
    reschedule,
    plan,
    task,
    done,
    drop,
    ask_help,
    more_needed,
    answer_help,
    hand_over,
    take,
    decline_handover,
    waiting,
    replied,
    level,
    cause,
    wait_fix,
    merge,
    split,
    ask_consent,
    consent_yes,
    consent_no,
    consent_withdraw,
    preview,
    submit,
    approve,
    send_back,
    recuse,
    publish,
    sent,
    correct,
    take_down,
    follow,
    unfollow,
    me_too,
    find_person,
    resolved,
    confirmed,
    not_accepted,
    close,
    reopen,
    rate,
    follow_up,
    acknowledge,
    schedule,
    fixing,
    shipped,
    decline,
    appeal,
    told,
    skip_told,
    risk,
    hold_all,
    resume_all,
    search,
    evidence,
    export_case,
    digest,
    report,
    credit,
    thanks,
    undo,
    redo,
    why,
    mute,
    snooze,
    language,
    zone,
    my_data,
    forget,
    legal_hold,
    release_hold,
    bind,
    help,
    greet
};

/// What an order may carry besides its verb; decides what the grammar looks for.
struct Takes {
    bool text = false;     ///< what is left over
    bool verbatim = false; ///< the whole rest of the message is content: never split, never read as orders
    bool time = false;
    bool level = false;
    bool number = false;
    bool outcome = false;
    bool scope = false;
};

struct VerbRow {
    Verb verb;
    Takes takes;
    bool asks = false;    ///< a question by nature: 到哪了？ is not an order in doubt
    bool outward = false; ///< needs an explicit case and a preview
};

[[nodiscard]] std::span<const VerbRow> verb_rows();
[[nodiscard]] const VerbRow& row_of(Verb verb);

} // namespace kintsugi::conversation

namespace kintsugi {

template <>
struct Names<conversation::Verb> {
    using enum conversation::Verb;
    static constexpr std::pair<conversation::Verb, std::string_view> all[] = {
        {open, "open"},
        {note, "note"},
        {show, "show"},
        {mine, "mine"},
        {coach, "coach"},
        {check, "check"},
        {touched, "touched"},
        {heat, "heat"},
        {promise, "promise"},
        {kept, "kept"},
        {reschedule, "reschedule"},
        {plan, "plan"},
        {task, "task"},
        {done, "done"},
        {drop, "drop"},
        {ask_help, "ask_help"},
        {more_needed, "more_needed"},
        {answer_help, "answer_help"},
        {hand_over, "hand_over"},
        {take, "take"},
        {decline_handover, "decline_handover"},
        {waiting, "waiting"},
        {replied, "replied"},
        {level, "level"},
        {cause, "cause"},
        {wait_fix, "wait_fix"},
        {merge, "merge"},
        {split, "split"},
        {ask_consent, "ask_consent"},
        {consent_yes, "consent_yes"},
        {consent_no, "consent_no"},
        {consent_withdraw, "consent_withdraw"},
        {preview, "preview"},
        {submit, "submit"},
        {approve, "approve"},
        {send_back, "send_back"},
        {recuse, "recuse"},
        {publish, "publish"},
        {sent, "sent"},
        {correct, "correct"},
        {take_down, "take_down"},
        {follow, "follow"},
        {unfollow, "unfollow"},
        {me_too, "me_too"},
        {find_person, "find_person"},
        {resolved, "resolved"},
        {confirmed, "confirmed"},
        {not_accepted, "not_accepted"},
        {close, "close"},
        {reopen, "reopen"},
        {rate, "rate"},
        {follow_up, "follow_up"},
        {acknowledge, "acknowledge"},
        {schedule, "schedule"},
        {fixing, "fixing"},
        {shipped, "shipped"},
        {decline, "decline"},
        {appeal, "appeal"},
        {told, "told"},
        {skip_told, "skip_told"},
        {risk, "risk"},
        {hold_all, "hold_all"},
        {resume_all, "resume_all"},
        {search, "search"},
        {evidence, "evidence"},
        {export_case, "export"},
        {digest, "digest"},
        {report, "report"},
        {credit, "credit"},
        {thanks, "thanks"},
        {undo, "undo"},
        {redo, "redo"},
        {why, "why"},
        {mute, "mute"},
        {snooze, "snooze"},
        {language, "language"},
        {zone, "zone"},
        {my_data, "my_data"},
        {forget, "forget"},
        {legal_hold, "legal_hold"},
        {release_hold, "release_hold"},
        {bind, "bind"},
        {help, "help"},
        {greet, "greet"},
    };
};

} // namespace kintsugi
