// 转给, 接手, 不接: until the receiver accepts, the case stays where it is. PRODUCT.md, 7.4.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/cases/help_requests.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/people/directory.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;

int open_promises(const cases::Case& current)
{
    int count = 0;
    for (const auto& promise : current.promises)
        count += promise.state == cases::PromiseState::open;
    return count;
}

void send_offer(Turn& turn, const CaseFile& file, const Person& receiver)
{
    const auto reader = conversation::reader_of(receiver, turn.now());
    const auto entitlement = cases::may_read(receiver, file.current);
    auto view = view_of(turn.work(), file, reader);
    view.events.clear();
    auto card = conversation::case_card(turn.wording(), reader, view);
    const auto id = file.current.id;
    card.kind = conversation::CardKind::handover;
    card.title = turn.wording().say(reader, "handover.title", {{"case", written(id)}, {"from", turn.speaker().name}});
    const auto& reason = file.current.handover->reason;
    if (!reason.empty()) card.lines.push_back(turn.wording().say(reader, "handover.reason", {{"reason", reason}}));
    card.lines.push_back(turn.wording().say(reader, "handover.promises", {{"count", open_promises(file.current)}}));
    card.buttons = {
        button(turn.wording(), reader, "button.accept", act(Verb::take).on(id), conversation::ButtonStyle::primary),
        button(turn.wording(), reader, "button.not_take", act(Verb::decline_handover).on(id).asking())};
    to_reader(turn.work(), *entitlement, card);
}

/// 他知道全部经过，您不用重讲: words that the owner may send to the user.
PrivateText introduction(Turn& turn, const CaseFile& file, const Person& receiver)
{
    const auto customer = turn.stores().customers.find(file.current.customer);
    const bool named = customer && !customer->name.empty();
    return turn.wording().say(turn.reader(), named ? "handover.introduction_named" : "handover.introduction",
                              {{"name", named ? customer->name : PrivateText{}}, {"receiver", receiver.name}});
}

Done accept(Turn& turn, CaseFile& file)
{
    const auto earlier = file.current.owner;
    if (auto done = turn.work().apply(file, cases::AcceptHandover{}); !done) return done;
    const auto id = file.current.id;
    conversation::touch(turn.dialog(), id, turn.now());
    turn.say("handover.accepted",
             {{"case", written(id)},
              {"count", open_promises(file.current)},
              {"next", next_clock_of(turn.work(), file, turn.reader())}},
             id);
    if (const auto person = turn.work().person(earlier)) {
        conversation::MaskedCard card;
        card.lines.push_back(turn.wording().masked(conversation::reader_of(*person, turn.now()), "handover.taken",
                                                   {{"case", written(id)}, {"owner", turn.speaker().name}}));
        to_colleague(turn.work(), earlier, card, Priority::reply, id);
    }
    return {};
}

} // namespace

Done hand_over(Turn& turn, const Order& order, CaseFile& file)
{
    auto named = take_name(turn.work(), order.text);
    if (!order.people.empty()) named.person = find_person(turn.work(), order.people.front());
    if (!named.person || !named.person->roles.has(Role::koe)) return refuse(Refused::person_unknown);
    const auto& reason = order.reason.empty() ? named.rest : order.reason;
    if (auto done = turn.work().apply(file, cases::HandOver{named.person->id, reason}); !done) return done;
    send_offer(turn, file, *named.person);
    conversation::PrivateCard card;
    card.lines = {turn.wording().say(turn.reader(), "handover.asked",
                                     {{"case", written(file.current.id)}, {"receiver", named.person->name}}),
                  turn.wording().say(turn.reader(), "handover.introduction_offer")};
    card.copy = introduction(turn, file, *named.person);
    turn.reply(turn.entitled(file), card);
    return {};
}

/// 接手, 我来, 认领: a case that was offered, a request for help, or a cause.
Done take(Turn& turn, const Order& order)
{
    if (order.refs.cause) return acknowledge(turn, order);
    std::vector<CaseId> candidates;
    if (order.refs.of_case)
        candidates = {*order.refs.of_case};
    else if (turn.quoted())
        candidates = {*turn.quoted()};
    else
        candidates = conversation::touched_recently(turn.dialog(), turn.now());
    for (const auto id : candidates) {
        auto* file = turn.work().file(id);
        if (file == nullptr) continue;
        if (file->current.handover && file->current.handover->to == turn.speaker().id) return accept(turn, *file);
        if (const auto request = open_request(turn.work(), turn.speaker().id, id)) return take_request(turn, *request);
    }
    if (!order.refs.of_case && turn.speaker().roles.has(Role::product_owner)) return acknowledge(turn, order);
    if (order.refs.of_case) return refuse(Refused::receiver_only, written(*order.refs.of_case));
    return refuse(Refused::nothing_planned);
}

Done decline_handover(Turn& turn, const Order& order)
{
    std::vector<CaseId> candidates = conversation::touched_recently(turn.dialog(), turn.now());
    if (const auto named = order.refs.of_case ? order.refs.of_case : turn.quoted()) candidates = {*named};
    for (const auto id : candidates) {
        auto* file = turn.work().file(id);
        if (file == nullptr) continue;
        if (const auto request = open_request(turn.work(), turn.speaker().id, id))
            return pass_request_on(turn, *request);
        if (!file->current.handover || file->current.handover->to != turn.speaker().id) continue;
        const auto& reason = order.reason.empty() ? order.text : order.reason;
        if (auto done = turn.work().apply(*file, cases::DeclineHandover{reason}); !done) return done;
        const auto owner = file->current.owner;
        if (const auto person = turn.work().person(owner)) {
            conversation::MaskedCard card;
            card.lines.push_back(turn.wording().masked(conversation::reader_of(*person, turn.now()),
                                                       "handover.declined",
                                                       {{"case", written(id)},
                                                        {"receiver", turn.speaker().name},
                                                        {"reason", masked_words(turn.work(), file->current, reason)}}));
            to_colleague(turn.work(), owner, card, Priority::reply, id);
        }
        turn.say("handover.you_declined", {{"case", written(id)}, {"owner", name_of_person(turn.work(), owner)}}, id);
        return {};
    }
    return refuse(Refused::nothing_planned);
}

} // namespace kintsugi::service
