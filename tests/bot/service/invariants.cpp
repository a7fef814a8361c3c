#include "tests/bot/service/invariants.hpp"

#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/timed/reminding.hpp"
#include "bot/service/upkeep.hpp"
#include "storage/verify_audit.hpp"

namespace kintsugi::tests {
namespace {

using service::Work;

Work looking(scenes::Stage& stage)
{
    return {stage.stores(), stage.knowledge(), stage.now(), system_actor, {}, "look"};
}

bool on_full_steps(const cases::History& log, Instant origin)
{
    return std::ranges::all_of(log, [&](const Recorded<cases::Event>& recorded) {
        return (recorded.at - origin) % clock_step == Milliseconds{0};
    });
}

/// The same but for what the count in steps does not know.
bool agrees(const cases::CaseClock& clock, const cases::CaseClock& counted)
{
    if (clock.promise) return counted.state == cases::ClockState::running; // the promise takes the interval's place
    return clock.state == counted.state && clock.elapsed == counted.elapsed && clock.broken == counted.broken &&
           clock.due == counted.due && clock.stopped == counted.stopped && clock.started == counted.started;
}

/// Across the ends of lines, which fall anywhere.
bool contains(std::string text, const std::string& words)
{
    std::erase(text, '\n');
    return text.find(words) != std::string::npos;
}

} // namespace

StoreCheck::StoreCheck(scenes::Stage& stage, Instant origin, Days length) : stage_(stage), origin_(origin)
{
    for (const auto& version : stage.stores().settings.policies())
        open_.emplace_back(version.policy.service, origin, length);
}

void StoreCheck::check(Breaches& breaches)
{
    auto& database = stage_.database();
    database.begin();
    const auto rebuilt = service::rebuild(stage_.stores(), stage_.knowledge(), stage_.now(), false, {});
    if (rebuilt.differed != 0) breaches.push_back(std::to_string(rebuilt.differed) + " rows are not what logs make");
    for (const auto& broken : storage::verify_audit(database.connection(), {}).broken)
        breaches.push_back("the chain of " + broken.stream + " " + std::to_string(broken.id) + " is broken");
    for (const auto id : stage_.stores().cases.all())
        check_case(id, breaches);
    check_publications(breaches);
    check_causes(breaches);
    database.commit();
}

void StoreCheck::check_case(CaseId id, Breaches& breaches)
{
    auto work = looking(stage_);
    const auto* file = work.file(id);
    const auto row = stage_.stores().cases.row(id);
    if (file == nullptr || !row) return;
    const auto owner = work.person(file->current.owner);
    if (cases::is_open(row->status) && !(owner && owner->roles.has(Role::koe)))
        breaches.push_back(written(id) + " is open and nobody who may own it does: " + file->current.owner.value());
    std::optional<Instant> next;
    for (const auto& planned : service::planned_reminders(work, *file))
        next = std::min(next.value_or(planned.say_at), planned.say_at);
    if (next && (!row->next_due || *row->next_due > *next))
        breaches.push_back(written(id) + " has a reminder that no timer will find");
    if (file->current.status != cases::Status::erased && on_full_steps(file->log, origin_))
        check_clocks(work, *file, breaches);
}

void StoreCheck::check_clocks(Work& work, const service::CaseFile& file, Breaches& breaches)
{
    const auto counting = effective<cases::Event>(file.log);
    const ClocksBySteps by_steps{counting, work.policies(), open_};
    const auto clocks = work.clocks(file);
    for (const auto& [kind, name] : Names<cases::ClockKind>::all) {
        const auto counted = by_steps.count(kind, stage_.now());
        const auto* clock = cases::find_clock(clocks, kind);
        const bool alike = (clock != nullptr) == counted.has_value() && (clock == nullptr || agrees(*clock, *counted));
        if (!alike) breaches.push_back(written(file.current.id) + ": another count of clock " + std::string{name});
    }
    const auto reader = conversation::reader_of(*work.person(file.current.owner), stage_.now());
    const auto shown = service::view_of(work, file, reader);
    if (shown.clocks != clocks || shown.events != counting)
        breaches.push_back(written(file.current.id) + " is shown with other clocks than it has");
}

void StoreCheck::check_publications(Breaches& breaches)
{
    auto& publications = stage_.stores().publications;
    for (const auto id : publications.all()) {
        const auto log = publications.log(id);
        const auto folded = sharing::fold_publication(id, log);
        if (!folded) continue;
        const auto rows = publications.of_case(folded->of);
        const auto row = std::ranges::find(rows, id, &service::PublicationRow::id);
        const bool same = row != rows.end() && row->audience == folded->audience && row->author == folded->author &&
                          row->state == folded->state && row->delivered_at == folded->delivered_at &&
                          row->version == log.back().number;
        if (!same) breaches.push_back(written(id) + " has a row that its log does not make");
    }
}

void StoreCheck::check_causes(Breaches& breaches)
{
    auto& causes = stage_.stores().causes;
    const auto rows = causes.rows();
    for (const auto id : causes.all()) {
        const auto log = causes.log(id);
        const auto folded = causes::fold_cause(id, log);
        const auto row = std::ranges::find(rows, id, &service::CauseRow::id);
        if (!folded && row == rows.end()) continue;
        const bool same = folded && row != rows.end() && row->area == folded->area && row->state == folded->state &&
                          row->title == folded->title && row->users == causes::distinct_users(*folded) &&
                          row->version == log.back().number;
        if (!same) breaches.push_back(written(id) + " has a row that its log does not make");
    }
}

void check_outbox(scenes::Stage& stage, Breaches& breaches)
{
    auto& database = stage.database();
    database.begin();
    std::set<std::string> reported;
    for (const storage::Row row :
         database.connection().query("SELECT subject FROM audit WHERE what = $1", std::string{"not_sent"})) {
        const auto subject = row.get<std::string>(0);
        reported.insert(subject.substr(0, subject.find(' ')));
    }
    for (const storage::Row row : database.connection().query("SELECT id, state FROM outbox")) {
        const auto id = std::to_string(row.get<std::int64_t>(0));
        const auto state = row.get<std::string>(1);
        if (state == "queued") breaches.push_back("message " + id + " is still waiting");
        if (state == "failed" && !reported.contains(id)) breaches.push_back("message " + id + " failed in silence");
    }
    database.commit();
}

PrivacyCheck::PrivacyCheck(scenes::Stage& stage, std::vector<Secret> secrets)
    : stage_(stage), secrets_(std::move(secrets))
{
    for (const auto& [person, accounts] : stage.config().people) {
        const auto where = "dm:" + person.id.value();
        if (person.roles.has(Role::koe) || person.roles.has(Role::lead)) private_places_.insert(where);
        if (!person.roles.employee()) public_places_.insert(where);
    }
    for (const auto& room : stage.config().rooms)
        if (room.purpose == service::RoomPurpose::community) public_places_.insert(room.conversation);
}

void PrivacyCheck::typed(const std::string& who, const std::string& text)
{
    for (const auto& secret : secrets_)
        if (contains(text, secret.text)) typed_.emplace("dm:" + who, secret.text);
}

void PrivacyCheck::look()
{
    auto work = looking(stage_);
    for (const auto& secret : secrets_) {
        const auto* file = secret.of.empty() ? nullptr : work.file(secret.of);
        if (file == nullptr) continue;
        for (const auto& entry : stage_.config().people)
            if (cases::may_read(entry.person, file->current))
                readers_.emplace("dm:" + entry.person.id.value(), secret.of);
    }
    for (const auto& room : stage_.stores().rooms.all()) {
        if (!room.bound) continue;
        readers_.emplace(room.conversation, *room.bound);
        private_places_.insert(room.conversation);
    }
}

bool PrivacyCheck::may_see(const std::string& where, const Secret& secret) const
{
    if (typed_.contains({where, secret.text})) return true;
    if (secret.for_colleagues) return !public_places_.contains(where);
    return secret.of.empty() ? private_places_.contains(where) : readers_.contains({where, secret.of});
}

void PrivacyCheck::check(const std::vector<Arrived>& arrived, Breaches& breaches)
{
    if (arrived.empty()) return;
    look();
    for (const auto& one : arrived) {
        for (const auto& secret : secrets_)
            if (contains(one.text, secret.text) && !may_see(one.conversation, secret))
                breaches.push_back("\"" + secret.text + "\" reached " + one.conversation);
        check_published(one, breaches);
    }
}

void PrivacyCheck::check_published(const Arrived& arrived, Breaches& breaches)
{
    auto& stores = stage_.stores();
    const auto room = stores.rooms.at(stage_.config().connections.front().id, arrived.conversation);
    if (!room || room->purpose != service::RoomPurpose::community) return;
    const auto item = stores.outbox.find(std::stoll(arrived.key));
    if (!item || !item->publication) {
        constexpr sharing::PublicationState corrected[] = {sharing::PublicationState::corrected};
        if (stores.publications.in_states(corrected).empty())
            breaches.push_back("a community heard what is no publication: " + arrived.text);
        return;
    }
    const auto log = stores.publications.log(*item->publication);
    const auto publication = sharing::fold_publication(*item->publication, log);
    if (!publication) return breaches.push_back("what was undone is public");
    const auto consent = sharing::fold_consent(stores.consents.log(publication->of));
    if (sharing::check_consent(consent, sharing::scope_needed(*publication), publication->free_text_hash,
                               text::fold(publication->text.reveal()), arrived.at))
        breaches.push_back(written(publication->id) + " is public without consent");
}

} // namespace kintsugi::tests
