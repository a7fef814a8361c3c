#include "bot/service/sharing/share_cards.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"
#include "bot/service/sharing/consent_file.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::CardKind;
using conversation::MaskedCard;
using conversation::Reader;
using conversation::Verb;

/// Lines that every look at an unsent text shares: where it goes and its words.
void add_text(Work& work, const Reader& reader, const sharing::Publication& publication, MaskedCard& card)
{
    const auto room = work.stores().rooms.find(publication.audience);
    const auto audience = room ? reader_of(work, *room) : reader;
    card.lines.push_back(board_title(work, audience, publication.alias, publication.step));
    card.lines.push_back(publication.text);
}

std::string audience_of(Work& work, const sharing::Publication& publication)
{
    const auto room = work.stores().rooms.find(publication.audience);
    return room ? room->name + " (" + std::to_string(room->members) + ")" : publication.audience.value();
}

sharing::Crowd crowd_of(Work& work, const sharing::Publication& publication, const CaseFile& file)
{
    const auto room = work.stores().rooms.find(publication.audience);
    sharing::CrowdFacts facts;
    facts.group_size = room ? room->members : 0;
    facts.same_experience = file.current.cause ? people_with(work, *file.current.cause) : 0;
    facts.attributes = sharing::attributes_in(text::fold(publication.text.reveal()));
    return sharing::expected_crowd(facts);
}

void add_checks(Work& work, const Reader& reader, const PublicationFile& publication, CaseFile& file, MaskedCard& card)
{
    const auto& current = publication.current;
    const auto crowd = crowd_of(work, current, file);
    const auto consent = read_consent(work, current.of);
    card.lines.push_back(work.wording().masked(reader, "share.risk_" + std::string{name_of(crowd.risk)},
                                               {{"crowd", static_cast<int>(crowd.expected)}}));
    card.lines.push_back(work.wording().masked(
        reader, "share.consent",
        {{"consent", work.wording().word(reader.language, "consent_state." + std::string{name_of(consent.state)})},
         {"scope", work.wording().word(reader.language, "scope." + std::string{name_of(consent.scope)})}}));
    const auto refusal = sharing::PublicationRules::check_outward(current, surroundings(work, current, file, consent));
    if (refusal)
        card.lines.push_back(work.wording().masked(
            reader, "share.not_yet",
            {{"reason", work.wording().masked(reader, "refusals." + std::string{name_of(refusal->reason)},
                                              {{"subject", refusal->subject}, {"when", ""}})}}));
}

} // namespace

PublicText board_title(Work& work, const Reader& reader, const sharing::Alias& alias, sharing::Step step)
{
    return work.wording().open(
        reader, "community.title",
        {{"alias", work.wording().alias(reader.language, alias)},
         {"step", work.wording().public_word(reader.language, "step." + std::string{name_of(step)})}});
}

MaskedCard preview_card(Work& work, const Reader& reader, const PublicationFile& publication, CaseFile& file)
{
    using sharing::PublicationState;
    const auto& current = publication.current;
    MaskedCard card;
    card.kind = CardKind::share_preview;
    card.title = work.wording().masked(
        reader, "share.title",
        {{"publication", written(current.id)},
         {"state", work.wording().word(reader.language, "publication." + std::string{name_of(current.state)})},
         {"audience", audience_of(work, current)}});
    add_text(work, reader, current, card);
    add_checks(work, reader, publication, file, card);
    const bool unsent = current.state == PublicationState::previewed || current.state == PublicationState::rejected;
    const auto id = current.id;
    if (unsent) {
        card.lines.push_back(
            work.wording().masked(reader, "share.reviewers", {{"count", sharing::reviewers_needed(current.level)}}));
        card.buttons = {button(work.wording(), reader, "button.submit", act(Verb::submit).on(id),
                               conversation::ButtonStyle::primary),
                        button(work.wording(), reader, "button.edit", act(Verb::preview).on(id).asking()),
                        button(work.wording(), reader, "button.drop", act(Verb::show).on(current.of))};
    } else if (current.state == PublicationState::approved) {
        card.buttons = {button(work.wording(), reader, "button.publish", act(Verb::publish).on(id),
                               conversation::ButtonStyle::primary),
                        button(work.wording(), reader, "button.edit", act(Verb::preview).on(id).asking())};
    } else if (current.state == PublicationState::delivered) {
        card.buttons = {button(work.wording(), reader, "button.correct", act(Verb::correct).on(id).asking()),
                        button(work.wording(), reader, "button.take_down", act(Verb::take_down).on(id))};
    }
    return card;
}

MaskedCard review_card(Work& work, const Reader& reader, const PublicationFile& publication, CaseFile& file)
{
    const auto& current = publication.current;
    MaskedCard card;
    card.kind = CardKind::review;
    card.title = work.wording().masked(
        reader, "review.title",
        {{"publication", written(current.id)},
         {"level", work.wording().word(reader.language, "level." + std::string{name_of(current.level)})},
         {"audience", audience_of(work, current)}});
    add_text(work, reader, current, card);
    add_checks(work, reader, publication, file, card);
    card.lines.push_back(work.wording().masked(reader, "review.checklist"));
    card.lines.push_back(
        work.wording().masked(reader, "review.votes",
                              {{"votes", current.votes.size()}, {"needed", sharing::reviewers_needed(current.level)}}));
    const auto id = current.id;
    card.buttons = {
        button(work.wording(), reader, "button.approve", act(Verb::approve).on(id), conversation::ButtonStyle::primary),
        button(work.wording(), reader, "button.send_back", act(Verb::send_back).on(id).asking()),
        button(work.wording(), reader, "button.recuse", act(Verb::recuse).on(id))};
    return card;
}

conversation::PublicCard community_card(Work& work, const Room& room, const sharing::Publication& publication,
                                        const PublicText& text, std::optional<Instant> next_update)
{
    const auto reader = reader_of(work, room);
    const auto& wording = work.wording();
    conversation::PublicCard card;
    card.kind = CardKind::community;
    card.title = board_title(work, reader, publication.alias, publication.step);
    card.lines = {wording.open(reader, "community.bar_" + std::string{name_of(publication.step)}), text,
                  wording.open(reader, "community.responsible")};
    if (next_update)
        card.lines.push_back(
            wording.open(reader, "community.next", {{"due", wording.public_moment(reader, *next_update)}}));
    card.step = static_cast<int>(publication.step);
    const auto alias = publication.alias.number;
    card.buttons = {button(wording, reader, "button.me_too", act(Verb::me_too).alias(alias)),
                    button(wording, reader, "button.follow", act(Verb::follow).alias(alias))};
    card.footer = wording.open(reader, "community.footer");
    return card;
}

std::optional<Instant> next_update_of(Work& work, const CaseFile& file)
{
    const auto clocks = work.clocks(file);
    const auto* update = cases::find_clock(clocks, cases::ClockKind::update);
    if (update == nullptr || !update->due || *update->due <= work.now()) return std::nullopt;
    return update->due;
}

} // namespace kintsugi::service
