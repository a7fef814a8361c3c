// 话术, 检查: words to send, and a look at one's own words before they are sent. PRODUCT.md, 7.3.

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::LintLevel;
using conversation::Verb;

constexpr std::size_t longest_draft = 2000; ///< code points that are looked at

/// The words with {name} filled in: how the user is addressed, or a neutral form.
std::string addressed(Turn& turn, const cases::Case& current, std::string words)
{
    const auto customer = turn.stores().customers.find(current.customer);
    const auto name = customer && !customer->name.empty() ? customer->name.reveal()
                                                          : turn.wording().word(turn.speaker().language, "coach.you");
    constexpr std::string_view slot = "{name}";
    if (const auto at = words.find(slot); at != std::string::npos) words.replace(at, slot.size(), name);
    return words;
}

PrivateText words_to_send(Turn& turn, const cases::Case& current, const conversation::Script& script)
{
    const auto gap = turn.speaker().language == Language::chinese ? "" : " ";
    return PrivateText{addressed(turn, current, script.hear + gap + script.understand + gap + script.together)};
}

std::string_view verdict_key(const conversation::DraftVerdict& verdict)
{
    if (verdict.clean()) return "check.fine";
    switch (verdict.worst) {
    case LintLevel::hint:
        return "check.hints";
    case LintLevel::warn:
        return "check.better";
    case LintLevel::block:
        return "check.blocked";
    }
    return "check.fine";
}

/// Promises of the draft can be recorded with one press; the words wait in the dialog.
void offer_promise(Turn& turn, const conversation::DraftVerdict& verdict, conversation::PrivateCard& card)
{
    const auto recent = conversation::touched_recently(turn.dialog(), turn.now());
    if (verdict.promises.empty() || recent.empty()) return;
    const auto& promise = verdict.promises.front();
    card.lines.push_back(turn.wording().say(
        turn.reader(), "check.promise",
        {{"due", turn.wording().full_moment(turn.reader(), promise.due)}, {"words", promise.sentence}}));
    card.buttons.push_back(button(turn.wording(), turn.reader(), "button.record_promise",
                                  act(Verb::promise).on(recent.front()).when(promise.due),
                                  conversation::ButtonStyle::primary));
    turn.dialog().held = promise.sentence;
}

} // namespace

Done coach(Turn& turn, const Order& order, CaseFile& file)
{
    const auto& current = file.current;
    const auto stage = conversation::coach_stage(current);
    const auto folded = text::fold(current.text.reveal());
    const auto fitting = turn.knowledge().scripts.fitting(turn.speaker().language, stage, folded);
    const auto which = order.numbers.empty() ? 0 : static_cast<std::size_t>(order.numbers.front()) % fitting.size();
    const auto& script = *fitting[which];
    conversation::PrivateCard card;
    card.kind = conversation::CardKind::coach;
    card.title =
        turn.wording().say(turn.reader(), "coach." + std::string{name_of(stage)}, {{"case", written(current.id)}});
    card.copy = words_to_send(turn, current, script);
    card.lines.push_back(turn.wording().say(turn.reader(), "coach.options",
                                            {{"first", script.options.at(0)}, {"second", script.options.at(1)}}));
    card.lines.push_back(
        turn.wording().say(turn.reader(), "coach.avoid", {{"words", text::joined(script.avoid, " · ")}}));
    if (current.second_failure) card.lines.push_back(turn.wording().say(turn.reader(), "intake.second_failure"));
    const auto next = next_clock_of(turn.work(), file, turn.reader());
    if (!next.empty()) card.lines.push_back(turn.wording().say(turn.reader(), "case.next", {{"next", next}}));
    card.buttons = {button(turn.wording(), turn.reader(), "button.another",
                           act(Verb::coach).on(current.id).number(static_cast<int>(which) + 1)),
                    button(turn.wording(), turn.reader(), "button.check", act(Verb::check).on(current.id).asking()),
                    button(turn.wording(), turn.reader(), "button.i_touched", act(Verb::touched).on(current.id),
                           conversation::ButtonStyle::primary)};
    turn.reply(turn.entitled(file), card);
    return {};
}

Done check_draft(Turn& turn, const Order& order)
{
    if (order.text.empty()) {
        conversation::wait_for(turn.dialog(), act(Verb::check), turn.now());
        return turn.say("ask.check"), Done{};
    }
    const PrivateText draft{text::clip(order.text.reveal(), longest_draft)};
    const auto verdict = turn.knowledge().draft_check.check(draft, turn.knowledge().grammar.time_words(), turn.now(),
                                                            turn.speaker().zone);
    conversation::PrivateCard card;
    card.kind = conversation::CardKind::lint_result;
    card.title = turn.wording().say(turn.reader(), verdict_key(verdict), {{"count", verdict.findings.size()}});
    for (const auto& finding : verdict.findings) {
        if (card.lines.size() == conversation::most_lines - 2) break;
        card.lines.push_back(turn.wording().say(
            turn.reader(), "check.finding",
            {{"words", finding.words}, {"why", finding.rule->why}, {"instead", finding.rule->instead}}));
    }
    offer_promise(turn, verdict, card);
    card.buttons.push_back(button(turn.wording(), turn.reader(), "button.check_again", act(Verb::check).asking()));
    turn.reply_to_own_words(card);
    return {};
}

} // namespace kintsugi::service
