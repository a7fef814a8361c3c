// 等用户, 等修复, 级别: what pauses or moves the clocks. PRODUCT.md, 3.1 and 4.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"

namespace kintsugi::service {
namespace {

std::string used_so_far(Turn& turn, const CaseFile& file)
{
    const auto clocks = turn.work().clocks(file);
    const auto* resolution = cases::find_clock(clocks, cases::ClockKind::resolution);
    return turn.wording().span(turn.reader(), resolution == nullptr ? Milliseconds{0} : resolution->elapsed);
}

} // namespace

Done wait_for_user(Turn& turn, const Order& order, CaseFile& file)
{
    if (order.when_is_past) return refuse(Refused::time_is_past, {}, order.when);
    const auto asked = turn.knowledge().grammar.without_tail(order.text, "ask_again");
    if (auto done = turn.work().apply(file, cases::WaitForUser{asked, order.when}, order.reason); !done) return done;
    turn.say("waiting.user",
             {{"case", written(file.current.id)},
              {"used", used_so_far(turn, file)},
              {"again", turn.wording().full_moment(turn.reader(), *order.when)}},
             file.current.id);
    return {};
}

Done wait_for_fix(Turn& turn, const Order& order, CaseFile& file)
{
    if (order.refs.cause && !exists(turn.work(), *order.refs.cause))
        return refuse(Refused::no_such_number, written(*order.refs.cause));
    const auto earlier = file.current.cause;
    const auto& remedy = order.text.empty() ? order.reason : order.text;
    if (auto done = turn.work().apply(file, cases::WaitForFix{order.refs.cause, remedy}, order.reason); !done)
        return done;
    if (file.current.cause != earlier) join_cause(turn.work(), *file.current.cause, file);
    turn.say("waiting.fix",
             {{"case", written(file.current.id)},
              {"cause", described(turn.work(), *file.current.cause, turn.speaker().language)},
              {"used", used_so_far(turn, file)}},
             file.current.id);
    return {};
}

Done set_level(Turn& turn, const Order& order, CaseFile& file)
{
    if (!order.level) {
        conversation::MaskedCard card;
        card.kind = conversation::CardKind::choice;
        card.lines.push_back(turn.wording().masked(turn.reader(), "level.which", {{"case", written(file.current.id)}}));
        for (const auto level : {cases::Level::severe, cases::Level::medium, cases::Level::mild})
            if (level != file.current.level)
                card.buttons.push_back(conversation::button(
                    turn.wording(), turn.reader(), "level." + std::string{name_of(level)},
                    conversation::act(conversation::Verb::level).on(file.current.id).level(level).asking()));
        turn.reply(card, file.current.id);
        return {};
    }
    const auto& reason = order.reason.empty() ? order.text : order.reason;
    if (auto done = turn.work().apply(file, cases::SetLevel{*order.level, reason}, reason); !done) return done;
    turn.say("level.set",
             {{"case", written(file.current.id)},
              {"level", turn.wording().word(turn.speaker().language, "level." + std::string{name_of(*order.level)})},
              {"next", next_clock_of(turn.work(), file, turn.reader())}},
             file.current.id);
    return {};
}

} // namespace kintsugi::service
