// 积分, 感谢, 风险: effect is rewarded, volume is not; a heads-up in good faith always counts. WHY.md, idea 10.

#include "bot/domain/causes/credit.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/people/directory.hpp"

namespace kintsugi::service {
namespace {

constexpr std::size_t most_lines = 6;

} // namespace

Done show_credit(Turn& turn, const Order&)
{
    conversation::MaskedCard card;
    int sum = 0;
    for (const auto& row : turn.stores().causes.rows()) {
        const auto cause = read_cause(turn.work(), row.id);
        const auto points = cause ? causes::credit(cause->current, turn.speaker().id) : 0;
        if (points == 0) continue;
        sum += points;
        if (card.lines.size() < most_lines)
            card.lines.push_back(turn.wording().masked(
                turn.reader(), "credit.line",
                {{"cause", written(row.id)},
                 {"title", row.title},
                 {"state", turn.wording().word(turn.speaker().language, "cause." + std::string{name_of(row.state)})},
                 {"points", points}}));
    }
    card.title = turn.wording().masked(turn.reader(), "credit.title", {{"sum", sum}});
    card.footer = turn.wording().masked(turn.reader(), "credit.footer");
    turn.reply(card);
    return {};
}

Done thank(Turn& turn, const Order& order)
{
    auto named = take_name(turn.work(), order.text);
    if (!order.people.empty()) named.person = find_person(turn.work(), order.people.front());
    if (!named.person) return refuse(Refused::person_unknown);
    const auto words = turn.knowledge().anonymizer.mask(named.rest).text;
    conversation::MaskedCard card;
    card.lines.push_back(turn.wording().masked(conversation::reader_of(*named.person, turn.now()),
                                               words.empty() ? "thanks.received" : "thanks.received_words",
                                               {{"from", turn.speaker().name}, {"words", words}}));
    to_colleague(turn.work(), named.person->id, card);
    turn.say("thanks.sent", {{"to", named.person->name}});
    return {};
}

/// Goes to whoever is on duty, else to the leads; without a name where that is wished.
Done report_risk(Turn& turn, const Order& order)
{
    if (order.text.empty()) return refuse(Refused::text_missing);
    const bool anonymous = turn.knowledge().grammar.has_flag(order.text, "anonymous");
    const auto words = turn.knowledge().anonymizer.mask(order.text).text;
    const auto everyone = turn.stores().people.everyone();
    bool heard = false;
    for (const auto role : {Role::commander, Role::lead}) {
        for (const auto& person : everyone) {
            if (heard || !person.roles.has(role) || person.id == turn.speaker().id) continue;
            const auto reader = conversation::reader_of(person, turn.now());
            conversation::MaskedCard card;
            card.kind = conversation::CardKind::reminder;
            card.lines.push_back(turn.wording().masked(
                reader, "risk.heard",
                {{"from", anonymous ? turn.wording().word(reader.language, "risk.someone") : turn.speaker().name},
                 {"words", words}}));
            to_colleague(turn.work(), person.id, card, Priority::crisis);
            heard = true;
        }
        if (heard) break;
    }
    turn.say(heard ? (anonymous ? "risk.passed_on_anonymous" : "risk.passed_on") : "risk.noted");
    if (!anonymous) turn.stores().audit.add({turn.speaker().id, "risk", ""}, turn.now());
    return {};
}

} // namespace kintsugi::service
