// 任务, 完成, 取消任务: work inside the house for a case.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/people/directory.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::Verb;

Outcome<int> which_task(const Order& order, const cases::Case& current)
{
    if (order.refs.task) return *order.refs.task;
    int open = 0, number = 0;
    for (const auto& task : current.tasks)
        if (task.state == cases::TaskState::open) {
            ++open;
            number = task.number;
        }
    if (open == 1) return number;
    return refuse(open == 0 ? Refused::nothing_planned : Refused::no_such_number, open == 0 ? "" : "T-…");
}

/// The assignee sees what the case's people see only if they are one of them; else the masked words.
void tell_assignee(Turn& turn, const CaseFile& file, const cases::Task& task)
{
    if (task.assignee == turn.speaker().id) return;
    const auto person = turn.work().person(task.assignee);
    if (!person) return;
    const auto reader = conversation::reader_of(*person, turn.now());
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::ask_help;
    card.lines.push_back(
        turn.wording().masked(reader, task.due ? "task.for_you_due" : "task.for_you",
                              {{"case", written(file.current.id)},
                               {"number", written_task(task.number)},
                               {"what", masked_words(turn.work(), file.current, task.what)},
                               {"due", task.due ? turn.wording().full_moment(reader, *task.due) : std::string{}},
                               {"from", turn.speaker().name}}));
    card.buttons.push_back(conversation::button(turn.wording(), reader, "button.done",
                                                act(Verb::done).on(file.current.id).task(task.number)));
    to_colleague(turn.work(), person->id, card, Priority::reply, file.current.id);
}

} // namespace

Done add_task(Turn& turn, const Order& order, CaseFile& file)
{
    if (order.when_is_past) return refuse(Refused::time_is_past, {}, order.when);
    auto named = take_name(turn.work(), order.text);
    if (!order.people.empty()) named.person = find_person(turn.work(), order.people.front());
    if (!order.people.empty() && !named.person) return refuse(Refused::person_unknown);
    const auto assignee = named.person ? named.person->id : named.area != nullptr ? named.area->owner : PersonId{};
    if (auto done = turn.work().apply(file, cases::AddTask{named.rest, assignee, order.when}, order.reason); !done)
        return done;
    const auto task = file.current.tasks.back();
    turn.say("task.added",
             {{"case", written(file.current.id)},
              {"number", written_task(task.number)},
              {"who", name_of_person(turn.work(), task.assignee)},
              {"due", task.due ? turn.wording().full_moment(turn.reader(), *task.due)
                               : turn.wording().word(turn.speaker().language, "task.no_date")}},
             file.current.id);
    tell_assignee(turn, file, task);
    return {};
}

Done finish_task(Turn& turn, const Order& order, CaseFile& file)
{
    const auto number = which_task(order, file.current);
    if (!number) return tl::unexpected{number.error()};
    if (auto done = turn.work().apply(file, cases::FinishTask{*number}, order.reason); !done) return done;
    turn.say("task.done", {{"case", written(file.current.id)}, {"number", written_task(*number)}}, file.current.id);
    return {};
}

Done drop_task(Turn& turn, const Order& order, CaseFile& file)
{
    const auto number = which_task(order, file.current);
    if (!number) return tl::unexpected{number.error()};
    const auto& reason = order.reason.empty() ? order.text : order.reason;
    if (auto done = turn.work().apply(file, cases::DropTask{*number, reason}, order.reason); !done) return done;
    turn.say("task.dropped", {{"case", written(file.current.id)}, {"number", written_task(*number)}}, file.current.id);
    return {};
}

} // namespace kintsugi::service
