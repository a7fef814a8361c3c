#pragma once
// One use case in one transaction: who acts, when, and what of the stores it has in hand. Things that were opened are
// written back by `finish`, with the rows and timers that follow from them.

#include "bot/domain/cases/clocks.hpp"
#include "bot/domain/cases/lifecycle.hpp"
#include "bot/domain/outcome.hpp"
#include "bot/service/knowledge.hpp"
#include "bot/service/stores.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace kintsugi::service {

/// A case with its log, as opened in this transaction.
struct CaseFile {
    cases::Case current;
    cases::History log;
    bool gone = false; ///< its opening was undone
    bool changed = false;
};

class Work {
public:
    /// `what` names the verb or the timer. `stores` and `knowledge` must outlive the work.
    Work(Stores& stores, const Knowledge& knowledge, Instant now, PersonId actor, Roles roles, std::string what);

    [[nodiscard]] Stores& stores() { return stores_; }
    [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }
    [[nodiscard]] const conversation::Wording& wording() const { return knowledge_.wording; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] const PersonId& actor() const { return actor_; }
    [[nodiscard]] const Roles& roles() const { return roles_; }

    /// The case, or null where there is none. The pointer is good until `finish`.
    [[nodiscard]] CaseFile* file(CaseId id);
    [[nodiscard]] CaseFile* create_file();

    /// The same, but also one whose opening was undone; for striking that strike.
    [[nodiscard]] CaseFile* file_even_undone(CaseId id);

    /// Decides and, where allowed, stores. `reason`: why a lead acts for the owner.
    Outcome<void> apply(CaseFile& file, const cases::Command& command, const PrivateText& reason = {});

    /// The same in the name of the timers.
    Outcome<void> apply_as_system(CaseFile& file, const cases::Command& command);

    /// Appends a strike of `act` to the log of the case.
    void strike(CaseFile& file, ActId act);

    /// Puts the masked line of a case into the search index.
    void index(const cases::Case& current);

    /// The act of this work; begun at the first change. Remembers what it changed, for undo.
    ActId act_on(Stream stream, std::int64_t id);
    [[nodiscard]] std::optional<ActId> act() const { return act_; }

    /// Each order of a message is an act of its own.
    void name_act(conversation::Verb verb);

    /// The user whom this work is about, if it opened a case.
    [[nodiscard]] CustomerId customer() const;

    [[nodiscard]] const cases::PolicyHistory& policies();
    [[nodiscard]] std::vector<cases::CaseClock> clocks(const CaseFile& file);

    [[nodiscard]] std::optional<Person> person(const PersonId& id) { return stores_.people.find(id); }
    [[nodiscard]] conversation::Dialog& dialog(const PersonId& person, const Destination& where);

    /// Writes rows, search index and dialogs. Last call of every use case.
    void finish();

private:
    Outcome<void> apply_as(CaseFile& file, const cases::Command& command, const cases::Context& context);
    void save(CaseFile& file);
    [[nodiscard]] std::optional<Instant> next_due(const CaseFile& file);

    Stores& stores_;
    const Knowledge& knowledge_;
    Instant now_;
    PersonId actor_;
    Roles roles_;
    std::string what_;
    std::optional<ActId> act_;
    std::optional<cases::PolicyHistory> policies_;
    std::map<CaseId, std::unique_ptr<CaseFile>> files_;

    struct OpenDialog {
        conversation::Dialog before;
        conversation::Dialog now;
        PersonId person;
        Destination where;
    };
    std::map<std::string, OpenDialog> dialogs_;
};

/// The row that the case's log makes.
[[nodiscard]] CaseRow row_of(const CaseFile& file, std::optional<Instant> next_due);

} // namespace kintsugi::service
