// 撤销, 恢复: an act is struck as a whole, wherever it left traces; the undo of an undo brings it back.
// PRODUCT.md, 7.13.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/consent_file.hpp"
#include "bot/service/sharing/publication_file.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

constexpr int acts_looked_at = 5;

/// Whether somebody built on the act since: another act that counts, other than a note or a reminder of ours.
template <class Event, class Harmless>
bool built_upon(std::span<const Recorded<Event>> log, ActId act, Harmless harmless)
{
    bool after = false;
    for (const auto& recorded : log) {
        if (recorded.act == act)
            after = true;
        else if (after && recorded.by != system_actor && !harmless(recorded.event))
            return true;
    }
    return false;
}

bool is_note(const cases::Event& event)
{
    return std::holds_alternative<cases::NoteAdded>(event) || std::holds_alternative<cases::EvidenceAdded>(event);
}

template <class Event>
bool nothing_is(const Event&)
{
    return false;
}

/// The key is gone: to strike the event would only pretend that the text came back.
bool destroyed_a_key(const cases::History& log, ActId act)
{
    return std::ranges::any_of(log, [&](const Recorded<cases::Event>& recorded) {
        return recorded.act == act && std::holds_alternative<cases::CaseErased>(recorded.event);
    });
}

Outcome<void> strike_case(Work& work, std::int64_t id, ActId act)
{
    auto* file = work.file_even_undone(CaseId{id});
    if (file == nullptr) return {};
    if (destroyed_a_key(file->log, act)) return refuse(Refused::cannot_unerase, written(CaseId{id}));
    if (built_upon<cases::Event>(file->log, act, is_note))
        return refuse(Refused::later_acts_depend, written(CaseId{id}));
    work.strike(*file, act);
    return {};
}

Outcome<void> strike_publication(Work& work, std::int64_t id, ActId act)
{
    auto file = read_publication(work, PublicationId{id});
    if (!file) return {};
    using enum sharing::PublicationState;
    const auto state = file->current.state;
    if (state == delivered || state == corrected || state == withdrawn)
        return refuse(Refused::cannot_recall, written(PublicationId{id}));
    if (built_upon<sharing::PublicationEvent>(file->log, act, nothing_is<sharing::PublicationEvent>))
        return refuse(Refused::later_acts_depend, written(PublicationId{id}));
    append(work, *file, Struck{act});
    work.stores().outbox.withdraw(PublicationId{id});
    return {};
}

Outcome<void> strike_cause(Work& work, std::int64_t id, ActId act)
{
    auto log = work.stores().causes.log(CauseId{id});
    if (log.empty()) return {};
    if (built_upon<causes::CauseEvent>(log, act, nothing_is<causes::CauseEvent>))
        return refuse(Refused::later_acts_depend, written(CauseId{id}));
    CauseFile file;
    file.current.id = CauseId{id};
    file.log = std::move(log);
    append(work, file, Struck{act});
    return {};
}

/// Something of the case went out, or is about to, on the strength of its consent.
bool is_out(Work& work, CaseId id)
{
    using enum sharing::PublicationState;
    return std::ranges::any_of(work.stores().publications.of_case(id), [](const PublicationRow& row) {
        return row.state == queued || row.state == delivered || row.state == corrected;
    });
}

Outcome<void> strike_consent(Work& work, std::int64_t id, ActId act)
{
    const auto* file = work.file(CaseId{id});
    if (file == nullptr) return {};
    if (is_out(work, CaseId{id})) return refuse(Refused::later_acts_depend, written(CaseId{id}));
    auto log = work.stores().consents.log(CaseId{id});
    const Recorded<sharing::ConsentEvent> strike{static_cast<int>(log.size()) + 1, work.act_on(Stream::consents, id),
                                                 work.now(), work.actor(), Struck{act}};
    work.stores().consents.append(CaseId{id}, std::span{&strike, 1}, file->current.customer);
    log.push_back(strike);
    const auto consent = sharing::fold_consent(log);
    work.stores().consents.save(CaseId{id}, consent.state, sharing::consent_ends(consent));
    return {};
}

Outcome<void> strike(Work& work, const Act& act)
{
    for (const auto& [stream, id] : act.touched) {
        const auto struck = [&]() -> Outcome<void> {
            switch (stream) {
            case Stream::cases:
                return strike_case(work, id, act.id);
            case Stream::consents:
                return strike_consent(work, id, act.id);
            case Stream::publications:
                return strike_publication(work, id, act.id);
            case Stream::causes:
                return strike_cause(work, id, act.id);
            }
            return {};
        }();
        if (!struck) return struck;
    }
    return {};
}

bool touches(const Act& act, Stream stream, std::int64_t id)
{
    return std::ranges::find(act.touched, ActTouched{stream, id}) != act.touched.end();
}

/// The last act that changed something; with a number, the last one on that thing.
std::optional<Act> act_to_undo(Turn& turn, const Order& order)
{
    for (auto& act : turn.stores().acts.last_of(turn.speaker().id, acts_looked_at)) {
        if (order.refs.of_case && !touches(act, Stream::cases, order.refs.of_case->value())) continue;
        if (order.refs.publication && !touches(act, Stream::publications, order.refs.publication->value())) continue;
        return act;
    }
    return std::nullopt;
}

/// Somebody else did it: said by name.
std::optional<Refusal> others_act(Turn& turn, const Order& order)
{
    if (!order.refs.of_case) return std::nullopt;
    const auto* file = turn.work().file(*order.refs.of_case);
    if (file == nullptr || !cases::may_read(turn.speaker(), file->current) || file->log.empty()) return std::nullopt;
    return Refusal{Refused::someone_elses_act, name_of_person(turn.work(), file->log.back().by)};
}

bool is_outward(const Act& act)
{
    const auto verb = named<conversation::Verb>(act.what);
    return verb && conversation::row_of(*verb).outward;
}

Done undo_act(Turn& turn, const Act& act)
{
    const auto allowed = is_outward(act) ? Milliseconds{cases::outward_hold} : Milliseconds{cases::undo_inward_within};
    if (turn.now() - act.at > allowed)
        return is_outward(act) ? refuse(Refused::cannot_recall, "") : refuse(Refused::too_late_to_undo, "", act.at);
    if (auto struck = strike(turn.work(), act); !struck) return struck;
    const bool brings_back = act.what == "undo" || act.what == "redo";
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::undo_receipt;
    const auto verb = named<conversation::Verb>(act.what);
    const auto word = verb ? turn.knowledge().grammar.say(*verb, turn.speaker().language) : act.what;
    card.lines.push_back(
        turn.wording().masked(turn.reader(), brings_back ? "undo.restored" : "undo.done", {{"what", word}}));
    for (const auto& [stream, id] : act.touched) {
        if (stream != Stream::cases) continue;
        const auto* file = turn.work().file(CaseId{id});
        card.lines.push_back(
            file == nullptr
                ? turn.wording().masked(turn.reader(), "undo.gone", {{"case", written(CaseId{id})}})
                : turn.wording().masked(
                      turn.reader(), "undo.stands",
                      {{"case", written(CaseId{id})},
                       {"status", turn.wording().word(turn.speaker().language,
                                                      "status." + std::string{name_of(file->current.status)})},
                       {"next", next_clock_of(turn.work(), *file, turn.reader())}}));
    }
    card.buttons.push_back(
        conversation::button(turn.wording(), turn.reader(), brings_back ? "button.undo" : "button.redo",
                             conversation::act(brings_back ? conversation::Verb::undo : conversation::Verb::redo)));
    turn.reply(card);
    return {};
}

} // namespace

Done undo(Turn& turn, const Order& order)
{
    if (!turn.speaker().roles.employee()) return unfollow(turn, order);
    const auto act = act_to_undo(turn, order);
    if (act) return undo_act(turn, *act);
    if (auto refusal = others_act(turn, order)) return tl::unexpected{std::move(*refusal)};
    return refuse(Refused::nothing_to_undo);
}

/// Only an undo can be taken back by name.
Done redo(Turn& turn, const Order& order)
{
    const auto act = act_to_undo(turn, order);
    if (!act || (act->what != "undo" && act->what != "redo")) return refuse(Refused::nothing_to_undo);
    return undo_act(turn, *act);
}

} // namespace kintsugi::service
