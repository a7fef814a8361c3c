// 满意度, 回访: what the user says afterwards, with its source. WHY.md, idea 11.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;

/// One figure is the overall one; four are overall and the three questions of justice.
cases::Rate figures(const Order& order, bool users_words)
{
    cases::Rate rate;
    rate.source = users_words ? cases::SurveySource::pasted_words : cases::SurveySource::estimate;
    const auto at = [&](std::size_t i) {
        return i < order.numbers.size() ? std::optional{order.numbers[i]} : std::nullopt;
    };
    rate.overall = at(0);
    rate.fair = at(1);
    rate.respected = at(2);
    rate.clear = at(3);
    return rate;
}

void report_again(Turn& turn, const CaseFile& file)
{
    conversation::MaskedCard card;
    const auto id = file.current.id;
    card.lines.push_back(turn.wording().masked(turn.reader(), "follow_up.again", {{"case", written(id)}}));
    card.buttons = {button(turn.wording(), turn.reader(), "button.reopen", act(Verb::reopen).on(id).asking(),
                           conversation::ButtonStyle::primary)};
    turn.reply(card, id);
}

} // namespace

/// A figure counts as the user's only if the user's words stand with it; a bare one is the KOE's estimate.
Done rate(Turn& turn, const Order& order, CaseFile& file)
{
    const bool users_words = turn.knowledge().grammar.figure_of_ten(order.text).has_value() ||
                             turn.knowledge().grammar.has_flag(order.text, "users_words");
    if (auto done = turn.work().apply(file, figures(order, users_words), order.reason); !done) return done;
    turn.say(users_words ? "rate.users_words" : "rate.estimate",
             {{"case", written(file.current.id)}, {"figure", order.numbers.front()}}, file.current.id);
    return {};
}

Done follow_up(Turn& turn, const Order& order, CaseFile& file)
{
    const auto& grammar = turn.knowledge().grammar;
    cases::ReportFollowUp report;
    report.words = order.text;
    if (grammar.has_flag(order.text, "unreachable")) report.result = cases::FollowUpResult::unreachable;
    if (grammar.has_flag(order.text, "again")) report.result = cases::FollowUpResult::again;
    if (auto done = turn.work().apply(file, report, order.reason); !done) return done;
    if (!order.numbers.empty()) {
        cases::Rate rate;
        rate.source = order.text.empty() ? cases::SurveySource::estimate : cases::SurveySource::pasted_words;
        rate.phase = file.current.follow_ups.size() > 1 ? cases::SurveyPhase::day_30 : cases::SurveyPhase::day_7;
        rate.overall = order.numbers.front();
        if (order.numbers.size() > 1) rate.recommend = order.numbers[1];
        if (auto done = turn.work().apply(file, rate, order.reason); !done) return done;
    }
    if (report.result == cases::FollowUpResult::again) return report_again(turn, file), Done{};
    turn.say(report.result == cases::FollowUpResult::unreachable ? "follow_up.unreachable" : "follow_up.done",
             {{"case", written(file.current.id)}}, file.current.id);
    return {};
}

} // namespace kintsugi::service
