// 通过, 退回, 我不适合审: people look at what goes out. PRODUCT.md, 3.3.

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/sharing/publication_file.hpp"
#include "bot/service/sharing/review_facts.hpp"
#include "bot/service/sharing/share_cards.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;
using sharing::PublicationRules;
using sharing::PublicationVerb;

bool reviews(const Person& person)
{
    return person.roles.has(Role::reviewer) || person.roles.has(Role::legal);
}

/// Publication, case and the checks that every vote passes first.
struct Ballot {
    PublicationFile publication;
    CaseFile* file = nullptr;
};

Outcome<Ballot> ballot(Turn& turn, const Order& order, PublicationVerb verb)
{
    auto publication = which_publication(turn, order);
    if (!publication) return tl::unexpected{publication.error()};
    if (!reviews(turn.speaker())) return refuse(Refused::not_for_you);
    if (auto refusal = PublicationRules::check_state(publication->current, verb))
        return tl::unexpected{std::move(*refusal)};
    auto* file = turn.work().file(publication->current.of);
    if (file == nullptr) return refuse(Refused::cannot_show, written(publication->current.id));
    if (auto refusal = sharing::check_reviewer(publication->current, reviewer_of(turn.speaker()),
                                               review_facts(turn.work(), file->current)))
        return tl::unexpected{std::move(*refusal)};
    return Ballot{std::move(*publication), file};
}

void tell_author(Turn& turn, const Ballot& ballot, std::string_view key, const MaskedText& reason,
                 std::vector<conversation::Button> (*buttons)(Turn&, const conversation::Reader&, PublicationId))
{
    const auto& current = ballot.publication.current;
    const auto author = turn.work().person(current.author);
    if (!author) return;
    const auto reader = conversation::reader_of(*author, turn.now());
    if (const auto where = turn.stores().people.direct(author->id))
        turn.work().dialog(author->id, *where).last_publication = current.id;
    conversation::MaskedCard card;
    card.lines.push_back(turn.wording().masked(
        reader, key, {{"publication", written(current.id)}, {"who", turn.speaker().name}, {"reason", reason}}));
    card.buttons = buttons(turn, reader, current.id);
    to_colleague(turn.work(), author->id, card, Priority::approval, current.of);
}

std::vector<conversation::Button> publish_buttons(Turn& turn, const conversation::Reader& reader, PublicationId id)
{
    return {
        button(turn.wording(), reader, "button.publish", act(Verb::publish).on(id), conversation::ButtonStyle::primary),
        button(turn.wording(), reader, "button.edit", act(Verb::preview).on(id).asking())};
}

std::vector<conversation::Button> edit_buttons(Turn& turn, const conversation::Reader& reader, PublicationId id)
{
    return {button(turn.wording(), reader, "button.edit", act(Verb::preview).on(id).asking(),
                   conversation::ButtonStyle::primary),
            button(turn.wording(), reader, "button.submit", act(Verb::submit).on(id))};
}

} // namespace

Done approve(Turn& turn, const Order& order)
{
    auto open = ballot(turn, order, PublicationVerb::approve);
    if (!open) return tl::unexpected{open.error()};
    auto& publication = open->publication;
    const auto reviewer = reviewer_of(turn.speaker());
    const bool complete =
        sharing::completes(publication.current, reviewer, review_facts(turn.work(), open->file->current));
    append(turn.work(), publication,
           sharing::Approved{reviewer.department, reviewer.legal, publication.current.text_hash, complete});
    turn.say(complete ? "review.approved_all" : "review.approved",
             {{"publication", written(publication.current.id)},
              {"votes", publication.current.votes.size()},
              {"needed", sharing::reviewers_needed(publication.current.level)}});
    if (complete) tell_author(turn, *open, "review.ready", {}, publish_buttons);
    return {};
}

Done send_back(Turn& turn, const Order& order)
{
    if (order.text.empty()) return refuse(Refused::reason_missing);
    auto open = ballot(turn, order, PublicationVerb::send_back);
    if (!open) return tl::unexpected{open.error()};
    const auto reason = masked_words(turn.work(), open->file->current, order.text);
    append(turn.work(), open->publication, sharing::SentBack{reason});
    turn.say("review.sent_back", {{"publication", written(open->publication.current.id)}});
    tell_author(turn, *open, "review.came_back", reason, edit_buttons);
    return {};
}

/// Others are asked; votes so far are void, since the round of reviewers is another one.
Done recuse(Turn& turn, const Order& order)
{
    auto open = ballot(turn, order, PublicationVerb::approve);
    if (!open) return tl::unexpected{open.error()};
    auto& current = open->publication.current;
    auto candidates = all_reviewers(turn.work());
    std::erase_if(candidates, [&](const sharing::Reviewer& one) { return one.id == turn.speaker().id; });
    const auto chosen = sharing::choose_reviewers(current, candidates, review_facts(turn.work(), open->file->current));
    if (!chosen) return tl::unexpected{chosen.error()};
    append(turn.work(), open->publication, sharing::Submitted{*chosen});
    for (const auto& id : *chosen) {
        const auto person = turn.work().person(id);
        if (!person) continue;
        const auto reader = conversation::reader_of(*person, turn.now());
        to_colleague(turn.work(), id, review_card(turn.work(), reader, open->publication, *open->file),
                     Priority::approval, current.of);
    }
    turn.say("review.recused", {{"publication", written(current.id)}});
    return {};
}

} // namespace kintsugi::service
