#include "bot/domain/sharing/consent.hpp"

#include "bot/domain/match.hpp"
#include "bot/domain/text.hpp"

#include <algorithm>

namespace kintsugi::sharing {
namespace {

using enum ConsentState;

constexpr ConsentTransition table[] = {
    {none, ConsentVerb::ask, asked},
    {asked, ConsentVerb::grant, granted},
    {asked, ConsentVerb::refuse, refused},
    {asked, ConsentVerb::expire, expired},
    {granted, ConsentVerb::expire, expired},
    {granted, ConsentVerb::outgrow, ask_again},
    {ask_again, ConsentVerb::ask, asked},
    {granted, ConsentVerb::withdraw, withdrawn},
    {ask_again, ConsentVerb::withdraw, withdrawn},
};

Refusal why_not(ConsentState state, ConsentVerb verb)
{
    switch (state) {
    case none:
        return {Refused::consent_missing};
    case asked:
        return {Refused::already_so};
    case granted:
        return {Refused::already_so};
    case refused:
        return {verb == ConsentVerb::ask ? Refused::consent_never_twice : Refused::consent_refused};
    case expired:
        return {verb == ConsentVerb::ask ? Refused::consent_never_twice : Refused::consent_missing};
    case ask_again:
        return {Refused::consent_other_words};
    case withdrawn:
        return {Refused::consent_withdrawn};
    }
    throw std::logic_error{"unknown consent state"};
}

ConsentEvent event_of(const ConsentOrder& order, Instant now)
{
    switch (order.verb) {
    case ConsentVerb::ask:
        return ConsentAsked{order.scope, order.text_hash};
    case ConsentVerb::grant:
        return ConsentGranted{order.scope, order.evidence, order.forbidden, now + consent_lasts};
    case ConsentVerb::refuse:
        return ConsentRefused{order.evidence};
    case ConsentVerb::expire:
        return ConsentExpired{};
    case ConsentVerb::outgrow:
        return ConsentOutgrown{order.text_hash};
    case ConsentVerb::withdraw:
        return ConsentWithdrawn{order.evidence};
    }
    throw std::logic_error{"unknown consent verb"};
}

/// A story or a name is never implied by a smaller consent, nor the other way round.
bool covers(Scope granted_scope, Scope needed)
{
    if (needed == Scope::story || needed == Scope::named) return granted_scope == needed;
    return granted_scope >= needed;
}

bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// A Latin word counts only whole: "mom" is not in "moment".
bool mentions(std::string_view folded, std::string_view word)
{
    for (auto at = folded.find(word); !word.empty() && at != std::string_view::npos; at = folded.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool starts = at == 0 || !is_word_byte(word.front()) || !is_word_byte(folded[at - 1]);
        if (starts && (end == folded.size() || !is_word_byte(word.back()) || !is_word_byte(folded[end]))) return true;
    }
    return false;
}

} // namespace

std::span<const ConsentTransition> consent_transitions()
{
    return table;
}

Outcome<ConsentEvent> decide(const Consent& current, const ConsentOrder& order, Instant now)
{
    const auto fits = [&](const ConsentTransition& row) { return row.from == current.state && row.verb == order.verb; };
    if (std::ranges::find_if(table, fits) == std::end(table)) return tl::unexpected{why_not(current.state, order.verb)};
    const bool speaks_for_user = order.verb == ConsentVerb::grant;
    if (speaks_for_user && order.evidence.empty()) return refuse(Refused::evidence_missing);
    if (const auto end = consent_ends(current); order.verb == ConsentVerb::expire && end && now < *end)
        return refuse(Refused::wrong_state, std::string{name_of(current.state)}, end);
    return event_of(order, now);
}

Consent evolve(Consent current, const Recorded<ConsentEvent>& recorded)
{
    const auto at = recorded.at;
    std::visit(Match{[](const Struck&) {},
                     [&](const ConsentAsked& event) {
                         current.state = asked;
                         current.scope = event.scope;
                         current.text_hashes.push_back(event.text_hash);
                         current.asked_at = at;
                     },
                     [&](const ConsentGranted& event) {
                         current.state = granted;
                         current.scope = event.scope;
                         current.forbidden = event.forbidden;
                         current.expires = event.expires;
                     },
                     [&](const ConsentRefused&) { current.state = refused; },
                     [&](const ConsentExpired&) { current.state = expired; },
                     [&](const ConsentOutgrown&) { current.state = ask_again; },
                     [&](const ConsentWithdrawn&) { current.state = withdrawn; }},
               recorded.event);
    return current;
}

Consent fold_consent(std::span<const Recorded<ConsentEvent>> log)
{
    Consent consent;
    for (const auto& recorded : effective(log))
        consent = evolve(std::move(consent), recorded);
    return consent;
}

std::optional<Instant> consent_ends(const Consent& consent)
{
    if (consent.state == asked) return *consent.asked_at + silence_means_no_after;
    if (consent.state == granted) return consent.expires;
    return std::nullopt;
}

std::optional<Refusal> check_consent(const Consent& consent, Scope needed, const std::string& free_text_hash,
                                     std::string_view folded, Instant now)
{
    if (consent.state != granted) {
        const bool unanswered = consent.state == none || consent.state == asked;
        return unanswered ? Refusal{Refused::consent_missing} : why_not(consent.state, ConsentVerb::grant);
    }
    if (consent.expires && *consent.expires <= now) return Refusal{Refused::consent_missing};
    if (!covers(consent.scope, needed)) return Refusal{Refused::consent_scope};
    const bool words_shown =
        free_text_hash.empty() || std::ranges::find(consent.text_hashes, free_text_hash) != consent.text_hashes.end();
    if (!words_shown) return Refusal{Refused::consent_other_words};
    for (const auto& word : consent.forbidden)
        if (mentions(folded, text::fold(word.reveal()))) return Refusal{Refused::consent_condition};
    return std::nullopt;
}

} // namespace kintsugi::sharing
