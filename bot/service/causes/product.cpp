// 认领, 排期, 修复中, 上线, 不修, 申诉: what a product team says of a cause, and who hears it. PRODUCT.md, 3.4 and 7.8.

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/causes/loop_back.hpp"
#include "bot/service/handlers.hpp"

#include <set>

namespace kintsugi::service {
namespace {

using causes::CauseVerb;
using conversation::act;
using conversation::button;
using conversation::Verb;

/// The cause that is meant: by number, or the last one spoken of here.
Outcome<CauseFile> which_cause(Turn& turn, const Order& order)
{
    const auto id = order.refs.cause ? order.refs.cause : turn.dialog().last_cause;
    if (!id) return refuse(Refused::no_such_number, "R-…");
    auto file = read_cause(turn.work(), *id);
    if (!file) return refuse(Refused::no_such_number, written(*id));
    turn.dialog().last_cause = *id;
    return std::move(*file);
}

causes::CauseActor actor(Turn& turn, const CauseFile& file)
{
    const auto* area = find_area(turn.knowledge().practice, file.current.area);
    const bool of_area = area != nullptr && (area->owner == turn.speaker().id || area->backup == turn.speaker().id);
    return {turn.speaker().id, turn.speaker().roles, of_area};
}

Outcome<void> perform(Turn& turn, CauseFile& file, const causes::CauseOrder& order)
{
    auto event = causes::decide(file.current, order, actor(turn, file), turn.now());
    if (!event) return tl::unexpected{event.error()};
    append(turn.work(), file, std::move(*event));
    return {};
}

MaskedText masked(Turn& turn, const PrivateText& words)
{
    return turn.knowledge().anonymizer.mask(words).text;
}

/// Every KOE with a case under the cause hears what they may tell the user, once.
void tell_koes(Turn& turn, const CauseFile& file, std::string_view key)
{
    std::set<PersonId> told{turn.speaker().id};
    for (const auto& joined : file.current.joined) {
        const auto row = turn.stores().cases.row(joined.of);
        const auto person = row ? turn.work().person(row->owner) : std::nullopt;
        if (!person || !told.insert(person->id).second) continue;
        const auto reader = conversation::reader_of(*person, turn.now());
        const auto& cause = file.current;
        conversation::MaskedCard card;
        card.lines.push_back(
            turn.wording().masked(reader, key,
                                  {{"cause", written(cause.id)},
                                   {"title", cause.title},
                                   {"eta", cause.eta ? turn.wording().day(reader, *cause.eta) : std::string{}},
                                   {"reason", cause.decline_reason},
                                   {"alternative", cause.alternative}}));
        to_colleague(turn.work(), person->id, card);
    }
}

/// Reason and what a user can do now, in two sentences: "…;现在可以…".
struct DeclineWords {
    PrivateText reason;
    PrivateText alternative;
};

DeclineWords split_decline(const PrivateText& text)
{
    const auto& words = text.reveal();
    for (const std::string_view separator : {";", "；", "\n", "。", ". "}) {
        const auto at = words.find(separator);
        if (at == std::string::npos || at + separator.size() >= words.size()) continue;
        return {PrivateText{std::string{text::trim(words.substr(0, at))}},
                PrivateText{std::string{text::trim(words.substr(at + separator.size()))}}};
    }
    return {text, PrivateText{}};
}

} // namespace

Done acknowledge(Turn& turn, const Order& order)
{
    if (order.when) return plan_fix(turn, order); // 认领，周四修 says both
    auto file = which_cause(turn, order);
    if (!file) return tl::unexpected{file.error()};
    if (auto done = perform(turn, *file, {CauseVerb::acknowledge}); !done) return done;
    turn.say("root.acknowledged", {{"cause", written(file->current.id)}});
    tell_koes(turn, *file, "root.koe_acknowledged");
    return {};
}

Done plan_fix(Turn& turn, const Order& order)
{
    if (order.when_is_past) return refuse(Refused::time_is_past, {}, order.when);
    auto file = which_cause(turn, order);
    if (!file) return tl::unexpected{file.error()};
    causes::CauseOrder plan;
    plan.verb = CauseVerb::plan;
    plan.when = order.when;
    plan.text = masked(turn, order.text);
    if (auto done = perform(turn, *file, plan); !done) return done;
    turn.say(order.when ? "root.planned" : "root.planned_open",
             {{"cause", written(file->current.id)},
              {"eta", order.when ? turn.wording().day(turn.reader(), *order.when) : std::string{}}});
    tell_koes(turn, *file, order.when ? "root.koe_planned" : "root.koe_acknowledged");
    return {};
}

Done start_fix(Turn& turn, const Order& order)
{
    auto file = which_cause(turn, order);
    if (!file) return tl::unexpected{file.error()};
    if (auto done = perform(turn, *file, {CauseVerb::fix}); !done) return done;
    turn.say("root.fixing", {{"cause", written(file->current.id)}});
    return {};
}

Done ship_fix(Turn& turn, const Order& order)
{
    auto file = which_cause(turn, order);
    if (!file) return tl::unexpected{file.error()};
    causes::CauseOrder ship;
    ship.verb = CauseVerb::ship;
    ship.when = order.when && !order.when_is_past ? order.when : std::nullopt;
    ship.text = masked(turn, order.text);
    if (auto done = perform(turn, *file, ship); !done) return done;
    const auto owed = open_loop_back(turn.work(), *file);
    turn.say("root.shipped", {{"cause", written(file->current.id)},
                              {"days", causes::observed_for.count()},
                              {"count", owed.people},
                              {"koes", owed.koes}});
    return {};
}

Done decline_cause(Turn& turn, const Order& order)
{
    auto file = which_cause(turn, order);
    if (!file) return tl::unexpected{file.error()};
    const auto words = split_decline(order.text);
    causes::CauseOrder decline;
    decline.verb = CauseVerb::decline;
    decline.text = masked(turn, words.reason);
    decline.alternative = masked(turn, words.alternative);
    auto done = perform(turn, *file, decline);
    if (!done && done.error().reason == Refused::plain_words_needed) {
        conversation::wait_for(turn.dialog(), act(Verb::decline).on(file->current.id), turn.now());
        return turn.say("root.say_it_plainly"), Done{};
    }
    if (!done) return done;
    turn.say("root.declined", {{"cause", written(file->current.id)}, {"count", file->current.joined.size()}});
    tell_koes(turn, *file, "root.koe_declined");
    return {};
}

Done appeal_decline(Turn& turn, const Order& order)
{
    auto file = which_cause(turn, order);
    if (!file) return tl::unexpected{file.error()};
    causes::CauseOrder appeal;
    appeal.verb = CauseVerb::appeal;
    appeal.text = masked(turn, order.text.empty() ? order.reason : order.text);
    if (auto done = perform(turn, *file, appeal); !done) return done;
    turn.say("root.appealed", {{"cause", written(file->current.id)}});
    tell_product_team(turn.work(), *file);
    return {};
}

} // namespace kintsugi::service
