#include "bot/domain/person.hpp"

#include <algorithm>

namespace kintsugi {
namespace {

bool within(const QuietHours& quiet, Milliseconds of_day)
{
    if (quiet.from <= quiet.to) return of_day >= quiet.from && of_day < quiet.to;
    return of_day >= quiet.from || of_day < quiet.to;
}

} // namespace

Instant after_quiet(const Person& person, Instant at)
{
    at = std::max(at, person.muted_until.value_or(at));
    const auto local = person.zone.local(at);
    if (!within(person.quiet, local.of_day)) return at;
    const bool ends_tomorrow = local.of_day >= person.quiet.to;
    return person.zone.instant(next_day(local.date, ends_tomorrow ? 1 : 0), person.quiet.to);
}

} // namespace kintsugi
