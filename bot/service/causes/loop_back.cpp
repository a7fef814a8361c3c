#include "bot/service/causes/loop_back.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/causes/loop_back.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/which_case.hpp"

#include <map>

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;

constexpr std::size_t most_shown = 4; ///< of a list in one card; the next ones come as these are told

/// Cases whose users have not heard yet, by the KOE who owns them now, in the order in which they are told.
std::map<PersonId, std::vector<cases::Case>> owed_by_koe(Work& work, const causes::Cause& cause)
{
    std::map<PersonId, std::vector<cases::Case>> lists;
    for (const auto* joined : causes::owed(cause)) {
        const auto* file = work.file(joined->of);
        if (file != nullptr && file->current.status != cases::Status::erased)
            lists[file->current.owner].push_back(file->current);
    }
    for (auto& [koe, list] : lists)
        causes::sort_owed(list);
    return lists;
}

PrivateText message_for(Work& work, const conversation::Reader& reader, const cases::Case& current,
                        const causes::Cause& cause)
{
    const auto customer = work.stores().customers.find(current.customer);
    const bool named = customer && !customer->name.empty();
    const bool unhappy = causes::owed_rank(current) < causes::OwedRank::open;
    const auto key = std::string{"loop.words"} + (unhappy ? "_unhappy" : "") + (named ? "_named" : "");
    return work.wording().say(reader, key,
                              {{"name", named ? customer->name : PrivateText{}}, {"change", cause.change}});
}

/// One card: the list, and the words for the first of it.
void send_list(Work& work, const Person& koe, const causes::Cause& cause, const std::vector<cases::Case>& list)
{
    const auto reader = conversation::reader_of(koe, work.now());
    const auto& first = list.front();
    const auto entitlement = cases::may_read(koe, first);
    if (!entitlement) return;
    conversation::PrivateCard card;
    card.kind = conversation::CardKind::loop_back;
    card.title = work.wording().say(reader, "loop.title",
                                    {{"cause", written(cause.id)}, {"title", cause.title}, {"count", list.size()}});
    for (std::size_t i = 0; i < std::min(list.size(), most_shown); ++i) {
        const auto rank = static_cast<int>(causes::owed_rank(list[i]));
        card.lines.push_back(work.wording().say(
            reader, "loop.line",
            {{"case", written(list[i].id)},
             {"label", label_of(work, list[i].customer, reader.language)},
             {"why",
              work.wording().catalogue().list(reader.language, "loop.ranks").at(static_cast<std::size_t>(rank))}}));
    }
    card.copy = message_for(work, reader, first, cause);
    card.buttons = {
        button(work.wording(), reader, "button.told", act(Verb::told).on(first.id).on(cause.id),
               conversation::ButtonStyle::primary),
        button(work.wording(), reader, "button.cannot_reach", act(Verb::skip_told).on(first.id).on(cause.id))};
    to_reader(work, *entitlement, card);
}

/// The task that the fix left behind: it was added by the act that shipped.
std::optional<int> telling_task(const CaseFile& file, CauseId cause)
{
    ActId shipping;
    std::optional<int> task;
    for (const auto& recorded : effective<cases::Event>(file.log)) {
        if (const auto* shipped = std::get_if<cases::FixShipped>(&recorded.event);
            shipped != nullptr && shipped->cause == cause)
            shipping = recorded.act;
        if (const auto* added = std::get_if<cases::TaskAdded>(&recorded.event);
            added != nullptr && recorded.act == shipping)
            task = added->number;
    }
    return task;
}

Done finish_telling_task(Turn& turn, CaseFile& file, CauseId cause)
{
    const auto number = telling_task(file, cause);
    const auto* task = number ? cases::find_task(file.current, *number) : nullptr;
    if (task == nullptr || task->state != cases::TaskState::open || !cases::is_open(file.current.status)) return {};
    return turn.work().apply(file, cases::FinishTask{*number});
}

Done told(Turn& turn, const Order& order, bool reached)
{
    auto found = which_case(turn, order, MergedCase::stay);
    if (!found) return tl::unexpected{found.error()};
    if (*found == nullptr) return {};
    auto& file = **found;
    const auto id = order.refs.cause ? order.refs.cause : file.current.cause;
    auto cause = id ? read_cause(turn.work(), *id) : std::nullopt;
    if (!cause) return refuse(Refused::cause_missing);
    append(turn.work(), *cause, causes::UserTold{file.current.id, reached});
    if (auto done = finish_telling_task(turn, file, cause->current.id); !done) return done;
    turn.say(reached ? "loop.told" : "loop.skipped",
             {{"case", written(file.current.id)}, {"left", causes::owed(cause->current).size()}}, file.current.id);
    const auto lists = owed_by_koe(turn.work(), cause->current);
    if (const auto mine = lists.find(turn.speaker().id); mine != lists.end())
        send_list(turn.work(), turn.speaker(), cause->current, mine->second);
    return {};
}

} // namespace

LoopBackOpened open_loop_back(Work& work, const CauseFile& file)
{
    for (const auto* joined : causes::owed(file.current)) {
        auto* waiting = work.file(joined->of);
        if (waiting == nullptr || waiting->current.status != cases::Status::waiting_fix) continue;
        const auto owner = work.person(waiting->current.owner);
        const conversation::Reader reader{owner ? owner->language : work.knowledge().practice.language,
                                          work.knowledge().practice.zone, work.now()};
        const auto done = work.apply_as_system(
            *waiting, cases::ShipFix{file.current.id,
                                     work.wording().say(reader, "loop.task", {{"cause", written(file.current.id)}})});
        if (!done) throw std::logic_error{"a case that waits for a fix takes it"};
    }
    LoopBackOpened opened;
    opened.people = static_cast<int>(causes::owed(file.current).size() + file.current.members.size());
    for (const auto& [koe, list] : owed_by_koe(work, file.current)) {
        const auto person = work.person(koe);
        if (!person) continue;
        ++opened.koes;
        send_list(work, *person, file.current, list);
    }
    return opened;
}

Done told_user(Turn& turn, const Order& order)
{
    return told(turn, order, true);
}

Done skip_told_user(Turn& turn, const Order& order)
{
    return told(turn, order, false);
}

} // namespace kintsugi::service
