// 补充, 证据, 已联系, 心情, 用户回了: what happened with the user, told to the record. PRODUCT.md, 6.1.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/cases/heat_question.hpp"
#include "bot/service/handlers.hpp"

namespace kintsugi::service {
namespace {

using cases::ClockKind;
using conversation::act;
using conversation::Verb;

/// ✔ 首次真人回应 09:21（用时 15 分钟）, then how hot the user is now.
void ask_heat(Turn& turn, const CaseFile& file, bool first_touch)
{
    const auto id = file.current.id;
    conversation::MaskedCard card;
    const auto clocks = turn.work().clocks(file);
    const auto* clock = cases::find_clock(clocks, ClockKind::first_touch);
    if (first_touch && clock != nullptr)
        card.lines.push_back(
            turn.wording().masked(turn.reader(), clock->broken ? "touch.first_late" : "touch.first",
                                  {{"case", written(id)},
                                   {"at", turn.wording().moment(turn.reader(), turn.now())},
                                   {"took", turn.wording().span(turn.reader(), turn.now() - file.current.opened_at)}}));
    else
        card.lines.push_back(
            turn.wording().masked(turn.reader(), "touch.again",
                                  {{"case", written(id)}, {"next", next_clock_of(turn.work(), file, turn.reader())}}));
    add_heat_question(turn, id, card);
    turn.reply(card, id);
}

std::string_view next_step(const cases::Case& current)
{
    if (!current.touched_at) return "next.touch";
    if (!current.planned_at) return "next.plan";
    return current.status == cases::Status::resolved ? "next.confirm" : "next.keep";
}

} // namespace

void add_heat_question(Turn& turn, CaseId id, conversation::MaskedCard& card)
{
    card.lines.push_back(turn.wording().masked(turn.reader(), "touch.heat_question"));
    card.first = 0;
    int heat = 0;
    for (const auto& word : turn.wording().catalogue().list(turn.speaker().language, "touch.heats"))
        card.buttons.push_back({word, act(Verb::heat).on(id).number(heat++), {}});
}

Done add_note(Turn& turn, const Order& order, CaseFile& file)
{
    const auto meant_for = order.refs.of_case.value_or(file.current.id);
    cases::AddNote note{order.text, {}};
    if (meant_for != file.current.id) note.meant_for = meant_for;
    if (auto done = turn.work().apply(file, note, order.reason); !done) return done;
    turn.say(note.meant_for ? "note.followed" : "note.added",
             {{"case", written(file.current.id)}, {"meant", written(meant_for)}}, file.current.id);
    return {};
}

Done add_evidence(Turn& turn, const Order& order, CaseFile& file)
{
    if (auto done = turn.work().apply(file, cases::AddEvidence{order.text}, order.reason); !done) return done;
    turn.say("note.evidence", {{"case", written(file.current.id)}}, file.current.id);
    return {};
}

Done report_touch(Turn& turn, const Order& order, CaseFile& file)
{
    const bool first = !file.current.touched_at;
    const bool without_text = order.text.empty() || turn.knowledge().grammar.has_flag(order.text, "no_text");
    const auto touch = without_text ? cases::Touch{{}, true} : cases::Touch{order.text, false};
    if (auto done = turn.work().apply(file, touch, order.reason); !done) return done;
    ask_heat(turn, file, first);
    return {};
}

Done set_heat(Turn& turn, const Order& order, CaseFile& file)
{
    if (order.numbers.empty()) return refuse(Refused::number_out_of_range, "0–4");
    const auto before = file.current.heat;
    if (auto done = turn.work().apply(file, cases::SetHeat{order.numbers.front()}, order.reason); !done) return done;
    const auto after = file.current.heat;
    const auto* key = after < before ? "heat.down" : after > before ? "heat.up" : "heat.same";
    turn.say(key,
             {{"case", written(file.current.id)},
              {"before", before},
              {"after", after},
              {"step", turn.wording().word(turn.speaker().language, next_step(file.current))},
              {"next", next_clock_of(turn.work(), file, turn.reader())}},
             file.current.id);
    return {};
}

Done report_reply(Turn& turn, const Order& order, CaseFile& file)
{
    const bool was_waiting = file.current.status == cases::Status::waiting_user;
    if (auto done = turn.work().apply(file, cases::ReportReply{order.text}, order.reason); !done) return done;
    const auto clocks = turn.work().clocks(file);
    const auto* resolution = cases::find_clock(clocks, ClockKind::resolution);
    const auto used = resolution != nullptr ? resolution->elapsed : Milliseconds{0};
    turn.say(was_waiting ? "replied.resumed" : "replied.noted",
             {{"case", written(file.current.id)},
              {"used", turn.wording().span(turn.reader(), used)},
              {"next", next_clock_of(turn.work(), file, turn.reader())}},
             file.current.id);
    return {};
}

} // namespace kintsugi::service
