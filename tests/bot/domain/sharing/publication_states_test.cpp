#include "bot/domain/sharing/publication_rules.hpp"
#include "tests/bot/domain/sharing/publishing.hpp"

#include <algorithm>

using namespace kintsugi;
using namespace kintsugi::sharing;
using namespace kintsugi::tests;

namespace {

struct Allowed {
    PublicationVerb verb;
    std::vector<PublicationState> from;
};

using enum PublicationState;

/// PRODUCT.md, 3.3, once more.
const Allowed allowed[] = {
    {PublicationVerb::edit, {draft, previewed, in_review, approved, rejected, failed}},
    {PublicationVerb::submit, {previewed, rejected}},
    {PublicationVerb::approve, {in_review}},
    {PublicationVerb::send_back, {in_review, approved}},
    {PublicationVerb::publish, {approved}},
    {PublicationVerb::release, {queued}},
    {PublicationVerb::confirm_sent, {awaiting_sender}},
    {PublicationVerb::pause, {approved, queued, awaiting_sender}},
    {PublicationVerb::correct, {delivered, corrected}},
    {PublicationVerb::take_down, {delivered, corrected, awaiting_sender}},
};

Publication text_in(PublicationState state)
{
    Publication text;
    text.state = state;
    return text;
}

} // namespace

TEST_CASE("each verb may be used in its states and is refused by name in all others", "[publication][table]")
{
    for (const auto& row : allowed)
        for (const auto& [state, name] : Names<PublicationState>::all) {
            CAPTURE(static_cast<int>(row.verb), name);
            const auto refusal = PublicationRules::check_state(text_in(state), row.verb);
            if (std::ranges::find(row.from, state) != row.from.end())
                CHECK_FALSE(refusal.has_value());
            else
                CHECK(refusal == Refusal{Refused::wrong_state, std::string{name}});
        }
}

TEST_CASE("a correction goes out at once, for whatever is out and is masked", "[publication][release]")
{
    const auto notice = masked("Correction: it was four.");
    for (const auto& [state, name] : Names<PublicationState>::all) {
        CAPTURE(name);
        const bool is_out = state == delivered || state == corrected;
        const auto released = PublicationRules::release_correction(text_in(state), notice, false);
        CHECK(released.has_value() == is_out);
        if (is_out) CHECK(released->reveal() == notice.reveal());
        CHECK_FALSE(PublicationRules::release_correction(text_in(state), notice, true).has_value());
    }
    CHECK(PublicationRules::release_correction(text_in(delivered), notice, true).error().reason == Refused::not_masked);
}
