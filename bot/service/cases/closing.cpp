// 已解决, 确认, 用户不认可, 关案, 重开: the end of a case rests on the user's word. PRODUCT.md, 3.1 and 7.9.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/cases/closing_summary.hpp"
#include "bot/service/cases/heat_question.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/publication_file.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;

/// What is open keeps the case from ending: the three ways on, each a button.
Done offer_ways_on(Turn& turn, const CaseFile& file, const Refusal& refusal)
{
    const auto* promise = cases::next_promise(file.current);
    const auto id = file.current.id;
    conversation::PrivateCard card;
    card.kind = conversation::CardKind::choice;
    card.lines.push_back(turn.wording().say(turn.reader(), "close.promise_open",
                                            {{"case", written(id)},
                                             {"number", refusal.subject},
                                             {"due", turn.wording().moment(turn.reader(), promise->due)},
                                             {"what", promise->what}}));
    card.buttons = {
        button(turn.wording(), turn.reader(), "button.kept", act(Verb::kept).on(id).promise(promise->number)),
        button(turn.wording(), turn.reader(), "button.reschedule",
               act(Verb::reschedule).on(id).promise(promise->number).asking())};
    turn.reply(turn.entitled(file), card);
    return {};
}

void ask_outcome(Turn& turn, const CaseFile& file)
{
    using enum cases::CloseOutcome;
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::choice;
    card.lines.push_back(turn.wording().masked(turn.reader(), "close.which", {{"case", written(file.current.id)}}));
    for (const auto outcome : {recovered, partly, unrecovered, unreachable, withdrawn})
        card.buttons.push_back(button(turn.wording(), turn.reader(), "outcome." + std::string{name_of(outcome)},
                                      act(Verb::close).on(file.current.id).outcome(outcome)));
    turn.reply(card, file.current.id);
}

void ask_cause(Turn& turn, const CaseFile& file, const Order& order)
{
    const auto id = file.current.id;
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::choice;
    card.lines.push_back(turn.wording().masked(turn.reader(), "close.which_cause", {{"case", written(id)}}));
    auto unexplained = act(Verb::close).on(id).number(1);
    if (order.outcome) unexplained.outcome(*order.outcome);
    card.buttons = {button(turn.wording(), turn.reader(), "button.cause", act(Verb::cause).on(id).asking()),
                    button(turn.wording(), turn.reader(), "button.unexplained", unexplained)};
    turn.reply(card, id);
}

/// The number in 总体给8分: the overall figure that users name on their own.
std::optional<int> figure_in(const Turn& turn, const PrivateText& words)
{
    return turn.knowledge().grammar.figure_of_ten(words);
}

Done close_with(Turn& turn, const Order& order, CaseFile& file)
{
    cases::Close close;
    close.outcome = order.outcome;
    close.unexplained = !order.numbers.empty() || turn.knowledge().grammar.has_flag(order.text, "unexplained");
    close.public_line = order.text;
    if (auto done = turn.work().apply(file, close, order.reason); !done) return done;
    reply_with_summary(turn, file);
    suggest_public_update(turn.work(), file);
    return {};
}

} // namespace

Done resolve(Turn& turn, const Order& order, CaseFile& file)
{
    auto done = turn.work().apply(file, cases::Resolve{order.text}, order.reason);
    if (!done && done.error().reason == Refused::promise_open) return offer_ways_on(turn, file, done.error());
    if (!done) return done;
    const auto id = file.current.id;
    conversation::PrivateCard card;
    card.title = turn.wording().say(
        turn.reader(), "resolve.title",
        {{"case", written(id)}, {"label", label_of(turn.work(), file.current.customer, turn.speaker().language)}});
    card.lines.push_back(turn.wording().say(turn.reader(), "resolve.ask_user"));
    card.copy = turn.wording().say(turn.reader(), "resolve.copy");
    card.buttons = {
        button(turn.wording(), turn.reader(), "button.confirmed", act(Verb::confirmed).on(id).asking(),
               conversation::ButtonStyle::primary),
        button(turn.wording(), turn.reader(), "button.not_accepted", act(Verb::not_accepted).on(id).asking())};
    card.footer = turn.wording().say(turn.reader(), "resolve.footer");
    turn.reply(turn.entitled(file), card);
    return {};
}

Done confirm(Turn& turn, const Order& order, CaseFile& file)
{
    const auto& grammar = turn.knowledge().grammar;
    const bool no_answer = grammar.has_flag(order.text, "no_answer");
    cases::Confirm confirm;
    confirm.basis = no_answer ? cases::Basis::no_answer : cases::Basis::users_words;
    confirm.words = order.text;
    const auto figure = no_answer ? std::nullopt : figure_in(turn, order.text);
    const bool lukewarm = no_answer || (figure && *figure < 6);
    confirm.outcome = lukewarm ? cases::CloseOutcome::partly : cases::CloseOutcome::recovered;
    if (auto done = turn.work().apply(file, confirm, order.reason); !done) return done;
    if (figure) {
        cases::Rate rate;
        rate.source = cases::SurveySource::pasted_words;
        rate.overall = figure;
        if (auto done = turn.work().apply(file, rate, order.reason); !done) return done;
    }
    const auto id = file.current.id;
    conversation::MaskedCard card;
    card.lines.push_back(turn.wording().masked(turn.reader(),
                                               no_answer ? "confirm.without_answer"
                                               : figure  ? "confirm.with_figure"
                                                         : "confirm.words",
                                               {{"case", written(id)}, {"figure", figure.value_or(0)}}));
    if (!no_answer) card.lines.push_back(turn.wording().masked(turn.reader(), "confirm.three_questions"));
    card.buttons = {
        button(turn.wording(), turn.reader(), "outcome.recovered",
               act(Verb::close).on(id).outcome(cases::CloseOutcome::recovered), conversation::ButtonStyle::primary),
        button(turn.wording(), turn.reader(), "outcome.partly",
               act(Verb::close).on(id).outcome(cases::CloseOutcome::partly)),
        button(turn.wording(), turn.reader(), "button.new_cause", act(Verb::cause).on(id).number(1).asking())};
    turn.reply(card, id);
    reply_with_summary(turn, file);
    suggest_public_update(turn.work(), file);
    return {};
}

Done not_accepted(Turn& turn, const Order& order, CaseFile& file)
{
    if (auto done = turn.work().apply(file, cases::RejectResolution{order.text}, order.reason); !done) return done;
    const auto id = file.current.id;
    conversation::MaskedCard back;
    back.lines.push_back(
        turn.wording().masked(turn.reader(), "not_accepted.back",
                              {{"case", written(id)}, {"next", next_clock_of(turn.work(), file, turn.reader())}}));
    add_heat_question(turn, id, back);
    turn.reply(back, id);
    const auto lead = turn.work().person(turn.speaker().lead);
    if (file.current.level != cases::Level::mild && lead) {
        conversation::MaskedCard card;
        card.lines.push_back(turn.wording().masked(conversation::reader_of(*lead, turn.now()), "not_accepted.lead",
                                                   {{"case", written(id)}, {"owner", turn.speaker().name}}));
        to_colleague(turn.work(), lead->id, card, Priority::approval, id);
    }
    return {};
}

Done close_case(Turn& turn, const Order& order, CaseFile& file)
{
    auto done = close_with(turn, order, file);
    if (done) return done;
    switch (done.error().reason) {
    case Refused::promise_open:
        return offer_ways_on(turn, file, done.error());
    case Refused::outcome_missing:
        return ask_outcome(turn, file), Done{};
    case Refused::cause_or_unexplained:
        return ask_cause(turn, file, order), Done{};
    default:
        return done;
    }
}

/// After 90 days the case stays closed: a new one is opened that names it.
Done reopen(Turn& turn, const Order& order, CaseFile& file)
{
    const auto& reason = order.reason.empty() ? order.text : order.reason;
    auto done = turn.work().apply(file, cases::Reopen{reason}, reason);
    const auto id = file.current.id;
    if (!done && done.error().reason == Refused::too_late_to_reopen) {
        turn.say("reopen.too_late", {{"case", written(id)}}, id);
        Order fresh;
        fresh.verb = Verb::open;
        fresh.text = reason;
        return open_case(turn, fresh);
    }
    if (!done) return done;
    turn.say("reopen.done", {{"case", written(id)}, {"next", next_clock_of(turn.work(), file, turn.reader())}}, id);
    return {};
}

} // namespace kintsugi::service
