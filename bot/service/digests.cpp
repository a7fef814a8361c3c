#include "bot/service/digests.hpp"

#include "bot/conversation/action.hpp"
#include "bot/conversation/replies/cases.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"

#include <algorithm>
#include <map>

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::MaskedCard;
using conversation::Verb;

constexpr std::size_t most_important = 3;
constexpr std::size_t most_causes = 6;

struct Pressing {
    CaseRow row;
    Instant due;
    std::string what;
};

/// Open cases of a person by what is due next, soonest first.
std::vector<Pressing> pressing(Work& work, const Person& person)
{
    const auto reader = conversation::reader_of(person, work.now());
    std::vector<Pressing> found;
    for (const auto& row : work.stores().cases.open_of(person.id)) {
        const auto* file = work.file(row.id);
        if (file == nullptr) continue;
        const auto clocks = work.clocks(*file);
        auto due = Instant::max();
        for (const auto& clock : clocks)
            if (clock.due) due = std::min(due, *clock.due);
        found.push_back({row, due, conversation::next_clock(work.wording(), reader, clocks)});
    }
    std::ranges::stable_sort(found, {}, &Pressing::due);
    return found;
}

std::string percent(int part, int whole)
{
    return whole == 0 ? "–" : std::to_string(100 * part / whole) + "%";
}

struct Week {
    int opened = 0, touched_in_time = 0, touched = 0; ///< touched: or late without it
    int kept = 0, promised = 0;
    std::map<cases::CloseOutcome, int> closed;
    int second_failures = 0;
    int rated = 0, rating_sum = 0;
};

void count_promises(const cases::Case& current, Week& week)
{
    for (const auto& promise : current.promises) {
        if (promise.purpose == cases::Purpose::ask_again) continue;
        ++week.promised;
        week.kept += promise.state == cases::PromiseState::kept;
    }
}

void count_rating(const cases::Case& current, Week& week)
{
    if (current.second_failure) return; // never part of satisfaction figures (WHY.md, idea 8)
    for (const auto& rating : current.ratings)
        if (rating.figures.overall && rating.figures.source != cases::SurveySource::estimate) {
            ++week.rated;
            week.rating_sum += *rating.figures.overall;
            return;
        }
}

Week count(Work& work, Instant from, Instant to)
{
    Week week;
    for (const auto& row : work.stores().cases.opened_between(from, to)) {
        const auto* file = work.file(row.id);
        if (file == nullptr) continue;
        ++week.opened;
        const auto clocks = work.clocks(*file);
        const auto* touch = cases::find_clock(clocks, cases::ClockKind::first_touch);
        const bool decided = touch != nullptr && (file->current.touched_at || touch->broken);
        week.touched += decided;
        week.touched_in_time += decided && !touch->broken;
        count_promises(file->current, week);
        count_rating(file->current, week);
        if (file->current.outcome && file->current.status == cases::Status::closed)
            ++week.closed[*file->current.outcome];
        week.second_failures += file->current.second_failure;
    }
    return week;
}

std::string outcomes_of(Work& work, Language language, const Week& week)
{
    std::string text;
    for (const auto& [outcome, number] : week.closed)
        text += (text.empty() ? "" : " · ") +
                work.wording().word(language, "outcome." + std::string{name_of(outcome)}) + " " +
                std::to_string(number);
    return text.empty() ? "–" : text;
}

} // namespace

std::optional<MaskedCard> morning_digest(Work& work, const Person& person)
{
    const auto found = pressing(work, person);
    if (found.empty()) return std::nullopt;
    const auto reader = conversation::reader_of(person, work.now());
    const auto shown = std::min(found.size(), most_important);
    MaskedCard card;
    card.kind = conversation::CardKind::digest;
    card.title = work.wording().masked(reader, "digest.morning", {{"count", shown}});
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& [row, due, what] = found[i];
        card.lines.push_back(work.wording().masked(
            reader, "digest.line",
            {{"case", written(row.id)},
             {"label", label_of(work, row.customer, person.language)},
             {"status", work.wording().word(person.language, "status." + std::string{name_of(row.status)})},
             {"what", what}}));
        card.buttons.push_back({written(row.id), act(Verb::show).on(row.id), {}});
    }
    if (found.size() > shown)
        card.footer = work.wording().masked(reader, "digest.rest", {{"count", found.size() - shown}});
    return card;
}

std::optional<MaskedCard> product_digest(Work& work, const Person& person, const AreaId& area)
{
    const auto reader = conversation::reader_of(person, work.now());
    std::vector<causes::Cause> found;
    for (const auto& row : work.stores().causes.rows())
        if (row.area == area && row.state != causes::CauseState::immune && row.state != causes::CauseState::duplicate)
            if (auto cause = read_cause(work, row.id)) found.push_back(std::move(cause->current));
    if (found.empty()) return std::nullopt;
    std::ranges::stable_sort(found, std::greater{}, causes::heat_sum);
    MaskedCard card;
    card.kind = conversation::CardKind::digest;
    const auto* described_area = find_area(work.knowledge().practice, area);
    card.title = work.wording().masked(
        reader, "digest.product",
        {{"area", described_area != nullptr ? described_area->names.at(reader.language) : area.value()}});
    for (const auto& cause : found) {
        if (card.lines.size() == most_causes) break;
        card.lines.push_back(work.wording().masked(
            reader, "digest.cause",
            {{"cause", written(cause.id)},
             {"title", cause.title},
             {"users", causes::distinct_users(cause)},
             {"week", causes::joined_since(cause, work.now() - Days{7})},
             {"state", work.wording().word(reader.language, "cause." + std::string{name_of(cause.state)})}}));
        if (card.buttons.size() < most_important)
            card.buttons.push_back({written(cause.id), act(Verb::show).on(cause.id), {}});
    }
    return card;
}

MaskedCard lead_report(Work& work, const Person& person, Instant from, Instant to)
{
    constexpr int enough_to_judge = 20;
    const auto reader = conversation::reader_of(person, work.now());
    const auto& wording = work.wording();
    const auto week = count(work, from, to);
    MaskedCard card;
    card.kind = conversation::CardKind::digest;
    card.title =
        wording.masked(reader, "report.title", {{"from", wording.day(reader, from)}, {"to", wording.day(reader, to)}});
    card.lines = {wording.masked(reader, "report.opened",
                                 {{"opened", week.opened}, {"in_time", percent(week.touched_in_time, week.touched)}}),
                  wording.masked(reader, "report.promises", {{"kept", week.kept}, {"all", week.promised}}),
                  wording.masked(reader, "report.outcomes", {{"outcomes", outcomes_of(work, reader.language, week)}}),
                  wording.masked(reader, "report.second_failures", {{"count", week.second_failures}})};
    if (week.rated == 0)
        card.lines.push_back(wording.masked(reader, "report.unrated"));
    else
        card.lines.push_back(wording.masked(reader, week.rated < enough_to_judge ? "report.rated_few" : "report.rated",
                                            {{"mean", std::to_string(week.rating_sum / week.rated) + "." +
                                                          std::to_string(week.rating_sum * 10 / week.rated % 10)},
                                             {"n", week.rated}}));
    return card;
}

Done show_digest(Turn& turn, const Order& order)
{
    if (turn.knowledge().grammar.has_flag(order.text, "off") || order.text.reveal() == "on") {
        auto person = turn.speaker();
        person.digest_wanted = order.text.reveal() == "on";
        turn.stores().people.save(person);
        turn.say(person.digest_wanted ? "digest.on" : "digest.off");
        return {};
    }
    for (const auto& area : turn.knowledge().practice.areas)
        if (area.owner == turn.speaker().id)
            if (const auto card = product_digest(turn.work(), turn.speaker(), area.id))
                return turn.reply(*card), Done{};
    if (const auto card = morning_digest(turn.work(), turn.speaker()))
        turn.reply(*card);
    else
        turn.say("mine.none");
    return {};
}

Done show_report(Turn& turn, const Order&)
{
    if (!turn.speaker().roles.has(Role::lead) && !turn.speaker().roles.has(Role::auditor))
        return refuse(Refused::lead_only);
    turn.reply(lead_report(turn.work(), turn.speaker(), turn.now() - Days{7}, turn.now()));
    return {};
}

} // namespace kintsugi::service
