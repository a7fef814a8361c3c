#include "bot/service/work.hpp"

#include "bot/service/timed/reminding.hpp"

#include <algorithm>

namespace kintsugi::service {

CaseRow row_of(const CaseFile& file, std::optional<Instant> next_due)
{
    const auto& c = file.current;
    return {c.id,        c.status,
            c.level,     c.owner,
            c.customer,  c.cause,
            c.heat,      c.second_failure,
            c.opened_at, c.touched_at,
            c.closed_at, c.outcome,
            next_due,    file.log.empty() ? 0 : file.log.back().number};
}

Work::Work(Stores& stores, const Knowledge& knowledge, Instant now, PersonId actor, Roles roles, std::string what)
    : stores_(stores), knowledge_(knowledge), now_(now), actor_(std::move(actor)), roles_(roles), what_(std::move(what))
{
}

CaseFile* Work::file(CaseId id)
{
    auto* file = file_even_undone(id);
    return file == nullptr || file->gone ? nullptr : file;
}

CaseFile* Work::file_even_undone(CaseId id)
{
    if (const auto open = files_.find(id); open != files_.end()) return open->second.get();
    auto log = stores_.cases.log(id);
    if (log.empty()) return nullptr;
    auto folded = cases::fold(id, log);
    auto& file = files_[id];
    file = std::make_unique<CaseFile>();
    file->gone = !folded;
    if (folded) file->current = std::move(*folded);
    file->current.id = id;
    file->log = std::move(log);
    return file.get();
}

CaseFile* Work::create_file()
{
    const auto id = stores_.cases.create();
    auto& file = files_[id];
    file = std::make_unique<CaseFile>();
    file->current.id = id;
    return file.get();
}

ActId Work::act_on(Stream stream, std::int64_t id)
{
    if (!act_) act_ = stores_.acts.begin(actor_, now_, what_);
    stores_.acts.touched(*act_, {stream, id});
    return *act_;
}

void Work::name_act(conversation::Verb verb)
{
    what_ = name_of(verb);
    act_.reset();
}

CustomerId Work::customer() const
{
    for (const auto& [id, file] : files_)
        if (!file->current.customer.empty()) return file->current.customer;
    return {};
}

Outcome<void> Work::apply(CaseFile& file, const cases::Command& command, const PrivateText& reason)
{
    return apply_as(file, command, {now_, actor_, roles_, reason, &cases::policy_at(policies(), now_)});
}

Outcome<void> Work::apply_as_system(CaseFile& file, const cases::Command& command)
{
    return apply_as(file, command, {now_, system_actor, {}, {}, &cases::policy_at(policies(), now_)});
}

Outcome<void> Work::apply_as(CaseFile& file, const cases::Command& command, const cases::Context& context)
{
    auto events = cases::decide(file.current, command, context);
    if (!events) return tl::unexpected{std::move(events.error())};
    const auto act = act_on(Stream::cases, file.current.id.value());
    const auto first = file.log.size();
    for (auto& event : *events) {
        file.log.push_back({static_cast<int>(file.log.size()) + 1, act, now_, context.actor, std::move(event)});
        file.current = cases::evolve(std::move(file.current), file.log.back());
    }
    stores_.cases.append(file.current.id, std::span{file.log}.subspan(first), file.current.customer);
    file.changed = true;
    return {};
}

void Work::strike(CaseFile& file, ActId act)
{
    const auto striking = act_on(Stream::cases, file.current.id.value());
    file.log.push_back({static_cast<int>(file.log.size()) + 1, striking, now_, actor_, Struck{act}});
    stores_.cases.append(file.current.id, std::span{file.log}.last(1), file.current.customer);
    auto folded = cases::fold(file.current.id, file.log);
    const bool was_gone = std::exchange(file.gone, !folded);
    if (folded) file.current = std::move(*folded);
    if (was_gone && !file.gone) index(file.current);
    file.changed = true;
}

void Work::index(const cases::Case& current)
{
    sharing::KnownValues known;
    const auto customer = stores_.customers.find(current.customer);
    if (customer && !customer->name.empty()) known.names.push_back(customer->name);
    stores_.index.put(current.id, knowledge_.anonymizer.mask(current.summary, known).text, current.opened_at);
}

const cases::PolicyHistory& Work::policies()
{
    if (!policies_) policies_ = stores_.settings.policies();
    return *policies_;
}

std::vector<cases::CaseClock> Work::clocks(const CaseFile& file)
{
    const auto counting = effective<cases::Event>(file.log);
    return cases::clocks(counting, policies(), now_);
}

conversation::Dialog& Work::dialog(const PersonId& person, const Destination& where)
{
    const auto key = person.value() + "\n" + where.connection.value() + "\n" + where.address.conversation;
    auto open = dialogs_.find(key);
    if (open == dialogs_.end()) {
        auto loaded = stores_.dialogs.load(person, where);
        open = dialogs_.emplace(key, OpenDialog{loaded, loaded, person, where}).first;
    }
    return open->second.now;
}

std::optional<Instant> Work::next_due(const CaseFile& file)
{
    const auto planned = planned_reminders(*this, file);
    const auto first = std::ranges::min_element(planned, {}, &PlannedReminder::say_at);
    return first == planned.end() ? std::nullopt : std::optional{first->say_at};
}

void Work::save(CaseFile& file)
{
    if (file.gone) {
        stores_.cases.remove_row(file.current.id);
        stores_.index.remove(file.current.id);
        return;
    }
    stores_.cases.save(row_of(file, next_due(file)));
}

void Work::finish()
{
    for (auto& [id, file] : files_)
        if (std::exchange(file->changed, false)) save(*file);
    for (auto& [key, open] : dialogs_)
        if (!(open.now == open.before)) {
            stores_.dialogs.save(open.person, open.where, open.now);
            open.before = open.now;
        }
}

} // namespace kintsugi::service
