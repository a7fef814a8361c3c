// 开案: one pasted message opens a case, with guesses that can all be changed. PRODUCT.md, 7.2.

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"

#include <algorithm>
#include <map>

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::Verb;

/// Code points, two lines on a phone: letters are half as wide as ideographs.
constexpr std::size_t longest_summary = 48;
constexpr std::size_t longest_summary_in_letters = 96;
constexpr auto lately = Days{7};            ///< in which resembling cases are counted
constexpr int most_similar = 20;
constexpr double resembles = 3.0; ///< score of the index from which two lines are about the same thing

/// From the first sentence that complains on, so that the head of a pasted chat is left out.
std::string summary_of(const std::string& masked, const cases::Lexicon& lexicon)
{
    std::string summary;
    for (const auto sentence : text::sentences(masked)) {
        if (summary.empty() && !cases::read_complaint(text::fold(sentence), lexicon).complaint) continue;
        summary += sentence;
        summary += text::has_ideographs(sentence) ? "" : " ";
    }
    const auto most = text::has_ideographs(masked) ? longest_summary : longest_summary_in_letters;
    return text::clip(text::trim(summary.empty() ? masked : summary), most);
}

/// The user, known again by phone, mail or order, or a new one with a random word.
CustomerId customer_of(Turn& turn, const PrivateText& text)
{
    auto& customers = turn.stores().customers;
    const auto identifiers = turn.knowledge().anonymizer.identifiers(text);
    std::optional<CustomerId> known;
    for (const auto& identifier : identifiers)
        if (!known) known = customers.by_identifier(name_of(identifier.kind), identifier.value);
    if (!known) {
        const auto& words = turn.wording().catalogue().list(Language::chinese, "labels.customers");
        const auto word = static_cast<int>(turn.knowledge().random() % words.size());
        known = customers.create(word, turn.knowledge().anonymizer.form_of_address(text), turn.now()).id;
    }
    for (const auto& identifier : identifiers)
        customers.add_identifier(*known, name_of(identifier.kind), identifier.value);
    return *known;
}

bool failed_before(Turn& turn, CustomerId customer)
{
    return std::ranges::any_of(turn.stores().cases.of_customer(customer), [&](const CaseRow& row) {
        return row.closed_at && turn.now() - *row.closed_at <= cases::second_failure_within &&
               row.outcome != cases::CloseOutcome::invalid;
    });
}

conversation::Resemblance resemblance(Work& work, const MaskedText& line, CaseId itself)
{
    conversation::Resemblance found;
    std::map<CauseId, int> votes;
    for (const auto& hit : work.stores().index.similar(line, work.now() - lately, most_similar)) {
        if (hit.id == itself || hit.score < resembles) continue;
        ++found.count;
        if (const auto row = work.stores().cases.row(hit.id); row && row->cause) ++votes[*row->cause];
    }
    ++found.count;
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    if (most == votes.end()) return found;
    found.cause = most->first;
    for (const auto& row : work.stores().causes.rows())
        if (row.id == most->first) found.title = row.title.reveal();
    return found;
}

/// The first person on duty, else a lead: who decides on a hard trigger.
std::optional<Person> commander(Work& work)
{
    const auto people = work.stores().people.everyone();
    for (const auto role : {Role::commander, Role::lead})
        for (const auto& person : people)
            if (person.roles.has(role)) return person;
    return std::nullopt;
}

std::string tell_commander(Turn& turn, const CaseFile& file)
{
    if (!file.current.hard_trigger) return {};
    const auto person = commander(turn.work());
    if (!person || person->id == turn.speaker().id) return {};
    const auto reader = conversation::reader_of(*person, turn.now());
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::reminder;
    card.lines.push_back(turn.wording().masked(
        reader, "intake.commander",
        {{"case", written(file.current.id)},
         {"signals", conversation::words_joined(turn.wording(), reader.language, "signals", file.current.signals)},
         {"koe", turn.speaker().name}}));
    card.buttons = {conversation::button(turn.wording(), reader, "button.show", act(Verb::show).on(file.current.id)),
                    conversation::button(turn.wording(), reader, "button.lower",
                                         act(Verb::level).on(file.current.id).level(cases::Level::medium).asking())};
    to_colleague(turn.work(), person->id, card, Priority::crisis, file.current.id);
    return person->name;
}

/// Another open case of the same user: the person chooses, the new case stands until then.
void offer_merge(Turn& turn, const CaseFile& file)
{
    for (const auto& row : turn.stores().cases.of_customer(file.current.customer)) {
        if (row.id == file.current.id || !cases::is_open(row.status)) continue;
        conversation::MaskedCard card;
        card.kind = conversation::CardKind::choice;
        card.lines.push_back(turn.wording().masked(turn.reader(), "intake.duplicate", {{"case", written(row.id)}}));
        card.buttons = {conversation::button(turn.wording(), turn.reader(), "button.same_thing",
                                             act(Verb::merge).on(file.current.id).and_case(row.id)),
                        conversation::button(turn.wording(), turn.reader(), "button.keep_apart",
                                             act(Verb::show).on(file.current.id))};
        turn.reply(card, file.current.id);
        return;
    }
}

cases::Open opening(Turn& turn, const Order& order, const PrivateText& text, const MaskedText& masked)
{
    cases::Open open;
    open.reading = cases::read_complaint(text::fold(text.reveal()), turn.knowledge().lexicon);
    open.customer = customer_of(turn, text);
    open.owner = turn.speaker().id;
    open.second_failure = failed_before(turn, open.customer);
    open.text = text;
    open.summary = PrivateText{summary_of(masked.reveal(), turn.knowledge().lexicon)};
    open.level = order.level.value_or(cases::level_of(cases::score(open.reading.signals)));
    if (cases::has_hard_trigger(open.reading.signals)) open.level = cases::Level::severe;
    return open;
}

} // namespace

Done open_case(Turn& turn, const Order& order)
{
    auto words = order.text;
    const bool without_content = words.empty();
    if (without_content) words = PrivateText{turn.wording().word(turn.speaker().language, "intake.placeholder")};
    const auto masked = turn.knowledge().anonymizer.mask(words);
    auto* file = turn.work().create_file();
    auto open = opening(turn, order, words, masked.text);
    const auto heat_words = open.reading.heat_words;
    file->current.customer = open.customer; // the key that seals the first event
    if (auto done = turn.work().apply(*file, open); !done) return done;
    conversation::touch(turn.dialog(), file->current.id, turn.now());
    const auto line = masked_words(turn.work(), file->current, file->current.summary);
    if (!without_content) turn.work().index(file->current);

    conversation::IntakeView view;
    view.of = &file->current;
    view.names = names_of(turn.work(), file->current, turn.reader());
    view.clocks = turn.work().clocks(*file);
    view.heat_words = heat_words;
    view.masked = masked.removed;
    view.without_content = without_content;
    if (!without_content) view.similar = resemblance(turn.work(), line, file->current.id);
    view.commander = tell_commander(turn, *file);
    turn.reply(turn.entitled(*file), conversation::intake_receipt(turn.wording(), turn.reader(), view));
    offer_merge(turn, *file);
    return {};
}

} // namespace kintsugi::service
