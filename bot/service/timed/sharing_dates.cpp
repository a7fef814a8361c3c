// Consent that silence or age ends; texts whose hold is over or whose approval grew old.

#include "bot/domain/written.hpp"
#include "bot/service/sharing/consent_file.hpp"
#include "bot/service/sharing/publishing.hpp"
#include "bot/service/timed/tick.hpp"

namespace kintsugi::service {
namespace {

void expire(Work& work, CaseId id)
{
    const auto* file = work.file(id);
    cases::Case current;
    current.id = id;
    if (file != nullptr) current = file->current;
    sharing::ConsentOrder order;
    order.verb = sharing::ConsentVerb::expire;
    if (!order_consent(work, current, order)) work.stores().consents.save(id, read_consent(work, id).state, {});
}

} // namespace

int expire_consents(Stores& stores, const Knowledge& knowledge, Instant now, int most)
{
    const auto ids = stores.consents.due(now, most);
    for (const auto id : ids) {
        Work work{stores, knowledge, now, system_actor, {}, "timer"};
        expire(work, id);
        work.finish();
    }
    return static_cast<int>(ids.size());
}

int move_publications(Stores& stores, const Knowledge& knowledge, Instant now, int most)
{
    const auto ids = stores.publications.due(now, most);
    for (const auto id : ids) {
        Work work{stores, knowledge, now, system_actor, {}, "timer"};
        auto publication = read_publication(work, id);
        if (!publication) continue;
        if (publication->current.state == sharing::PublicationState::queued) {
            release_publication(work, *publication);
        } else {
            append(work, *publication, sharing::ApprovalExpired{});
            tell_author_of(work, publication->current, "publish.approval_expired", {{"publication", written(id)}});
        }
        work.finish();
    }
    return static_cast<int>(ids.size());
}

} // namespace kintsugi::service
