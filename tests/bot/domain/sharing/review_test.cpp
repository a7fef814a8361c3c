#include "bot/domain/sharing/review.hpp"
#include "tests/bot/domain/sharing/publishing.hpp"

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;

namespace {

const ReviewFacts facts{PersonId{"wei"}, {"marketing", "press"}};

Reviewer reviewer(const std::string& name, const std::string& department, const std::string& lead = {})
{
    return {PersonId{name}, department, department == "legal", PersonId{lead}};
}

std::optional<Refused> turned_away(TextBuilder text, const Reviewer& who)
{
    const auto refusal = check_reviewer(text.build(), who, facts);
    return refusal ? std::optional{refusal->reason} : std::nullopt;
}

std::vector<PersonId> people(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

auto chosen(cases::Level level, const std::vector<Reviewer>& candidates)
{
    return choose_reviewers(a_text(level).build(), candidates, facts);
}

TextBuilder one_vote(cases::Level level, const Reviewer& by)
{
    return a_text(level).submitted().voted(by.id.value(), by.department, false, by.lead.value(), by.legal);
}

} // namespace

TEST_CASE("author and owner do not review", "[review]")
{
    CHECK(turned_away(a_text().submitted(), reviewer("ben", "service")) == Refused::reviewer_is_author);
    CHECK(turned_away(a_text().submitted(), reviewer("wei", "service")) == Refused::reviewer_is_owner);
    CHECK_FALSE(turned_away(a_text().submitted(), reviewer("ana", "legal")).has_value());
}

TEST_CASE("nobody votes twice, and no department does", "[review]")
{
    const auto text = one_vote(cases::Level::medium, reviewer("ana", "legal"));
    CHECK(turned_away(text, reviewer("ana", "legal")) == Refused::already_voted);
    CHECK(turned_away(text, reviewer("amy", "legal")) == Refused::reviewer_same_department);
    CHECK_FALSE(turned_away(text, reviewer("priya", "quality")).has_value());
}

TEST_CASE("a direct report and their lead do not review together, whoever is first", "[review]")
{
    const auto lead = reviewer("priya", "quality"), report = reviewer("tom", "service", "priya");
    CHECK(turned_away(one_vote(cases::Level::medium, lead), report) == Refused::reviewer_same_department);
    CHECK(turned_away(one_vote(cases::Level::medium, report), lead) == Refused::reviewer_same_department);
    CHECK_FALSE(turned_away(one_vote(cases::Level::medium, report), reviewer("ana", "legal")).has_value());
}

TEST_CASE("level 3 is approved by one, levels 1 and 2 by two", "[review]")
{
    CHECK(reviewers_needed(cases::Level::mild) == 1);
    CHECK(reviewers_needed(cases::Level::medium) == 2);
    CHECK(reviewers_needed(cases::Level::severe) == 2);
    const auto ana = reviewer("ana", "legal");
    CHECK(completes(a_text(cases::Level::mild).submitted().build(), ana, facts));
    CHECK_FALSE(completes(a_text(cases::Level::medium).submitted().build(), ana, facts));
    CHECK_FALSE(completes(a_text(cases::Level::severe).submitted().build(), ana, facts));
}

TEST_CASE("one of two at level 2 is outside marketing and press", "[review]")
{
    const auto text = one_vote(cases::Level::medium, reviewer("mia", "marketing"));
    CHECK_FALSE(completes(text.build(), reviewer("pat", "press"), facts));
    CHECK(completes(text.build(), reviewer("priya", "quality"), facts));
    CHECK(completes(one_vote(cases::Level::medium, reviewer("priya", "quality")).build(), reviewer("mia", "marketing"),
                    facts));
}

TEST_CASE("one of two at level 1 is legal", "[review]")
{
    const auto text = one_vote(cases::Level::severe, reviewer("priya", "quality"));
    CHECK_FALSE(completes(text.build(), reviewer("tom", "service"), facts));
    CHECK(completes(text.build(), reviewer("ana", "legal"), facts));
    CHECK(completes(one_vote(cases::Level::severe, reviewer("ana", "legal")).build(), reviewer("mia", "marketing"),
                    facts));
}

TEST_CASE("those are asked who complete a review, as few as can, in the order given", "[review]")
{
    const std::vector candidates{reviewer("mia", "marketing"), reviewer("ben", "service"), reviewer("pat", "press"),
                                 reviewer("priya", "quality"), reviewer("ana", "legal")};
    CHECK(chosen(cases::Level::mild, candidates) == people({"mia"}));
    CHECK(chosen(cases::Level::medium, candidates) == people({"mia", "priya"}));
    CHECK(chosen(cases::Level::severe, candidates) == people({"mia", "ana"}));
}

TEST_CASE("a first candidate with whom nobody can vote does not stand in the way of others", "[review]")
{
    CHECK(chosen(cases::Level::severe, {reviewer("amy", "legal-desk"),
                                        reviewer("tom", "quality", "amy"),
                                        {PersonId{"ana"}, "legal-desk", true, {}}}) == people({"tom", "ana"}));
    CHECK(chosen(cases::Level::medium, {reviewer("priya", "quality"), reviewer("quin", "quality"),
                                        reviewer("tom", "service", "priya"), reviewer("mia", "marketing", "priya")}) ==
          people({"quin", "tom"}));
}

TEST_CASE("too few reviewers are told with the number that is needed", "[review]")
{
    CHECK(chosen(cases::Level::medium, {reviewer("mia", "marketing"), reviewer("pat", "press")}).error() ==
          Refusal{Refused::reviewers_missing, "2"});
    CHECK(chosen(cases::Level::mild, {reviewer("ben", "service"), reviewer("wei", "service")}).error() ==
          Refusal{Refused::reviewers_missing, "1"});
}
