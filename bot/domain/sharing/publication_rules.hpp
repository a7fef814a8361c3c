#pragma once
// What stands between a text and the public. The only place that makes PublicText out of what people wrote.
// PRODUCT.md, 3.3; WHY.md, ideas 3 to 5.

#include "bot/domain/cases/case.hpp"
#include "bot/domain/sharing/publication.hpp"

namespace kintsugi::sharing {

enum class PublicationVerb {
    edit,
    submit,
    approve,
    send_back,
    publish,
    release,
    confirm_sent,
    pause,
    correct,
    take_down
};

/// Joint facts at the moment of the act; the service looks them up in the same transaction.
struct Surroundings {
    Instant now{};
    const cases::Case* of = nullptr;
    const Consent* consent = nullptr;
    bool outbound_on_hold = false; ///< global switch 暂停对外
    std::string folded_text;       ///< the whole text, folded
    bool residue_found = false;    ///< the last scan saw something that names a person
    bool broken_promise = false;   ///< a promise of the case is overdue
};

class PublicationRules {
public:
    /// From which states a verb may be used. PRODUCT.md, 3.3.
    [[nodiscard]] static std::optional<Refusal> check_state(const Publication& publication, PublicationVerb verb);

    /// Everything that must hold before a text may leave: consent, mode, mask, hold. Asked when it is submitted, when
    /// it is published and again at the moment of release.
    [[nodiscard]] static std::optional<Refusal> check_outward(const Publication& publication,
                                                              const Surroundings& surroundings);

    /// The text for the public; refused unless it was approved, its hold is over and `check_outward` still agrees.
    [[nodiscard]] static Outcome<PublicText> release(const Publication& publication, const Surroundings& surroundings);

    /// A correction or take-down notice may go out at once: it says less than what is out already.
    [[nodiscard]] static Outcome<PublicText> release_correction(const Publication& publication, const MaskedText& text,
                                                                bool residue_found);
};

} // namespace kintsugi::sharing
