#include "bot/service/causes/cause_file.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

using causes::CauseState;

std::string reminded_key(CauseId id)
{
    return "cause_reminded/" + std::to_string(id.value());
}

/// Unacknowledged: when the clock ends, then once in a working day. Observed: when the watch ends.
std::optional<Instant> next_due(Work& work, const causes::Cause& cause)
{
    switch (cause.state) {
    case CauseState::reported:
    case CauseState::recurred: {
        const auto due = causes::acknowledge_by(cause, work.policies());
        const auto reminded = work.stores().settings.get(reminded_key(cause.id));
        if (!reminded || Instant{Milliseconds{std::stoll(*reminded)}} < due) return due;
        const auto& office = cases::policy_at(work.policies(), work.now()).work;
        return after_open_time(office, Instant{Milliseconds{std::stoll(*reminded)}}, working_day(office));
    }
    case CauseState::observing:
        return *cause.shipped_at + causes::observed_for;
    default:
        return std::nullopt;
    }
}

void append_by(Work& work, CauseFile& file, causes::CauseEvent event, const PersonId& by)
{
    const auto id = file.current.id;
    const auto act = work.act_on(Stream::causes, id.value());
    file.log.push_back({static_cast<int>(file.log.size()) + 1, act, work.now(), by, std::move(event)});
    work.stores().causes.append(id, std::span{file.log}.last(1));
    save_cause_row(work, file);
}

/// One line that shows the failure: the first sentence of the summary, without the story around it.
MaskedText evidence_of(Work& work, const cases::Case& current)
{
    const auto sentences = text::sentences(current.summary.reveal());
    const auto first = sentences.empty() ? std::string{} : std::string{sentences.front()};
    return masked_words(work, current, PrivateText{first});
}

/// A case that was opened after the fix went out.
bool recurs(const causes::Cause& cause, const cases::Case& current)
{
    return causes::is_shipped(cause) && current.opened_at > *cause.shipped_at;
}

} // namespace

void save_cause_row(Work& work, CauseFile& file)
{
    const auto id = file.current.id;
    auto folded = causes::fold_cause(id, file.log);
    if (!folded) return work.stores().causes.remove_row(id);
    file.current = std::move(*folded);
    work.stores().causes.save({id, file.current.area, file.current.state, file.current.title,
                               causes::distinct_users(file.current), file.current.reported_at,
                               next_due(work, file.current), file.log.back().number});
}

void cause_reminded(Work& work, CauseFile& file)
{
    work.stores().settings.set(reminded_key(file.current.id), std::to_string(work.now().time_since_epoch().count()));
    save_cause_row(work, file);
}

std::optional<CauseFile> read_cause(Work& work, CauseId id)
{
    auto log = work.stores().causes.log(id);
    auto folded = causes::fold_cause(id, log);
    if (!folded) return std::nullopt;
    return CauseFile{std::move(*folded), std::move(log)};
}

bool exists(Work& work, CauseId id)
{
    return read_cause(work, id).has_value();
}

void append(Work& work, CauseFile& file, causes::CauseEvent event)
{
    append_by(work, file, std::move(event), work.actor());
}

void append_as_system(Work& work, CauseFile& file, causes::CauseEvent event)
{
    append_by(work, file, std::move(event), system_actor);
}

void join_cause(Work& work, CauseId id, const CaseFile& file, std::optional<CauseId> earlier)
{
    const auto& current = file.current;
    if (earlier && *earlier != id)
        if (auto left = read_cause(work, *earlier)) append(work, *left, causes::CaseLeft{current.id});
    auto cause = read_cause(work, id);
    if (!cause) return;
    append(work, *cause,
           causes::CaseJoined{current.id, current.customer, current.owner, current.heat_at_opening, current.level,
                              evidence_of(work, current)});
    if (!recurs(cause->current, current)) return;
    append_as_system(work, *cause, causes::CauseRecurred{current.id});
    tell_product_team(work, *cause);
}

int people_with(Work& work, CauseId id)
{
    const auto cause = read_cause(work, id);
    return cause ? causes::distinct_users(cause->current) + static_cast<int>(cause->current.members.size()) : 0;
}

bool fix_is_shipped(Work& work, const cases::Case& current)
{
    const auto cause = current.cause ? read_cause(work, *current.cause) : std::nullopt;
    return cause && causes::is_shipped(cause->current);
}

void met_by_member(Work& work, CauseId id, const PersonId& member)
{
    auto cause = read_cause(work, id);
    if (!cause || std::ranges::find(cause->current.members, member) != cause->current.members.end()) return;
    append(work, *cause, causes::MemberMetIt{member});
}

void members_heard(Work& work, CauseId id)
{
    auto cause = read_cause(work, id);
    if (cause && !cause->current.members_told) append_as_system(work, *cause, causes::MembersTold{});
}

std::optional<Person> owner_of(Work& work, const AreaId& area)
{
    const auto* found = find_area(work.knowledge().practice, area);
    return found == nullptr ? std::nullopt : work.person(found->owner);
}

void tell_product_team(Work& work, const CauseFile& file)
{
    const auto* area = find_area(work.knowledge().practice, file.current.area);
    if (area == nullptr) return;
    if (const auto owner = work.person(area->owner)) {
        if (const auto where = work.stores().people.direct(owner->id))
            work.dialog(owner->id, *where).last_cause = file.current.id;
        to_colleague(work, owner->id, cause_card(work, conversation::reader_of(*owner, work.now()), file));
    }
    if (const auto room = work.stores().rooms.find(area->room))
        to_team_room(work, *room, cause_card(work, reader_of(work, *room), file));
}

} // namespace kintsugi::service
