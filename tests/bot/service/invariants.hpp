#pragma once
// What holds in every conversation, whatever people say and whatever breaks. Each check adds a sentence per breach.

#include "tests/bot/domain/cases/clocks_by_steps.hpp"
#include "tests/conversations/stage.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace kintsugi::tests {

using Breaches = std::vector<std::string>;

/// Rows, chains, owners, clocks and timers against the logs they come from.
class StoreCheck {
public:
    /// Clocks are counted over `length` from `origin` on; all events must lie on its steps of five minutes.
    StoreCheck(scenes::Stage& stage, Instant origin, Days length);

    void check(Breaches& breaches);

private:
    void check_case(CaseId id, Breaches& breaches);
    void check_clocks(service::Work& work, const service::CaseFile& file, Breaches& breaches);
    void check_publications(Breaches& breaches);
    void check_causes(Breaches& breaches);

    scenes::Stage& stage_;
    Instant origin_;
    std::vector<OpenSteps> open_;
};

/// Every message is sent or its failure was reported; call it after all retries had their time.
void check_outbox(scenes::Stage& stage, Breaches& breaches);

/// Words that stand in one case only, or that people type anywhere.
struct Secret {
    std::string text;
    CaseId of;                   ///< empty: typed by anybody; those who work on cases may read it
    bool for_colleagues = false; ///< names nobody: employees may read it, a community never
};

/// Who got what: nothing private where it may not be, nothing published without a consent that covers it.
class PrivacyCheck {
public:
    PrivacyCheck(scenes::Stage& stage, std::vector<Secret> secrets);

    /// What a person typed they may see again.
    void typed(const std::string& who, const std::string& text);

    /// Before anything is said: who may read what by now.
    void look();
    void check(const std::vector<Arrived>& arrived, Breaches& breaches);

private:
    [[nodiscard]] bool may_see(const std::string& where, const Secret& secret) const;
    void check_published(const Arrived& arrived, Breaches& breaches);

    scenes::Stage& stage_;
    std::vector<Secret> secrets_;
    std::set<std::pair<std::string, std::string>> typed_; ///< conversation and secret
    std::set<std::pair<std::string, CaseId>> readers_;    ///< conversation and case, now or at some time before
    std::set<std::string> private_places_;                ///< of those who work on cases
    std::set<std::string> public_places_;                 ///< of communities and their members
};

} // namespace kintsugi::tests
