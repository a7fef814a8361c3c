#pragma once
// A user's consent to share their case: per case and scope, bound to the exact words that they were shown.
// PRODUCT.md, 3.2; WHY.md, idea 3. Silence is no, and no one is asked twice.

#include "bot/domain/history.hpp"
#include "bot/domain/names.hpp"
#include "bot/domain/outcome.hpp"
#include "bot/domain/private_text.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kintsugi::sharing {

enum class ConsentState { none, asked, granted, refused, expired, ask_again, withdrawn };

/// S1 process only · S2 process and result · S3 story with paraphrased quotes · S4 named testimonial.
enum class Scope { process = 1, result = 2, story = 3, named = 4 };

inline constexpr auto silence_means_no_after = Days{7};
inline constexpr auto consent_lasts = Days{180};

struct ConsentAsked {
    Scope scope = Scope::process;
    std::string text_hash; ///< of the words shown

    static constexpr std::string_view name = "consent_asked";
    static constexpr std::tuple fields{Field{"scope", &ConsentAsked::scope},
                                       Field{"text_hash", &ConsentAsked::text_hash}};
    bool operator==(const ConsentAsked&) const = default;
};

struct ConsentGranted {
    Scope scope = Scope::process;
    PrivateText evidence;               ///< the user's words
    std::vector<PrivateText> forbidden; ///< words that no shared text may have, from the user's conditions
    Instant expires{};

    static constexpr std::string_view name = "consent_granted";
    static constexpr std::tuple fields{
        Field{"scope", &ConsentGranted::scope}, Field{"evidence", &ConsentGranted::evidence},
        Field{"forbidden", &ConsentGranted::forbidden}, Field{"expires", &ConsentGranted::expires}};
    bool operator==(const ConsentGranted&) const = default;
};

struct ConsentRefused {
    PrivateText evidence;

    static constexpr std::string_view name = "consent_refused";
    static constexpr std::tuple fields{Field{"evidence", &ConsentRefused::evidence}};
    bool operator==(const ConsentRefused&) const = default;
};

struct ConsentExpired {
    static constexpr std::string_view name = "consent_expired";
    static constexpr std::tuple<> fields{};
    bool operator==(const ConsentExpired&) const = default;
};

/// The text changed: what was consented to is no longer what would be shown.
struct ConsentOutgrown {
    std::string text_hash;

    static constexpr std::string_view name = "consent_outgrown";
    static constexpr std::tuple fields{Field{"text_hash", &ConsentOutgrown::text_hash}};
    bool operator==(const ConsentOutgrown&) const = default;
};

struct ConsentWithdrawn {
    PrivateText words;

    static constexpr std::string_view name = "consent_withdrawn";
    static constexpr std::tuple fields{Field{"words", &ConsentWithdrawn::words}};
    bool operator==(const ConsentWithdrawn&) const = default;
};

using ConsentEvent = std::variant<Struck, ConsentAsked, ConsentGranted, ConsentRefused, ConsentExpired, ConsentOutgrown,
                                  ConsentWithdrawn>;
using ConsentHistory = std::vector<Recorded<ConsentEvent>>;

struct Consent {
    ConsentState state = ConsentState::none;
    Scope scope = Scope::process;
    std::vector<std::string> text_hashes; ///< of all words shown when asked
    std::vector<PrivateText> forbidden;
    std::optional<Instant> asked_at;
    std::optional<Instant> expires;

    bool operator==(const Consent&) const = default;
};

enum class ConsentVerb { ask, grant, refuse, expire, outgrow, withdraw };

struct ConsentOrder {
    ConsentVerb verb = ConsentVerb::ask;
    Scope scope = Scope::process;
    std::string text_hash{};
    PrivateText evidence{};
    std::vector<PrivateText> forbidden{};
};

struct ConsentTransition {
    ConsentState from;
    ConsentVerb verb;
    ConsentState to;
};

/// PRODUCT.md, 3.2, same order.
[[nodiscard]] std::span<const ConsentTransition> consent_transitions();

[[nodiscard]] Outcome<ConsentEvent> decide(const Consent& current, const ConsentOrder& order, Instant now);
[[nodiscard]] Consent evolve(Consent current, const Recorded<ConsentEvent>& recorded);
[[nodiscard]] Consent fold_consent(std::span<const Recorded<ConsentEvent>> log);

/// When silence or age ends it; nothing where neither can.
[[nodiscard]] std::optional<Instant> consent_ends(const Consent& consent);

/// May a text be shown now? `free_text_hash` is empty for a text that is all template, which needs no new question
/// within the scope. `folded` is the whole text, folded: the user's conditions are looked for in it.
[[nodiscard]] std::optional<Refusal> check_consent(const Consent& consent, Scope needed,
                                                   const std::string& free_text_hash, std::string_view folded,
                                                   Instant now);

} // namespace kintsugi::sharing

namespace kintsugi {

template <>
struct Names<sharing::ConsentState> {
    using enum sharing::ConsentState;
    static constexpr std::pair<sharing::ConsentState, std::string_view> all[] = {
        {none, "none"},       {asked, "asked"},         {granted, "granted"},    {refused, "refused"},
        {expired, "expired"}, {ask_again, "ask_again"}, {withdrawn, "withdrawn"}};
};

template <>
struct Names<sharing::Scope> {
    using enum sharing::Scope;
    static constexpr std::pair<sharing::Scope, std::string_view> all[] = {
        {process, "scope_1"}, {result, "scope_2"}, {story, "scope_3"}, {named, "scope_4"}};
};

} // namespace kintsugi
