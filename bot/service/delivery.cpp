#include "bot/service/delivery.hpp"

#include "bot/domain/written.hpp"
#include "bot/service/mail.hpp"
#include "bot/service/sharing/publishing.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

using conversation::Delivery;

constexpr int most_attempts = 30; ///< about four hours with the longest waits
constexpr auto longest_wait = std::chrono::minutes{10};

/// The person who should know that it was not sent: the owner of its case, else a lead; never the one who is
/// unreachable.
std::optional<Person> who_should_know(Work& work, const OutboxItem& item)
{
    const auto reachable = [&](const PersonId& id) {
        const auto where = work.stores().people.direct(id);
        return where && !(where->address == item.to.address);
    };
    if (item.about)
        if (const auto row = work.stores().cases.row(*item.about); row && reachable(row->owner))
            return work.person(row->owner);
    for (const auto& person : work.stores().people.everyone())
        if (person.roles.has(Role::lead) && reachable(person.id)) return person;
    return std::nullopt;
}

void report_not_sent(Work& work, const OutboxItem& item, const std::string& why)
{
    work.stores().audit.add({system_actor, "not_sent", std::to_string(item.id) + " " + why}, work.now());
    if (item.publication) {
        if (auto publication = read_publication(work, *item.publication)) publication_failed(work, *publication);
        return;
    }
    const bool was_report = item.card.kind == conversation::CardKind::note && !item.about;
    const auto person = was_report ? std::nullopt : who_should_know(work, item);
    if (!person) return;
    conversation::MaskedCard card;
    const auto reader = conversation::reader_of(*person, work.now());
    card.lines.push_back(item.about
                             ? work.wording().masked(reader, "talk.not_sent_about", {{"case", written(*item.about)}})
                             : work.wording().masked(reader, "talk.not_sent"));
    to_colleague(work, person->id, card, Priority::approval);
}

void delivered(Work& work, const OutboxItem& item)
{
    work.stores().outbox.sent(item.id, work.now());
    if (!item.publication) return;
    auto publication = read_publication(work, *item.publication);
    if (publication && publication->current.state == sharing::PublicationState::queued)
        publication_delivered(work, *publication);
}

/// Where something is under way already: order holds only if nothing overtakes it, not even what is more urgent.
std::vector<Destination> busy_destinations(Stores& stores, const std::set<std::int64_t>& in_flight)
{
    std::vector<Destination> busy;
    for (const auto id : in_flight)
        if (auto item = stores.outbox.find(id)) busy.push_back(std::move(item->to));
    return busy;
}

} // namespace

Milliseconds back_off(int attempt, std::uint64_t random)
{
    const auto doubled = std::chrono::seconds{1} * (1 << std::clamp(attempt, 0, 10));
    const Milliseconds wait = std::min<Milliseconds>(doubled, longest_wait);
    return wait / 2 +
           Milliseconds{static_cast<std::int64_t>(random % static_cast<std::uint64_t>(wait.count() / 2 + 1))};
}

std::vector<Prepared> prepare_deliveries(Stores& stores, const Knowledge& knowledge, Instant now,
                                         const std::set<std::int64_t>& in_flight, int most)
{
    std::vector<Prepared> prepared;
    const bool on_hold = stores.settings.get("outbound_hold").value_or("") == "on";
    const auto busy = busy_destinations(stores, in_flight);
    for (const auto& item : stores.outbox.due(now, most, on_hold)) {
        if (in_flight.contains(item.id) || std::ranges::find(busy, item.to) != busy.end()) continue;
        const auto platform = knowledge.platforms.find(item.to.connection);
        if (platform == knowledge.platforms.end()) {
            stores.outbox.failed(item.id, "no_such_connection");
            Work work{stores, knowledge, now, system_actor, {}, "delivery"};
            report_not_sent(work, item, "no_such_connection");
            work.finish();
            continue;
        }
        prepared.push_back({item.id, item.to.connection, item.to.address.conversation,
                            platform->second->compose(item.card, item.to.address, std::to_string(item.id), now)});
    }
    return prepared;
}

std::optional<Delivery> complete_delivery(Stores& stores, const Knowledge& knowledge, std::int64_t id,
                                          const conversation::HttpResponse& response, Instant now)
{
    const auto item = stores.outbox.find(id);
    if (!item || item->state != "queued") return std::nullopt;
    const auto verdict = knowledge.platforms.at(item->to.connection)->judge(response);
    Work work{stores, knowledge, now, system_actor, {}, "delivery"};
    const bool hopeless = verdict.delivery == Delivery::later && item->attempts + 1 >= most_attempts;
    if (verdict.delivery == Delivery::sent) {
        delivered(work, *item);
    } else if (verdict.delivery == Delivery::later && !hopeless) {
        stores.outbox.later(id, now + verdict.retry_after.value_or(back_off(item->attempts, knowledge.random())),
                            verdict.why);
    } else {
        stores.outbox.failed(id, verdict.why);
        report_not_sent(work, *item, verdict.why);
    }
    work.finish();
    return hopeless ? Delivery::gone : verdict.delivery;
}

} // namespace kintsugi::service
