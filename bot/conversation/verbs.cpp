#include "bot/conversation/verbs.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace kintsugi::conversation {
namespace {

using enum Verb;

constexpr Takes nothing{};
constexpr Takes words{.text = true};
constexpr Takes content{.text = true, .verbatim = true};
constexpr Takes words_and_time{.text = true, .time = true};
constexpr Takes a_number{.text = true, .number = true};
constexpr Takes a_level{.text = true, .level = true};
constexpr Takes an_outcome{.text = true, .outcome = true};
constexpr Takes a_scope{.text = true, .scope = true};
constexpr Takes a_time{.time = true};

constexpr std::array table{
    VerbRow{open, {.text = true, .verbatim = true, .level = true}},
    VerbRow{note, content},
    VerbRow{show, words, true},
    VerbRow{mine, words, true},
    VerbRow{coach, words, true},
    VerbRow{check, content, true},
    VerbRow{touched, content},
    VerbRow{heat, a_number},
    VerbRow{promise, words_and_time},
    VerbRow{kept, words},
    VerbRow{reschedule, words_and_time},
    VerbRow{plan, words_and_time},
    VerbRow{task, words_and_time},
    VerbRow{done, words},
    VerbRow{drop, words},
    VerbRow{ask_help, words_and_time},
    VerbRow{more_needed, content},
    VerbRow{answer_help, content},
    VerbRow{hand_over, words},
    VerbRow{take, words_and_time},
    VerbRow{decline_handover, words},
    VerbRow{waiting, words_and_time},
    VerbRow{replied, content},
    VerbRow{level, a_level},
    VerbRow{cause, words},
    VerbRow{wait_fix, words},
    VerbRow{merge, words},
    VerbRow{split, nothing},
    VerbRow{ask_consent, a_scope},
    VerbRow{consent_yes, {.text = true, .verbatim = true, .scope = true}},
    VerbRow{consent_no, content},
    VerbRow{consent_withdraw, content},
    VerbRow{preview, content, true},
    VerbRow{submit, words},
    VerbRow{approve, words},
    VerbRow{send_back, content},
    VerbRow{recuse, words},
    VerbRow{publish, words, false, true},
    VerbRow{sent, words},
    VerbRow{correct, content, false, true},
    VerbRow{take_down, content, false, true},
    VerbRow{follow, words},
    VerbRow{unfollow, words},
    VerbRow{me_too, words},
    VerbRow{find_person, content},
    VerbRow{resolved, words},
    VerbRow{confirmed, content},
    VerbRow{not_accepted, content},
    VerbRow{close, an_outcome},
    VerbRow{reopen, words},
    VerbRow{rate, a_number},
    VerbRow{follow_up, a_number},
    VerbRow{acknowledge, words_and_time},
    VerbRow{schedule, words_and_time},
    VerbRow{fixing, words},
    VerbRow{shipped, words_and_time},
    VerbRow{decline, words},
    VerbRow{appeal, words},
    VerbRow{told, words},
    VerbRow{skip_told, words},
    VerbRow{risk, content},
    VerbRow{hold_all, words},
    VerbRow{resume_all, words},
    VerbRow{search, words, true},
    VerbRow{evidence, content},
    VerbRow{export_case, words},
    VerbRow{digest, words},
    VerbRow{report, words},
    VerbRow{credit, words, true},
    VerbRow{thanks, words},
    VerbRow{undo, words},
    VerbRow{redo, words},
    VerbRow{why, words, true},
    VerbRow{mute, a_time},
    VerbRow{snooze, a_time},
    VerbRow{language, words},
    VerbRow{zone, words},
    VerbRow{my_data, words},
    VerbRow{forget, content},
    VerbRow{legal_hold, words},
    VerbRow{release_hold, words},
    VerbRow{bind, words},
    VerbRow{help, words, true},
    VerbRow{greet, nothing},
};

static_assert(table.size() == std::size(Names<Verb>::all));

} // namespace

std::span<const VerbRow> verb_rows()
{
    return table;
}

const VerbRow& row_of(Verb verb)
{
    const auto row = std::ranges::find(table, verb, &VerbRow::verb);
    if (row == table.end()) throw std::logic_error{"a verb without a row"};
    return *row;
}

} // namespace kintsugi::conversation
