// 关注, 取关, 我也遇到, 找人, and the status of an alias: for members; nothing here is private. PRODUCT.md, 7.7.

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/public_status.hpp"
#include "bot/service/sharing/publication_file.hpp"
#include "bot/service/sharing/share_cards.hpp"

#include <algorithm>
#include <optional>

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;
using sharing::PublicationState;

/// The newest publication of a case that members have seen and that still stands.
std::optional<PublicationFile> visible(Work& work, CaseId id)
{
    auto rows = work.stores().publications.of_case(id);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        if (row->state == PublicationState::delivered || row->state == PublicationState::corrected)
            return read_publication(work, row->id);
    return std::nullopt;
}

struct OnBoard {
    CaseId of;
    PublicationFile publication;
};

std::optional<OnBoard> on_board(Turn& turn, const Order& order)
{
    const auto number = alias_in(turn.work(), order);
    const auto id = number ? turn.stores().board.by_number(*number) : std::nullopt;
    if (!id) return std::nullopt;
    auto publication = visible(turn.work(), *id);
    return publication ? std::optional{OnBoard{*id, std::move(*publication)}} : std::nullopt;
}

PublicText alias_of(Turn& turn, const OnBoard& entry)
{
    return turn.wording().alias(turn.speaker().language, entry.publication.current.alias);
}

/// The KOE who answers for an entry of the board hears what a member wants, masked.
bool tell_owner(Turn& turn, CaseId id, std::string_view key, const MaskedText& words)
{
    const auto* file = turn.work().file(id);
    const auto owner = file != nullptr ? turn.work().person(file->current.owner) : std::nullopt;
    if (!owner) return false;
    conversation::MaskedCard card;
    card.lines.push_back(
        turn.wording().masked(conversation::reader_of(*owner, turn.now()), key,
                              {{"case", written(id)}, {"words", words}, {"member", turn.speaker().name}}));
    to_colleague(turn.work(), owner->id, card, Priority::community, id);
    return true;
}

/// The entry that was posted last: what a remark without a number is about.
std::optional<CaseId> newest_on_board(Work& work)
{
    constexpr PublicationState out[] = {PublicationState::delivered, PublicationState::corrected};
    const auto rows = work.stores().publications.in_states(out);
    const auto newest = std::ranges::max_element(rows, {}, &PublicationRow::delivered_at);
    return newest == rows.end() ? std::nullopt : std::optional{newest->of};
}

} // namespace

std::optional<int> alias_in(Work& work, const Order& order)
{
    if (order.refs.alias) return order.refs.alias;
    const auto text = text::fold(order.text.reveal());
    int value = 0, digits = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            value = value * 10 + (text[i] - '0');
            ++digits;
            continue;
        }
        if (digits == 3 && work.stores().board.by_number(value)) return value;
        value = digits = 0;
    }
    return std::nullopt;
}

bool names_an_alias(Turn& turn, const Order& order)
{
    return alias_in(turn.work(), order).has_value();
}

Done show_public_status(Turn& turn, const Order& order)
{
    const auto entry = on_board(turn, order);
    if (!entry) return turn.say_openly("community.unknown"), Done{};
    const auto* file = turn.work().file(entry->of);
    const auto& current = entry->publication.current;
    conversation::PublicCard card;
    card.kind = conversation::CardKind::community;
    card.step = static_cast<int>(current.step);
    card.title = board_title(turn.work(), turn.reader(), current.alias, current.step);
    if (file != nullptr) {
        if (const auto next = next_update_of(turn.work(), *file))
            card.lines.push_back(turn.wording().open(turn.reader(), "community.next",
                                                     {{"due", turn.wording().public_moment(turn.reader(), *next)}}));
        if (file->current.cause)
            card.lines.push_back(turn.wording().open(
                turn.reader(), "community.affected",
                {{"count", turn.wording().crowd(turn.reader(), people_with(turn.work(), *file->current.cause))}}));
    }
    card.buttons = {
        button(turn.wording(), turn.reader(), "button.me_too", act(Verb::me_too).alias(current.alias.number)),
        button(turn.wording(), turn.reader(), "button.follow", act(Verb::follow).alias(current.alias.number))};
    turn.reply(card);
    return {};
}

Done follow(Turn& turn, const Order& order)
{
    const auto entry = on_board(turn, order);
    if (!entry) return turn.say_openly("community.unknown"), Done{};
    turn.stores().board.follow(entry->of, turn.speaker().id, true);
    turn.say_openly("community.following", {{"alias", alias_of(turn, *entry)}});
    return {};
}

Done unfollow(Turn& turn, const Order& order)
{
    const auto entry = on_board(turn, order);
    if (!entry) return turn.say_openly("community.unknown"), Done{};
    turn.stores().board.follow(entry->of, turn.speaker().id, false);
    turn.say_openly("community.unfollowed", {{"alias", alias_of(turn, *entry)}});
    return {};
}

Done me_too(Turn& turn, const Order& order)
{
    const auto entry = on_board(turn, order);
    const auto* file = entry ? turn.work().file(entry->of) : nullptr;
    if (file == nullptr || !file->current.cause) return turn.say_openly("community.unknown"), Done{};
    met_by_member(turn.work(), *file->current.cause, turn.speaker().id);
    turn.say_openly("community.me_too");
    return {};
}

Done find_person(Turn& turn, const Order& order)
{
    const auto entry = on_board(turn, order);
    const auto of = entry ? std::optional{entry->of} : newest_on_board(turn.work());
    const auto words = turn.knowledge().anonymizer.mask(order.text).text;
    const bool told = of && tell_owner(turn, *of, "community.owner_find", words);
    turn.say_openly(told ? "community.found" : "community.unknown");
    return {};
}

void take_comment(Turn& turn, const PrivateText& text)
{
    Order order;
    order.text = text;
    if (alias_in(turn.work(), order)) {
        (void)show_public_status(turn, order); // answers whatever it finds
        return;
    }
    const auto of = newest_on_board(turn.work());
    const auto words = turn.knowledge().anonymizer.mask(text).text;
    const bool told = of && tell_owner(turn, *of, "community.owner_comment", words);
    turn.say_openly(told ? "community.heard" : "community.hello");
}

} // namespace kintsugi::service
