#include "storage/consent_store.hpp"

namespace kintsugi::storage {

sharing::ConsentHistory SqlConsentStore::log(CaseId id)
{
    return log_.read<sharing::ConsentEvent>(service::Stream::consents, id.value());
}

void SqlConsentStore::append(CaseId id, std::span<const Recorded<sharing::ConsentEvent>> events, CustomerId sealed_for)
{
    log_.append(service::Stream::consents, id.value(), events, sealed_for);
}

void SqlConsentStore::save(CaseId id, sharing::ConsentState state, std::optional<Instant> ends)
{
    database_.run("INSERT INTO consent_row (case_id, state, ends) VALUES ($1, $2, $3) "
                  "ON CONFLICT (organisation, case_id) DO UPDATE SET state = excluded.state, ends = excluded.ends",
                  id, state, ends);
}

std::vector<CaseId> SqlConsentStore::due(Instant now, int most)
{
    return column_of<CaseId>(database_.query("SELECT case_id FROM consent_row WHERE organisation = 1 AND ends <= $1 "
                                             "ORDER BY ends, case_id LIMIT $2",
                                             now, most));
}

} // namespace kintsugi::storage
