#pragma once
// A case's consent, read and written. Used by everything that shares.

#include "bot/domain/sharing/consent.hpp"
#include "bot/service/work.hpp"

namespace kintsugi::service {

[[nodiscard]] sharing::Consent read_consent(Work& work, CaseId id);

/// Decides and, where allowed, stores.
[[nodiscard]] Outcome<sharing::Consent> order_consent(Work& work, const cases::Case& current,
                                                      const sharing::ConsentOrder& order);

} // namespace kintsugi::service
