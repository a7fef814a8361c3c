#include "bot/service/cases/closing_summary.hpp"

#include "bot/domain/cases/clocks.hpp"
#include "bot/domain/written.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

using cases::ClockKind;

struct Kept {
    int kept = 0;
    int all = 0;
};

Kept promises_of(const cases::Case& current)
{
    Kept kept;
    for (const auto& promise : current.promises) {
        if (promise.purpose == cases::Purpose::ask_again) continue;
        ++kept.all;
        kept.kept += promise.state == cases::PromiseState::kept;
    }
    return kept;
}

} // namespace

void reply_with_summary(Turn& turn, CaseFile& file)
{
    const auto& current = file.current;
    const auto clocks = turn.work().clocks(file);
    const auto* touch = cases::find_clock(clocks, ClockKind::first_touch);
    const auto* resolution = cases::find_clock(clocks, ClockKind::resolution);
    const auto& wording = turn.wording();
    const auto& reader = turn.reader();
    conversation::MaskedCard card;
    card.title =
        wording.masked(reader, "close.done",
                       {{"case", written(current.id)},
                        {"outcome", wording.word(reader.language, "outcome." + std::string{name_of(*current.outcome)})},
                        {"day", wording.day(reader, *current.closed_at)}});
    if (touch != nullptr && current.touched_at)
        card.lines.push_back(wording.masked(reader, "close.touch",
                                            {{"took", wording.span(reader, *current.touched_at - current.opened_at)}}));
    if (resolution != nullptr) {
        const auto total = current.resolved_at.value_or(*current.closed_at) - current.opened_at;
        const auto waited = std::max(Milliseconds{0}, total - resolution->elapsed);
        card.lines.push_back(wording.masked(
            reader, waited < std::chrono::minutes{1} ? "close.resolution_only" : "close.resolution",
            {{"took", wording.span(reader, resolution->elapsed)}, {"waited", wording.span(reader, waited)}}));
    }
    const auto kept = promises_of(current);
    if (kept.all > 0)
        card.lines.push_back(wording.masked(reader, "close.promises", {{"kept", kept.kept}, {"all", kept.all}}));
    card.lines.push_back(
        wording.masked(reader, "close.follow_up", {{"day", wording.day(reader, *current.closed_at + Days{7})}}));
    if (current.retro_due)
        card.lines.push_back(wording.masked(reader, "close.retro", {{"day", wording.day(reader, *current.retro_due)}}));
    turn.reply(card, current.id);
}

} // namespace kintsugi::service
