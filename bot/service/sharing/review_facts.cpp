#include "bot/service/sharing/review_facts.hpp"

#include <algorithm>

namespace kintsugi::service {

sharing::Reviewer reviewer_of(const Person& person)
{
    return {person.id, person.department, person.roles.has(Role::legal), person.lead};
}

std::vector<sharing::Reviewer> all_reviewers(Work& work)
{
    std::vector<sharing::Reviewer> reviewers;
    for (const auto& person : work.stores().people.everyone())
        if (person.roles.has(Role::reviewer) || person.roles.has(Role::legal)) reviewers.push_back(reviewer_of(person));
    std::ranges::stable_partition(reviewers, &sharing::Reviewer::legal);
    return reviewers;
}

sharing::ReviewFacts review_facts(Work& work, const cases::Case& current)
{
    return {current.owner, work.knowledge().practice.marketing_departments};
}

} // namespace kintsugi::service
