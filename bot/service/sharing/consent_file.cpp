#include "bot/service/sharing/consent_file.hpp"

namespace kintsugi::service {

sharing::Consent read_consent(Work& work, CaseId id)
{
    return sharing::fold_consent(work.stores().consents.log(id));
}

Outcome<sharing::Consent> order_consent(Work& work, const cases::Case& current, const sharing::ConsentOrder& order)
{
    const auto log = work.stores().consents.log(current.id);
    auto consent = sharing::fold_consent(log);
    auto event = sharing::decide(consent, order, work.now());
    if (!event) return tl::unexpected{std::move(event.error())};
    const auto act = work.act_on(Stream::consents, current.id.value());
    const Recorded<sharing::ConsentEvent> recorded{static_cast<int>(log.size()) + 1, act, work.now(), work.actor(),
                                                   std::move(*event)};
    work.stores().consents.append(current.id, std::span{&recorded, 1}, current.customer);
    consent = sharing::evolve(std::move(consent), recorded);
    work.stores().consents.save(current.id, consent.state, sharing::consent_ends(consent));
    return consent;
}

} // namespace kintsugi::service
