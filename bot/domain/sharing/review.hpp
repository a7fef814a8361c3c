#pragma once
// Who may review what, and when a text is approved. PRODUCT.md, 3.3.

#include "bot/domain/sharing/publication.hpp"

#include <string>
#include <vector>

namespace kintsugi::sharing {

/// What the rules need to know of the people around a text.
struct ReviewFacts {
    PersonId case_owner;
    std::vector<std::string> marketing_departments; ///< marketing and public relations
};

struct Reviewer {
    PersonId id;
    std::string department;
    bool legal = false;
    PersonId lead; ///< whose direct report this is
};

[[nodiscard]] int reviewers_needed(cases::Level level);

/// Why `reviewer` may not vote on the text as it stands; nothing if they may.
[[nodiscard]] std::optional<Refusal> check_reviewer(const Publication& publication, const Reviewer& reviewer,
                                                    const ReviewFacts& facts);

/// Whether the votes so far together with one by `reviewer` approve the text.
[[nodiscard]] bool completes(const Publication& publication, const Reviewer& reviewer, const ReviewFacts& facts);

/// The people to ask, fewest that can complete a review, in the order given. Refused where they are too few.
[[nodiscard]] Outcome<std::vector<PersonId>>
choose_reviewers(const Publication& publication, const std::vector<Reviewer>& candidates, const ReviewFacts& facts);

} // namespace kintsugi::sharing
