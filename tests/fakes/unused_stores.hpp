#pragma once
// Stores that a test of the web side never touches: each call is a mistake of the test.

#include "bot/service/stores.hpp"

#include <stdexcept>

namespace kintsugi::tests {

[[noreturn]] inline void unused()
{
    throw std::logic_error{"this store is not part of the test"};
}

struct UnusedCases : service::CaseStore {
    CaseId create() override { unused(); }
    cases::History log(CaseId) override { unused(); }
    void append(CaseId, std::span<const Recorded<cases::Event>>, CustomerId) override { unused(); }
    void save(const service::CaseRow&) override { unused(); }
    void remove_row(CaseId) override { unused(); }
    std::optional<service::CaseRow> row(CaseId) override { unused(); }
    std::vector<service::CaseRow> open_of(const PersonId&) override { unused(); }
    std::vector<service::CaseRow> of_customer(CustomerId) override { unused(); }
    std::vector<service::CaseRow> opened_between(Instant, Instant) override { unused(); }
    std::vector<CaseId> due(Instant, int) override { unused(); }
    std::vector<CaseId> all() override { unused(); }
};

struct UnusedCustomers : service::CustomerStore {
    service::Customer create(int, const PrivateText&, Instant) override { unused(); }
    std::optional<service::Customer> find(CustomerId) override { unused(); }
    void rename(CustomerId, const PrivateText&) override { unused(); }
    void add_identifier(CustomerId, std::string_view, const PrivateText&) override { unused(); }
    std::optional<CustomerId> by_identifier(std::string_view, const PrivateText&) override { unused(); }
    void destroy_key(CustomerId) override { unused(); }
};

struct UnusedConsents : service::ConsentStore {
    sharing::ConsentHistory log(CaseId) override { unused(); }
    void append(CaseId, std::span<const Recorded<sharing::ConsentEvent>>, CustomerId) override { unused(); }
    void save(CaseId, sharing::ConsentState, std::optional<Instant>) override { unused(); }
    std::vector<CaseId> due(Instant, int) override { unused(); }
};

struct UnusedPublications : service::PublicationStore {
    PublicationId create() override { unused(); }
    sharing::PublicationHistory log(PublicationId) override { unused(); }
    void append(PublicationId, std::span<const Recorded<sharing::PublicationEvent>>, CustomerId) override { unused(); }
    void save(const service::PublicationRow&) override { unused(); }
    void remove_row(PublicationId) override { unused(); }
    std::vector<service::PublicationRow> of_case(CaseId) override { unused(); }
    std::vector<service::PublicationRow> in_states(std::span<const sharing::PublicationState>) override { unused(); }
    std::vector<PublicationId> due(Instant, int) override { unused(); }
    std::vector<PublicationId> all() override { unused(); }
};

struct UnusedBoard : service::BoardStore {
    std::optional<sharing::Alias> alias_of(CaseId) override { unused(); }
    bool claim(CaseId, const sharing::Alias&) override { unused(); }
    std::optional<CaseId> by_number(int) override { unused(); }
    void follow(CaseId, const PersonId&, bool) override { unused(); }
    std::vector<PersonId> followers(CaseId) override { unused(); }
};

struct UnusedCauses : service::CauseStore {
    CauseId create() override { unused(); }
    causes::CauseHistory log(CauseId) override { unused(); }
    void append(CauseId, std::span<const Recorded<causes::CauseEvent>>) override { unused(); }
    void save(const service::CauseRow&) override { unused(); }
    void remove_row(CauseId) override { unused(); }
    std::vector<service::CauseRow> rows() override { unused(); }
    std::vector<CauseId> due(Instant, int) override { unused(); }
    std::vector<CauseId> all() override { unused(); }
};

struct UnusedDialogs : service::DialogStore {
    conversation::Dialog load(const PersonId&, const service::Destination&) override { unused(); }
    void save(const PersonId&, const service::Destination&, const conversation::Dialog&) override { unused(); }
};

struct UnusedActs : service::ActLog {
    ActId begin(const PersonId&, Instant, std::string_view) override { unused(); }
    void touched(ActId, const service::ActTouched&) override { unused(); }
    std::optional<service::Act> find(ActId) override { unused(); }
    std::vector<service::Act> last_of(const PersonId&, int) override { unused(); }
};

struct UnusedReminders : service::ReminderLog {
    std::vector<cases::DueReminder> sent(CaseId) override { unused(); }
    void record(CaseId, const cases::DueReminder&, Instant) override { unused(); }
    int sent_to_since(const PersonId&, Instant) override { unused(); }
    void count(const PersonId&, Instant) override { unused(); }
};

struct UnusedAudit : service::AuditLog {
    void add(const service::AuditEntry&, Instant) override { unused(); }
};

struct UnusedIndex : service::CaseIndex {
    void put(CaseId, const MaskedText&, Instant) override { unused(); }
    void remove(CaseId) override { unused(); }
    std::vector<service::SearchHit> search(std::string_view, int) override { unused(); }
    std::vector<service::SearchHit> similar(const MaskedText&, Instant, int) override { unused(); }
};

struct UnusedSettings : service::SettingStore {
    std::optional<std::string> get(std::string_view) override { unused(); }
    void set(std::string_view, std::string_view) override { unused(); }
    cases::PolicyHistory policies() override { unused(); }
    void add_policy(const cases::PolicyVersion&) override { unused(); }
};

} // namespace kintsugi::tests
