// 合并, 拆开: a merge is a link; input on the old number follows it, and a split restores both. WHY.md, I1 to I3.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/which_case.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;

constexpr std::size_t most_notes_listed = 5;

/// Two users stay two persons: linking the cause is the better way, merging only links the threads.
void warn_of_two_users(Turn& turn, const CaseFile& file, const CaseFile& target)
{
    const auto language = turn.speaker().language;
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::choice;
    card.lines.push_back(turn.wording().masked(turn.reader(), "merge.two_users",
                                               {{"label", label_of(turn.work(), file.current.customer, language)},
                                                {"other", label_of(turn.work(), target.current.customer, language)}}));
    auto link = act(Verb::cause).on(file.current.id);
    const auto cause = target.current.cause;
    card.buttons.push_back(button(turn.wording(), turn.reader(), "button.link_cause",
                                  cause ? std::string{link.on(*cause)} : std::string{link.asking()},
                                  conversation::ButtonStyle::primary));
    card.buttons.push_back(button(turn.wording(), turn.reader(), "button.merge_anyway",
                                  act(Verb::merge).on(file.current.id).and_case(target.current.id).number(1)));
    turn.reply(card, file.current.id);
}

/// What arrived on the target under the old number since the merge.
std::vector<PrivateText> notes_meant_for(const CaseFile& target, CaseId id)
{
    std::vector<PrivateText> notes;
    for (const auto& recorded : effective<cases::Event>(target.log))
        if (const auto* note = std::get_if<cases::NoteAdded>(&recorded.event); note != nullptr && note->meant_for == id)
            notes.push_back(note->text);
    return notes;
}

} // namespace

Done merge_case(Turn& turn, const Order& order, CaseFile& file)
{
    if (!order.refs.second_case) return refuse(Refused::which_case);
    auto target = seen_case(turn, *order.refs.second_case, MergedCase::follow);
    if (!target) return tl::unexpected{target.error()};
    const auto& into = **target;
    const bool same = into.current.customer == file.current.customer;
    const bool known = !order.numbers.empty();
    const cases::Merge merge{into.current.id, into.current.status, same, known};
    auto done = turn.work().apply(file, merge, order.reason);
    if (!done && done.error().reason == Refused::different_users) return warn_of_two_users(turn, file, into), Done{};
    if (!done) return done;
    turn.say("merge.done", {{"case", written(file.current.id)}, {"into", written(into.current.id)}}, into.current.id);
    return {};
}

Done split_case(Turn& turn, const Order& order, CaseFile& file)
{
    const auto into = file.current.merged_into;
    if (auto done = turn.work().apply(file, cases::Split{}, order.reason); !done) return done;
    const auto id = file.current.id;
    conversation::PrivateCard card;
    card.title =
        turn.wording().say(turn.reader(), "split.done",
                           {{"case", written(id)},
                            {"status", turn.wording().word(turn.speaker().language,
                                                           "status." + std::string{name_of(file.current.status)})}});
    const auto* target = into ? turn.work().file(*into) : nullptr;
    const auto notes = target != nullptr ? notes_meant_for(*target, id) : std::vector<PrivateText>{};
    if (!notes.empty())
        card.lines.push_back(turn.wording().say(turn.reader(), "split.sort", {{"into", written(*into)}}));
    for (std::size_t i = 0; i < std::min(notes.size(), most_notes_listed); ++i)
        card.lines.push_back(turn.wording().say(turn.reader(), "split.note", {{"note", notes[i]}}));
    turn.reply(turn.entitled(file), card);
    return {};
}

} // namespace kintsugi::service
