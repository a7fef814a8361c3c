#include "bot/service/sharing/publication_file.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/sharing/share_cards.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

using sharing::PublicationState;

std::optional<Instant> next_due(const sharing::Publication& publication)
{
    switch (publication.state) {
    case PublicationState::queued:
        return publication.release_at;
    case PublicationState::in_review:
        return std::nullopt;
    case PublicationState::approved:
        return *publication.approved_at + sharing::approval_lasts;
    default:
        return std::nullopt;
    }
}

bool has_broken_promise(const cases::Case& current, Instant now)
{
    return std::ranges::any_of(current.promises, [&](const cases::Promise& promise) {
        return promise.state == cases::PromiseState::open && promise.purpose != cases::Purpose::ask_again &&
               promise.due <= now;
    });
}

} // namespace

std::optional<PublicationFile> read_publication(Work& work, PublicationId id)
{
    auto log = work.stores().publications.log(id);
    auto folded = sharing::fold_publication(id, log);
    if (!folded) return std::nullopt;
    return PublicationFile{std::move(*folded), std::move(log)};
}

void append(Work& work, PublicationFile& file, sharing::PublicationEvent event)
{
    auto& current = file.current;
    const auto act = work.act_on(Stream::publications, current.id.value());
    file.log.push_back({static_cast<int>(file.log.size()) + 1, act, work.now(), work.actor(), std::move(event)});
    auto folded = sharing::fold_publication(current.id, file.log);
    const auto of = folded ? folded->of : current.of;
    const auto row = work.stores().cases.row(of);
    work.stores().publications.append(current.id, std::span{file.log}.last(1), row ? row->customer : CustomerId{});
    if (!folded) return work.stores().publications.remove_row(current.id);
    current = std::move(*folded);
    work.stores().publications.save({current.id, current.of, current.audience, current.author, current.state,
                                     current.delivered_at, next_due(current), file.log.back().number});
}

Outcome<PublicationFile> which_publication(Turn& turn, const conversation::Order& order)
{
    const auto id = order.refs.publication ? order.refs.publication : turn.dialog().last_publication;
    if (!id) return refuse(Refused::no_such_number, "P-…");
    auto file = read_publication(turn.work(), *id);
    if (!file) return refuse(Refused::cannot_show, written(*id));
    const auto& reviewers = file->current.reviewers;
    const bool reviews = std::ranges::find(reviewers, turn.speaker().id) != reviewers.end();
    const auto room = turn.stores().rooms.find(file->current.audience);
    const bool posts = room && room->publisher == turn.speaker().id;
    const bool by_role = turn.speaker().roles.has(Role::reviewer) || turn.speaker().roles.has(Role::legal);
    if (!reviews && !posts && !by_role && !may_work_on(turn, file->current))
        return refuse(Refused::cannot_show, written(*id));
    turn.dialog().last_publication = *id;
    return std::move(*file);
}

bool may_work_on(Turn& turn, const sharing::Publication& publication)
{
    const auto row = turn.stores().cases.row(publication.of);
    return publication.author == turn.speaker().id || turn.speaker().roles.has(Role::lead) ||
           (row && row->owner == turn.speaker().id);
}

bool outbound_on_hold(Work& work)
{
    return work.stores().settings.get("outbound_hold").value_or("") == "on";
}

sharing::Surroundings surroundings(Work& work, const sharing::Publication& publication, CaseFile& file,
                                   const sharing::Consent& consent)
{
    sharing::Surroundings around;
    around.now = work.now();
    around.of = &file.current;
    around.consent = &consent;
    around.outbound_on_hold = outbound_on_hold(work);
    around.folded_text = text::fold(publication.text.reveal());
    around.residue_found = work.knowledge().anonymizer.residue(publication.text, known_values(work, file.current));
    around.broken_promise = has_broken_promise(file.current, work.now());
    return around;
}

Outcome<void> show_publication(Turn& turn, PublicationId id)
{
    conversation::Order order;
    order.refs.publication = id;
    auto file = which_publication(turn, order);
    if (!file) return tl::unexpected{file.error()};
    auto* of = turn.work().file(file->current.of);
    if (of == nullptr) return refuse(Refused::cannot_show, written(id));
    turn.reply(preview_card(turn.work(), turn.reader(), *file, *of), of->current.id);
    return {};
}

void suggest_public_update(Work& work, CaseFile& file)
{
    const auto published = work.stores().publications.of_case(file.current.id);
    const auto delivered = std::ranges::find_if(published, [](const PublicationRow& row) {
        return row.state == PublicationState::delivered || row.state == PublicationState::corrected;
    });
    const auto owner = work.person(file.current.owner);
    const auto alias = work.stores().board.alias_of(file.current.id);
    if (delivered == published.end() || !owner || !alias) return;
    const auto reader = conversation::reader_of(*owner, work.now());
    const auto step = sharing::step_of(file.current, fix_is_shipped(work, file.current));
    conversation::MaskedCard card;
    card.lines.push_back(
        work.wording().masked(reader, "share.suggest_update",
                              {{"case", written(file.current.id)},
                               {"alias", work.wording().alias(reader.language, *alias)},
                               {"step", work.wording().word(reader.language, "step." + std::string{name_of(step)})}}));
    card.buttons.push_back(
        conversation::button(work.wording(), reader, "button.preview",
                             conversation::act(conversation::Verb::preview).on(file.current.id).number(1)));
    to_colleague(work, owner->id, card, Priority::reply, file.current.id);
}

} // namespace kintsugi::service
