// Reminders, late clocks, dates on which we ask again, the follow-up: one batched card per person.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/cases/help_requests.hpp"
#include "bot/service/timed/reminding.hpp"
#include "bot/service/timed/tick.hpp"

#include <algorithm>
#include <map>

namespace kintsugi::service {
namespace {

using cases::Reminder;
using cases::Stage;
using conversation::act;
using conversation::Verb;

/// One line for one person, with the case that it is about.
struct Nudge {
    CaseId of;
    cases::DueReminder reminder;
};

/// The latest stage of each run that may be said now, per receiver.
std::vector<PlannedReminder> to_say_now(Work& work, const CaseFile& file)
{
    std::vector<PlannedReminder> now;
    for (const auto& planned : planned_reminders(work, file)) {
        if (planned.say_at > work.now()) continue;
        const auto same = std::ranges::find_if(now, [&](const PlannedReminder& other) {
            return other.reminder.what == planned.reminder.what && other.reminder.number == planned.reminder.number;
        });
        if (same == now.end())
            now.push_back(planned);
        else if (planned.reminder.stage > same->reminder.stage)
            *same = planned;
    }
    return now;
}

std::string_view manner(Stage stage)
{
    switch (stage) {
    case Stage::half:
    case Stage::most:
        return "_ahead";
    case Stage::due:
        return "_due";
    case Stage::deputy:
    case Stage::lead:
        return "_up";
    }
    return "_due";
}

/// When the thing was or is due: for warnings ahead the deadline, not the moment of the warning.
Instant deadline(Work& work, const CaseFile& file, const cases::DueReminder& reminder)
{
    if (reminder.what == Reminder::promise)
        if (const auto* promise = cases::find_promise(file.current, reminder.number)) return promise->due;
    for (const auto& clock : work.clocks(file))
        if (name_of(clock.kind) == name_of(reminder.what) && clock.due) return *clock.due;
    return reminder.at;
}

PrivateText subject(const cases::Case& current, const cases::DueReminder& reminder)
{
    if (reminder.what == Reminder::promise)
        if (const auto* promise = cases::find_promise(current, reminder.number)) return promise->what;
    if (reminder.what == Reminder::task)
        if (const auto* task = cases::find_task(current, reminder.number)) return task->what;
    if (reminder.what == Reminder::ask_again && current.waiting) return current.waiting->asked;
    return {};
}

std::string numbered(const cases::DueReminder& reminder)
{
    if (reminder.what == Reminder::promise) return written_promise(reminder.number);
    if (reminder.what == Reminder::task) return written_task(reminder.number);
    return std::to_string(reminder.number);
}

PrivateText line_for(Work& work, const conversation::Reader& reader, const CaseFile& file,
                     const cases::DueReminder& reminder, const PrivateText& what)
{
    const auto key = "remind." + std::string{name_of(reminder.what)} + std::string{manner(reminder.stage)};
    return work.wording().say(reader, key,
                              {{"case", written(file.current.id)},
                               {"label", label_of(work, file.current.customer, reader.language)},
                               {"owner", name_of_person(work, file.current.owner)},
                               {"due", work.wording().moment(reader, deadline(work, file, reminder))},
                               {"number", numbered(reminder)},
                               {"what", what}});
}

/// The one next step for the thing that is most pressing.
std::vector<conversation::Button> buttons_for(Work& work, const conversation::Reader& reader, const Nudge& nudge)
{
    const auto id = nudge.of;
    const auto one = [&](std::string_view key, std::string action) {
        return conversation::button(work.wording(), reader, key, std::move(action), conversation::ButtonStyle::primary);
    };
    std::vector<conversation::Button> buttons;
    if (nudge.reminder.stage >= Stage::deputy) return {one("button.show", act(Verb::show).on(id))};
    switch (nudge.reminder.what) {
    case Reminder::first_touch:
        buttons.push_back(one("button.coach", act(Verb::coach).on(id)));
        break;
    case Reminder::plan:
        buttons.push_back(one("button.plan", act(Verb::plan).on(id).asking()));
        break;
    case Reminder::promise:
        buttons.push_back(one("button.kept", act(Verb::kept).on(id).promise(nudge.reminder.number)));
        buttons.push_back(conversation::button(work.wording(), reader, "button.reschedule",
                                               act(Verb::reschedule).on(id).promise(nudge.reminder.number).asking()));
        break;
    case Reminder::task:
        buttons.push_back(one("button.done", act(Verb::done).on(id).task(nudge.reminder.number)));
        break;
    case Reminder::confirm:
        buttons.push_back(one("button.confirmed", act(Verb::confirmed).on(id).asking()));
        break;
    case Reminder::ask_satisfaction:
        buttons.push_back(one("button.rate", act(Verb::rate).on(id).asking()));
        break;
    case Reminder::follow_up:
        buttons.push_back(one("button.follow_up", act(Verb::follow_up).on(id).asking()));
        break;
    default:
        buttons.push_back(one("button.show", act(Verb::show).on(id)));
        break;
    }
    buttons.push_back(conversation::button(work.wording(), reader, "button.snooze", act(Verb::snooze)));
    return buttons;
}

/// 回访 comes with words to say; other reminders are a line.
void add_words(Work& work, const conversation::Reader& reader, const CaseFile& file, const Nudge& nudge,
               conversation::PrivateCard& card)
{
    if (nudge.reminder.what != Reminder::follow_up) return;
    const auto customer = work.stores().customers.find(file.current.customer);
    const bool named = customer && !customer->name.empty();
    card.kind = conversation::CardKind::follow_up;
    card.copy = work.wording().say(reader, named ? "follow_up.words_named" : "follow_up.words",
                                   {{"name", named ? customer->name : PrivateText{}}});
    card.lines.push_back(work.wording().say(reader, "follow_up.advocacy"));
}

/// Who may read the case gets the words; an assignee from elsewhere gets them masked.
void send(Work& work, const Person& person, const std::vector<Nudge>& nudges)
{
    const auto reader = conversation::reader_of(person, work.now());
    const auto* first = work.file(nudges.front().of);
    const auto entitlement = first == nullptr ? std::nullopt : cases::may_read(person, first->current);
    conversation::PrivateCard card;
    conversation::MaskedCard masked;
    card.kind = masked.kind = conversation::CardKind::reminder;
    for (const auto& nudge : nudges) {
        const auto* file = work.file(nudge.of);
        if (file == nullptr || card.lines.size() == conversation::most_lines) continue;
        const auto what = subject(file->current, nudge.reminder);
        const bool readable = cases::may_read(person, file->current).has_value();
        const PrivateText shown = readable ? what : PrivateText{masked_words(work, file->current, what)};
        card.lines.push_back(line_for(work, reader, *file, nudge.reminder, shown));
        masked.lines.push_back(masked_words(work, file->current, card.lines.back()));
    }
    card.buttons = masked.buttons = buttons_for(work, reader, nudges.front());
    if (const auto where = work.stores().people.direct(person.id))
        conversation::touch(work.dialog(person.id, *where), nudges.front().of, work.now());
    if (!entitlement) return to_colleague(work, person.id, masked, Priority::reply, nudges.front().of);
    add_words(work, reader, *first, nudges.front(), card);
    const bool severe = first->current.level == cases::Level::severe;
    to_reader(work, *entitlement, card, severe ? Priority::crisis : Priority::reply);
}

/// What a date does to the case itself.
void act_on_date(Work& work, CaseFile& file, const cases::DueReminder& reminder)
{
    if (reminder.what == Reminder::ask_again) {
        if (!work.apply_as_system(file, cases::AskAgain{})) throw std::logic_error{"asking again is always allowed"};
    }
    if (reminder.what != Reminder::help_unanswered) return;
    const auto* request = cases::find_help(file.current, reminder.number);
    if (request == nullptr || request->then.empty()) return;
    if (!work.apply_as_system(file, cases::PassHelpOn{reminder.number})) return;
    send_request(work, file, *cases::find_help(file.current, reminder.number),
                 name_of_person(work, file.current.owner));
}

bool within_budget(Work& work, const Person& person, const Nudge& nudge)
{
    if (nudge.reminder.stage >= Stage::due) return true; // what is late always goes out
    const auto midnight = person.zone.instant(person.zone.local(work.now()).date, TimeOfDay{0});
    return work.stores().reminders.sent_to_since(person.id, midnight) < work.knowledge().practice.reminders_a_day;
}

} // namespace

int remind_of_cases(Stores& stores, const Knowledge& knowledge, Instant now, int most)
{
    const auto ids = stores.cases.due(now, most);
    if (ids.empty()) return 0;
    Work work{stores, knowledge, now, system_actor, {}, "timer"};
    std::map<PersonId, std::vector<Nudge>> nudges;
    for (const auto id : ids) {
        auto* file = work.file(id);
        if (file == nullptr) continue;
        for (const auto& planned : to_say_now(work, *file)) {
            stores.reminders.record(id, planned.reminder, now);
            nudges[planned.to].push_back({id, planned.reminder});
        }
        file->changed = true; // its next date moved on
    }
    for (auto& [to, list] : nudges) {
        const auto person = work.person(to);
        std::ranges::stable_sort(list, std::greater{}, [](const Nudge& nudge) { return nudge.reminder.stage; });
        std::erase_if(list, [&](const Nudge& nudge) { return !within_budget(work, *person, nudge); });
        if (list.empty()) continue;
        send(work, *person, list);
        stores.reminders.count(to, now);
    }
    for (const auto& [to, list] : nudges)
        for (const auto& nudge : list)
            if (auto* file = work.file(nudge.of)) act_on_date(work, *file, nudge.reminder);
    work.finish();
    return static_cast<int>(ids.size());
}

} // namespace kintsugi::service
