// 🔧 The root cause as the product team sees it. PRODUCT.md, 5 and 7.8.

#include "bot/conversation/action.hpp"
#include "bot/conversation/replies/cases.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/causes/cause_file.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

using causes::CauseState;
using conversation::act;
using conversation::button;
using conversation::Verb;

constexpr std::size_t most_evidence = 3;
constexpr std::size_t longest_evidence = 48; ///< what happened comes first; the less of the rest goes on, the better

/// The hottest first.
std::vector<const causes::JoinedCase*> strongest(const causes::Cause& cause)
{
    std::vector<const causes::JoinedCase*> cases;
    for (const auto& joined : cause.joined)
        cases.push_back(&joined);
    std::ranges::stable_sort(cases, std::greater{}, [](const auto* joined) { return joined->heat; });
    if (cases.size() > most_evidence) cases.resize(most_evidence);
    return cases;
}

void add_state(Work& work, const conversation::Reader& reader, const causes::Cause& cause,
               conversation::MaskedCard& card)
{
    const auto& wording = work.wording();
    const auto word = wording.word(reader.language, "cause." + std::string{name_of(cause.state)});
    if (cause.eta && cause.state == CauseState::planned)
        card.lines.push_back(
            wording.masked(reader, "root.state_eta", {{"state", word}, {"eta", wording.day(reader, *cause.eta)}}));
    else
        card.lines.push_back(wording.masked(reader, "root.state", {{"state", word}}));
    if (!cause.change.empty()) card.lines.push_back(wording.masked(reader, "root.change", {{"change", cause.change}}));
    if (cause.state == CauseState::reported || cause.state == CauseState::recurred)
        card.lines.push_back(
            wording.masked(reader, "root.acknowledge_by",
                           {{"due", wording.full_moment(reader, causes::acknowledge_by(cause, work.policies()))}}));
}

} // namespace

conversation::MaskedCard cause_card(Work& work, const conversation::Reader& reader, const CauseFile& file)
{
    const auto& cause = file.current;
    const auto& wording = work.wording();
    const auto* area = find_area(work.knowledge().practice, cause.area);
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::root_cause;
    card.title = wording.masked(reader, "root.title",
                                {{"cause", written(cause.id)},
                                 {"title", cause.title},
                                 {"area", area != nullptr ? area->names.at(reader.language) : cause.area.value()}});
    card.lines.push_back(wording.masked(reader, "root.numbers",
                                        {{"users", causes::distinct_users(cause)},
                                         {"week", causes::joined_since(cause, work.now() - Days{7})},
                                         {"heat", causes::heat_sum(cause)}}));
    if (!cause.members.empty())
        card.lines.push_back(wording.masked(reader, "root.members", {{"count", cause.members.size()}}));
    for (const auto* joined : strongest(cause))
        card.lines.push_back(
            wording.masked(reader, "root.evidence", {{"line", wording.clipped(joined->evidence, longest_evidence)}}));
    add_state(work, reader, cause, card);
    const auto id = cause.id;
    if (cause.state == CauseState::reported || cause.state == CauseState::recurred)
        card.buttons.push_back(button(wording, reader, "button.acknowledge", act(Verb::acknowledge).on(id),
                                      conversation::ButtonStyle::primary));
    if (!causes::is_shipped(cause) && cause.state != CauseState::declined) {
        card.buttons.push_back(button(wording, reader, "button.schedule", act(Verb::schedule).on(id).asking()));
        card.buttons.push_back(button(wording, reader, "button.decline", act(Verb::decline).on(id).asking()));
        card.buttons.push_back(button(wording, reader, "button.shipped", act(Verb::shipped).on(id).asking()));
    }
    return card;
}

Outcome<void> show_cause(Turn& turn, CauseId id)
{
    const auto file = read_cause(turn.work(), id);
    if (!file) return refuse(Refused::cannot_show, written(id));
    turn.dialog().last_cause = id;
    turn.reply(cause_card(turn.work(), turn.reader(), *file));
    return {};
}

} // namespace kintsugi::service
