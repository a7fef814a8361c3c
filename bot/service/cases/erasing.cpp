// 删除资料, 法律保全, 绑定: rights over what is kept. PRODUCT.md, 3.1 and 7.14; two people erase.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/which_case.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;

/// An administrator, or a lead where the requester is one; never the requester.
std::optional<Person> second_person(Turn& turn)
{
    const bool requester_is_admin = turn.speaker().roles.has(Role::admin);
    for (const auto& person : turn.stores().people.everyone()) {
        if (person.id == turn.speaker().id) continue;
        if (person.roles.has(Role::admin) || (requester_is_admin && person.roles.has(Role::lead))) return person;
    }
    return std::nullopt;
}

bool requested_by_admin(Turn& turn, const cases::Case& current)
{
    const auto requester =
        current.erasure_requested_by ? turn.work().person(*current.erasure_requested_by) : std::nullopt;
    return requester && requester->roles.has(Role::admin);
}

/// All cases of the user: one key seals them, so that one goes with the others.
std::vector<CaseId> cases_of(Turn& turn, CustomerId customer)
{
    std::vector<CaseId> ids;
    for (const auto& row : turn.stores().cases.of_customer(customer))
        if (row.status != cases::Status::erased) ids.push_back(row.id);
    return ids;
}

/// One legal hold on any of the user's cases keeps them all.
std::optional<Refusal> held_by_law(Turn& turn, CustomerId customer)
{
    for (const auto id : cases_of(turn, customer))
        if (const auto* file = turn.work().file(id); file != nullptr && file->current.legal_hold)
            return Refusal{Refused::under_legal_hold, written(id)};
    return std::nullopt;
}

void tell_of_erasure(Turn& turn, const CaseFile& file)
{
    const auto id = file.current.id;
    turn.say("erase.done", {{"case", written(id)}}, id);
    if (const auto owner = turn.work().person(file.current.owner); owner && owner->id != turn.speaker().id) {
        conversation::MaskedCard card;
        const auto reader = conversation::reader_of(*owner, turn.now());
        card.lines.push_back(turn.wording().masked(reader, "erase.owner", {{"case", written(id)}}));
        card.copy = turn.wording().masked(reader, "erase.receipt", {{"day", turn.wording().day(reader, turn.now())}});
        to_colleague(turn.work(), owner->id, card, Priority::reply, id);
    }
}

/// Everything of this user becomes unreadable; skeleton, counts and chain stay.
Done erase(Turn& turn, CaseFile& asked)
{
    if (auto refusal = held_by_law(turn, asked.current.customer)) return tl::unexpected{std::move(*refusal)};
    const auto requester = asked.current.erasure_requested_by.value_or(PersonId{});
    const cases::Erase order{requested_by_admin(turn, asked.current), requester};
    const auto customer = asked.current.customer;
    for (const auto id : cases_of(turn, customer)) {
        auto* file = turn.work().file(id);
        if (file == nullptr) continue; // its opening was undone
        if (auto done = turn.work().apply(*file, order); !done) return done;
        turn.stores().index.remove(id);
        turn.stores().audit.add({turn.speaker().id, "erase", written(id)}, turn.now());
        tell_of_erasure(turn, *file);
    }
    turn.stores().customers.destroy_key(customer);
    return {};
}

Done request(Turn& turn, const Order& order, CaseFile& file)
{
    if (auto refusal = held_by_law(turn, file.current.customer)) return tl::unexpected{std::move(*refusal)};
    if (auto done = turn.work().apply(file, cases::RequestErasure{order.text}, order.reason); !done) return done;
    const auto second = second_person(turn);
    if (!second) return refuse(Refused::second_person_needed);
    const auto id = file.current.id;
    const auto reader = conversation::reader_of(*second, turn.now());
    conversation::MaskedCard card;
    card.title = turn.wording().masked(reader, "erase.title", {{"case", written(id)}});
    card.lines = {turn.wording().masked(reader, "erase.asked", {{"who", turn.speaker().name}}),
                  turn.wording().masked(reader, "erase.destroys"), turn.wording().masked(reader, "erase.keeps")};
    card.buttons = {button(turn.wording(), reader, "button.erase", act(Verb::forget).on(id).number(1),
                           conversation::ButtonStyle::danger),
                    button(turn.wording(), reader, "button.not_now", act(Verb::show).on(id))};
    to_colleague(turn.work(), second->id, card, Priority::approval, id);
    turn.say("erase.waiting", {{"case", written(id)}, {"second", second->name}}, id);
    return {};
}

} // namespace

/// The second person confirms by number, without having read the case.
Done forget(Turn& turn, const Order& order)
{
    const bool confirms = order.from_button && !order.numbers.empty() && order.refs.of_case;
    if (confirms) {
        auto* file = turn.work().file(*order.refs.of_case);
        if (file == nullptr) return refuse(Refused::cannot_show, written(*order.refs.of_case));
        return erase(turn, *file);
    }
    auto found = which_case(turn, order, MergedCase::stay);
    if (!found) return tl::unexpected{found.error()};
    return *found == nullptr ? Done{} : request(turn, order, **found);
}

/// Legal needs the number only, not the content.
Done legal_hold(Turn& turn, const Order& order)
{
    if (!order.refs.of_case) return refuse(Refused::which_case);
    const auto id = *order.refs.of_case;
    auto* file = turn.work().file(id);
    if (file == nullptr || !turn.speaker().roles.has(Role::legal)) return refuse(Refused::cannot_show, written(id));
    const bool on = order.verb == Verb::legal_hold;
    if (auto done = turn.work().apply(*file, cases::SetLegalHold{on}, order.reason); !done) return done;
    turn.say(on ? "legal_hold.on" : "legal_hold.off", {{"case", written(id)}}, id);
    return {};
}

/// Makes a room of employees the case's room: from now on its content may be shown there.
Done bind_room(Turn& turn, const Order&, CaseFile& file)
{
    const auto& room = turn.place().room;
    if (!room || room->purpose != RoomPurpose::team) return refuse(Refused::room_unknown);
    const bool may = file.current.owner == turn.speaker().id || turn.speaker().roles.has(Role::lead);
    if (!may) return refuse(Refused::owner_only);
    auto bound = *room;
    bound.bound = file.current.id;
    turn.stores().rooms.save(bound);
    turn.stores().audit.add({turn.speaker().id, "bind", written(file.current.id)}, turn.now());
    turn.say("bind.done", {{"case", written(file.current.id)}, {"room", room->name}}, file.current.id);
    return {};
}

} // namespace kintsugi::service
