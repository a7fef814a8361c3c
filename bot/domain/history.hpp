#pragma once
// State is a fold of events. Nothing is deleted: an undo appends `Struck`, which takes one act out of the fold, and an
// undo of the undo strikes the strike.

#include "bot/domain/fields.hpp"
#include "bot/domain/ids.hpp"
#include "bot/domain/time.hpp"

#include <set>
#include <span>
#include <variant>
#include <vector>

namespace kintsugi {

/// An event as it stands in the log of one thing. `number` counts from 1 within that log.
template <class Event>
struct Recorded {
    int number = 0;
    ActId act;
    Instant at{};
    PersonId by;
    Event event;

    friend bool operator==(const Recorded&, const Recorded&) = default;
};

/// The events of `act` no longer count.
struct Struck {
    ActId act;

    static constexpr std::string_view name = "struck";
    static constexpr std::tuple fields{Field{"act", &Struck::act}};
    bool operator==(const Struck&) const = default;
};

/// Acts that count nothing now. Read from the end, since a strike that is itself struck does nothing.
template <class Event>
[[nodiscard]] std::set<ActId> struck_acts(std::span<const Recorded<Event>> log)
{
    std::set<ActId> struck;
    for (auto i = log.rbegin(); i != log.rend(); ++i)
        if (const auto* strike = std::get_if<Struck>(&i->event); strike != nullptr && !struck.contains(i->act))
            struck.insert(strike->act);
    return struck;
}

/// The events that count, in order, without the strikes themselves.
template <class Event>
[[nodiscard]] std::vector<Recorded<Event>> effective(std::span<const Recorded<Event>> log)
{
    const auto struck = struck_acts(log);
    std::vector<Recorded<Event>> kept;
    kept.reserve(log.size());
    for (const auto& recorded : log)
        if (!std::holds_alternative<Struck>(recorded.event) && !struck.contains(recorded.act)) kept.push_back(recorded);
    return kept;
}

/// Whether the log of a thing still says that it came to be; not so once its `First` event was undone.
template <class First, class Event>
[[nodiscard]] bool begins_with(const std::vector<Recorded<Event>>& counting)
{
    return !counting.empty() && std::holds_alternative<First>(counting.front().event);
}

} // namespace kintsugi
