// 承诺, 兑现, 改期, 方案: the promise ledger. WHY.md, idea 2.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/people/directory.hpp"
#include "bot/service/which_case.hpp"

namespace kintsugi::service {
namespace {

/// The promise that an order names, or the only one that is open.
Outcome<int> which_promise(const Order& order, const cases::Case& current)
{
    if (order.refs.promise) return *order.refs.promise;
    int open = 0, number = 0;
    for (const auto& promise : current.promises)
        if (promise.state == cases::PromiseState::open && promise.purpose != cases::Purpose::ask_again) {
            ++open;
            number = promise.number;
        }
    if (open == 1) return number;
    return refuse(open == 0 ? Refused::nothing_planned : Refused::no_such_number, open == 0 ? "" : "C-…");
}

Refusal past(const Order& order)
{
    return {Refused::time_is_past, {}, order.when};
}

/// 记为方案 under a colleague's answer: the answer is the plan, with the time that it names.
Order with_answer(Turn& turn, const Order& order, const cases::Case& current)
{
    const auto* request =
        order.from_button && !order.numbers.empty() ? cases::find_help(current, order.numbers.front()) : nullptr;
    if (request == nullptr) return order;
    auto plan = turn.knowledge().grammar.fill(order, request->answer, turn.now(), turn.speaker().zone);
    plan.text = request->answer;
    if (plan.when_is_past) plan.when.reset();
    return plan;
}

void say_promise(Turn& turn, const CaseFile& file, std::string_view key)
{
    const auto& promise = file.current.promises.back();
    conversation::PrivateCard card;
    card.lines.push_back(turn.wording().say(turn.reader(), key,
                                            {{"case", written(file.current.id)},
                                             {"number", written_promise(promise.number)},
                                             {"due", turn.wording().full_moment(turn.reader(), promise.due)},
                                             {"what", promise.what},
                                             {"owner", name_of_person(turn.work(), promise.owner)}}));
    turn.reply(turn.entitled(file), card);
}

} // namespace

Done make_promise(Turn& turn, const Order& order, CaseFile& file)
{
    if (order.when_is_past) return tl::unexpected{past(order)};
    auto owner = PersonId{};
    if (!order.people.empty()) {
        const auto person = find_person(turn.work(), order.people.front());
        if (!person) return refuse(Refused::person_unknown);
        owner = person->id;
    }
    const cases::MakePromise promise{order.text, order.when, owner, cases::Purpose::update};
    if (auto done = turn.work().apply(file, promise, order.reason); !done) return done;
    say_promise(turn, file, "promise.made");
    return {};
}

Done keep_promise(Turn& turn, const Order& order, CaseFile& file)
{
    const auto number = which_promise(order, file.current);
    if (!number) return tl::unexpected{number.error()};
    if (auto done = turn.work().apply(file, cases::KeepPromise{*number}, order.reason); !done) return done;
    turn.say("promise.kept",
             {{"case", written(file.current.id)},
              {"number", written_promise(*number)},
              {"next", next_clock_of(turn.work(), file, turn.reader())}},
             file.current.id);
    return {};
}

Done reschedule(Turn& turn, const Order& order, CaseFile& file)
{
    if (order.when_is_past) return tl::unexpected{past(order)};
    const auto number = which_promise(order, file.current);
    if (!number) return tl::unexpected{number.error()};
    const auto& reason = order.reason.empty() ? order.text : order.reason;
    if (auto done = turn.work().apply(file, cases::Reschedule{*number, order.when, reason}, order.reason); !done)
        return done;
    turn.say("promise.rescheduled",
             {{"case", written(file.current.id)},
              {"number", written_promise(*number)},
              {"due", turn.wording().full_moment(turn.reader(), *order.when)}},
             file.current.id);
    return {};
}

/// For a cause the same word plans its fix.
Done make_plan(Turn& turn, const Order& order)
{
    if (order.refs.cause) return plan_fix(turn, order);
    if (order.when_is_past) return tl::unexpected{past(order)};
    auto found = which_case(turn, order, MergedCase::follow);
    if (!found) return tl::unexpected{found.error()};
    if (*found == nullptr) return {};
    auto& file = **found;
    const auto plan = with_answer(turn, order, file.current);
    if (auto done = turn.work().apply(file, cases::MakePlan{plan.text, plan.when}, plan.reason); !done) return done;
    if (plan.when) {
        say_promise(turn, file, "plan.with_promise");
        return {};
    }
    turn.say("plan.made",
             {{"case", written(file.current.id)}, {"next", next_clock_of(turn.work(), file, turn.reader())}},
             file.current.id);
    return {};
}

} // namespace kintsugi::service
