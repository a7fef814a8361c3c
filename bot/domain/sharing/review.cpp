#include "bot/domain/sharing/review.hpp"

#include <algorithm>
#include <span>

namespace kintsugi::sharing {
namespace {

bool is_marketing(const std::string& department, const ReviewFacts& facts)
{
    return std::ranges::find(facts.marketing_departments, department) != facts.marketing_departments.end();
}

bool enough(cases::Level level, const std::vector<Vote>& votes, const ReviewFacts& facts)
{
    if (static_cast<int>(votes.size()) < reviewers_needed(level)) return false;
    switch (level) {
    case cases::Level::mild:
        return true;
    case cases::Level::medium:
        return std::ranges::any_of(votes, [&](const Vote& vote) { return !is_marketing(vote.department, facts); });
    case cases::Level::severe:
        return std::ranges::any_of(votes, &Vote::legal);
    }
    throw std::logic_error{"unknown level"};
}

Vote vote_of(const Reviewer& reviewer)
{
    return {reviewer.id, reviewer.department, reviewer.legal, reviewer.lead};
}

/// Whether one more vote can still lead to approval with no more voters than needed.
bool helps(cases::Level level, std::vector<Vote> votes, const Reviewer& reviewer, const ReviewFacts& facts)
{
    votes.push_back(vote_of(reviewer));
    return static_cast<int>(votes.size()) < reviewers_needed(level) || enough(level, votes, facts);
}

bool same_department(const std::vector<Vote>& votes, const Reviewer& reviewer)
{
    return std::ranges::find(votes, reviewer.department, &Vote::department) != votes.end();
}

/// "Each other's": it does not matter which of the two votes first.
bool direct_report(const std::vector<Vote>& votes, const Reviewer& reviewer)
{
    return std::ranges::any_of(votes,
                               [&](const Vote& vote) { return vote.by == reviewer.lead || vote.lead == reviewer.id; });
}

/// Those who complete a review that begins with the first of `candidates`; no one if it cannot be completed.
std::vector<PersonId> beginning_with_first(Publication imagined, std::span<const Reviewer> candidates,
                                           const ReviewFacts& facts)
{
    std::vector<PersonId> chosen;
    for (const auto& candidate : candidates) {
        if (check_reviewer(imagined, candidate, facts)) continue;
        if (!helps(imagined.level, imagined.votes, candidate, facts)) continue;
        imagined.votes.push_back(vote_of(candidate));
        chosen.push_back(candidate.id);
        if (enough(imagined.level, imagined.votes, facts)) return chosen;
    }
    return {};
}

} // namespace

int reviewers_needed(cases::Level level)
{
    return level == cases::Level::mild ? 1 : 2;
}

std::optional<Refusal> check_reviewer(const Publication& publication, const Reviewer& reviewer,
                                      const ReviewFacts& facts)
{
    if (reviewer.id == publication.author) return Refusal{Refused::reviewer_is_author};
    if (reviewer.id == facts.case_owner) return Refusal{Refused::reviewer_is_owner};
    if (std::ranges::find(publication.votes, reviewer.id, &Vote::by) != publication.votes.end())
        return Refusal{Refused::already_voted};
    if (same_department(publication.votes, reviewer) || direct_report(publication.votes, reviewer))
        return Refusal{Refused::reviewer_same_department};
    return std::nullopt;
}

bool completes(const Publication& publication, const Reviewer& reviewer, const ReviewFacts& facts)
{
    auto votes = publication.votes;
    votes.push_back(vote_of(reviewer));
    return enough(publication.level, votes, facts);
}

Outcome<std::vector<PersonId>> choose_reviewers(const Publication& publication, const std::vector<Reviewer>& candidates,
                                                const ReviewFacts& facts)
{
    auto imagined = publication;
    imagined.votes.clear();
    for (std::size_t first = 0; first < candidates.size(); ++first) {
        const auto rest = std::span{candidates}.subspan(first);
        if (auto chosen = beginning_with_first(imagined, rest, facts); !chosen.empty()) return chosen;
    }
    return refuse(Refused::reviewers_missing, std::to_string(reviewers_needed(publication.level)));
}

} // namespace kintsugi::sharing
