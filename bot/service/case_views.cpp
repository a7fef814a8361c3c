#include "bot/service/case_views.hpp"

#include "bot/domain/sharing/consent.hpp"
#include "bot/domain/written.hpp"

namespace kintsugi::service {

std::string described(Work& work, CauseId id, Language language)
{
    const auto cause = causes::fold_cause(id, work.stores().causes.log(id));
    if (!cause) return written(id);
    return written(id) + " " + cause->title.reveal() + " (" +
           work.wording().word(language, "cause." + std::string{name_of(cause->state)}) + ")";
}

conversation::CaseNames names_of(Work& work, const cases::Case& current, const conversation::Reader& reader)
{
    const auto language = reader.language;
    conversation::CaseNames names;
    names.label = label_of(work, current.customer, language);
    names.owner = name_of_person(work, current.owner);
    if (current.cause) names.cause = described(work, *current.cause, language);
    const auto consent = sharing::fold_consent(work.stores().consents.log(current.id));
    names.consent = work.wording().word(language, "consent_state." + std::string{name_of(consent.state)});
    const auto publications = work.stores().publications.of_case(current.id);
    if (!publications.empty())
        names.published =
            written(publications.back().id) + " " +
            work.wording().word(language, "publication." + std::string{name_of(publications.back().state)});
    return names;
}

conversation::CaseView view_of(Work& work, const CaseFile& file, const conversation::Reader& reader)
{
    return {&file.current, names_of(work, file.current, reader), work.clocks(file), effective<cases::Event>(file.log),
            false};
}

void reply_with_case(Turn& turn, CaseFile& file, bool whole)
{
    auto view = view_of(turn.work(), file, turn.reader());
    view.whole = whole;
    turn.reply(turn.entitled(file), conversation::case_card(turn.wording(), turn.reader(), view));
}

sharing::KnownValues known_values(Work& work, const cases::Case& current)
{
    sharing::KnownValues known;
    const auto customer = work.stores().customers.find(current.customer);
    if (customer && !customer->name.empty()) known.names.push_back(customer->name);
    return known;
}

MaskedText masked_words(Work& work, const cases::Case& current, const PrivateText& words)
{
    return work.knowledge().anonymizer.mask(words, known_values(work, current)).text;
}

std::string next_clock_of(Work& work, const CaseFile& file, const conversation::Reader& reader)
{
    return conversation::next_clock(work.wording(), reader, work.clocks(file));
}

} // namespace kintsugi::service
