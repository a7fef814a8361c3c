// 预览, 送审: the exact text for the exact audience, then to the reviewers. PRODUCT.md, 3.3 and 7.6.

#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/consent_file.hpp"
#include "bot/service/sharing/drafting.hpp"
#include "bot/service/sharing/publication_file.hpp"
#include "bot/service/sharing/review_facts.hpp"
#include "bot/service/sharing/share_cards.hpp"
#include "bot/service/which_case.hpp"

namespace kintsugi::service {
namespace {

using sharing::PublicationRules;
using sharing::PublicationVerb;

/// Results are shown from the user's word on; before, only the process.
sharing::Mode mode_for(sharing::Step step)
{
    return step >= sharing::Step::solved ? sharing::Mode::both : sharing::Mode::process;
}

Done reply_with_preview(Turn& turn, PublicationFile& publication, CaseFile& file)
{
    turn.dialog().last_publication = publication.current.id;
    turn.reply(preview_card(turn.work(), turn.reader(), publication, file), file.current.id);
    return {};
}

/// New words for a text that was written before: votes are void, the preview is shown again.
Done edit(Turn& turn, const Order& order)
{
    auto publication = which_publication(turn, order);
    if (!publication) return tl::unexpected{publication.error()};
    if (!may_work_on(turn, publication->current)) return refuse(Refused::owner_only);
    if (auto refusal = PublicationRules::check_state(publication->current, PublicationVerb::edit))
        return tl::unexpected{std::move(*refusal)};
    auto* file = turn.work().file(publication->current.of);
    const auto room = turn.stores().rooms.find(publication->current.audience);
    if (file == nullptr || !room) return refuse(Refused::cannot_show, written(publication->current.id));
    const auto draft = draft_text(turn.work(), *file, *room, order.text);
    if (!draft) return tl::unexpected{draft.error()};
    const bool had_votes = !publication->current.votes.empty();
    append(turn.work(), *publication, sharing::Edited{draft->text, draft->text_hash, draft->free_text_hash});
    if (had_votes) turn.say("share.votes_void", {{"publication", written(publication->current.id)}});
    return reply_with_preview(turn, *publication, *file);
}

} // namespace

Done preview(Turn& turn, const Order& order)
{
    if (order.refs.publication) return edit(turn, order);
    auto found = which_case(turn, order, MergedCase::follow);
    if (!found) return tl::unexpected{found.error()};
    if (*found == nullptr) return {};
    auto& file = **found;
    const auto room = room_for_sharing(turn.work(), order.text);
    if (!room) return refuse(Refused::room_unknown);
    const auto draft = draft_text(turn.work(), file, *room, without_room(order.text, *room));
    if (!draft) return tl::unexpected{draft.error()};
    PublicationFile publication;
    publication.current.id = turn.stores().publications.create();
    publication.current.of = file.current.id;
    append(turn.work(), publication,
           sharing::Drafted{file.current.id, room->id, alias_for(turn.work(), file.current.id), file.current.level,
                            draft->step, mode_for(draft->step), draft->text, draft->text_hash, draft->free_text_hash});
    return reply_with_preview(turn, publication, file);
}

Done submit(Turn& turn, const Order& order)
{
    auto publication = which_publication(turn, order);
    if (!publication) return tl::unexpected{publication.error()};
    if (!may_work_on(turn, publication->current)) return refuse(Refused::owner_only);
    auto& current = publication->current;
    if (auto refusal = PublicationRules::check_state(current, PublicationVerb::submit))
        return tl::unexpected{std::move(*refusal)};
    auto* file = turn.work().file(current.of);
    if (file == nullptr) return refuse(Refused::cannot_show, written(current.id));
    const auto consent = read_consent(turn.work(), current.of);
    if (auto refusal = PublicationRules::check_outward(current, surroundings(turn.work(), current, *file, consent)))
        return tl::unexpected{std::move(*refusal)};
    const auto reviewers =
        sharing::choose_reviewers(current, all_reviewers(turn.work()), review_facts(turn.work(), file->current));
    if (!reviewers) return tl::unexpected{reviewers.error()};
    append(turn.work(), *publication, sharing::Submitted{*reviewers});
    std::vector<std::string> names;
    for (const auto& id : *reviewers) {
        const auto person = turn.work().person(id);
        names.push_back(person->name);
        const auto where = turn.stores().people.direct(id);
        if (where) turn.work().dialog(id, *where).last_publication = current.id;
        const auto reader = conversation::reader_of(*person, turn.now());
        to_colleague(turn.work(), id, review_card(turn.work(), reader, *publication, *file), Priority::approval,
                     current.of);
    }
    turn.say("share.submitted", {{"publication", written(current.id)}, {"names", text::joined(names, " · ")}},
             current.of);
    return {};
}

} // namespace kintsugi::service
