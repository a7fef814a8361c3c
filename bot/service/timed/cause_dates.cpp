// Causes that nobody acknowledged, and those whose watch is over.

#include "bot/domain/written.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/timed/tick.hpp"

namespace kintsugi::service {
namespace {

using causes::CauseState;

std::optional<Person> any_lead(Work& work)
{
    for (const auto& person : work.stores().people.everyone())
        if (person.roles.has(Role::lead)) return person;
    return std::nullopt;
}

void tell(Work& work, const Person& person, const CauseFile& cause, std::string_view key)
{
    conversation::MaskedCard card = cause_card(work, conversation::reader_of(person, work.now()), cause);
    card.lines.insert(card.lines.begin(), work.wording().masked(conversation::reader_of(person, work.now()), key,
                                                                {{"cause", written(cause.current.id)}}));
    to_colleague(work, person.id, card, Priority::approval);
}

/// First the owner of the area again, and the lead with them.
void remind(Work& work, CauseFile& cause)
{
    if (const auto owner = owner_of(work, cause.current.area)) tell(work, *owner, cause, "root.unacknowledged");
    if (const auto lead = any_lead(work)) tell(work, *lead, cause, "root.unacknowledged_lead");
    cause_reminded(work, cause);
}

void end_watch(Work& work, CauseFile& cause)
{
    if (causes::may_settle(cause.current, work.now())) return append_as_system(work, cause, causes::CauseStayedQuiet{});
    if (const auto lead = any_lead(work)) tell(work, *lead, cause, "root.still_owed");
    auto row = CauseRow{cause.current.id,
                        cause.current.area,
                        cause.current.state,
                        cause.current.title,
                        causes::distinct_users(cause.current),
                        cause.current.reported_at,
                        work.now() + Days{1},
                        cause.log.back().number};
    work.stores().causes.save(row);
}

} // namespace

int watch_causes(Stores& stores, const Knowledge& knowledge, Instant now, int most)
{
    const auto ids = stores.causes.due(now, most);
    for (const auto id : ids) {
        Work work{stores, knowledge, now, system_actor, {}, "timer"};
        auto cause = read_cause(work, id);
        if (!cause) continue;
        if (cause->current.state == CauseState::observing)
            end_watch(work, *cause);
        else
            remind(work, *cause);
        work.finish();
    }
    return static_cast<int>(ids.size());
}

} // namespace kintsugi::service
