#pragma once
// A publication with its log, and what stands around it. Used by the handlers and the timers of sharing.

#include "bot/domain/sharing/identifiability.hpp"
#include "bot/domain/sharing/publication_rules.hpp"
#include "bot/domain/sharing/review.hpp"
#include "bot/service/turn.hpp"

#include <optional>

namespace kintsugi::service {

struct PublicationFile {
    sharing::Publication current;
    sharing::PublicationHistory log;
};

[[nodiscard]] std::optional<PublicationFile> read_publication(Work& work, PublicationId id);

/// Appends, folds, saves the row with its timer.
void append(Work& work, PublicationFile& file, sharing::PublicationEvent event);

/// The publication that is meant: by number, by quoted card, or the last one spoken of here.
[[nodiscard]] Outcome<PublicationFile> which_publication(Turn& turn, const conversation::Order& order);

/// Everything the rules ask about, as it is at this moment. `consent` must outlive the result.
[[nodiscard]] sharing::Surroundings surroundings(Work& work, const sharing::Publication& publication, CaseFile& file,
                                                 const sharing::Consent& consent);

[[nodiscard]] bool outbound_on_hold(Work& work);

Outcome<void> show_publication(Turn& turn, PublicationId id);

/// The user's word or a fix lights a further step: offers the owner a new preview.
void suggest_public_update(Work& work, CaseFile& file);

/// Owner and author may work on a text, and leads.
[[nodiscard]] bool may_work_on(Turn& turn, const sharing::Publication& publication);

} // namespace kintsugi::service
