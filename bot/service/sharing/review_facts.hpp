#pragma once
// Reviewers as the rules of review know them.

#include "bot/domain/sharing/review.hpp"
#include "bot/service/work.hpp"

#include <vector>

namespace kintsugi::service {

/// Everyone who may review, by id; legal first, since some texts need it.
[[nodiscard]] std::vector<sharing::Reviewer> all_reviewers(Work& work);
[[nodiscard]] sharing::Reviewer reviewer_of(const Person& person);
[[nodiscard]] sharing::ReviewFacts review_facts(Work& work, const cases::Case& current);

} // namespace kintsugi::service
