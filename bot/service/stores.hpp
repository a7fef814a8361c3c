#pragma once
// What the use cases need of storage: narrow ports, declared here, implemented in storage/. All of them work inside the
// transaction in which they are used, on one thread. A broken promise of storage is an exception (StorageError).

#include "bot/conversation/dialog.hpp"
#include "bot/domain/cases/policy.hpp"
#include "bot/service/records.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::service {

/// `sealed_for` names whose key seals the private fields of an event; empty: the system's.
class CaseStore {
public:
    virtual ~CaseStore() = default;
    [[nodiscard]] virtual CaseId create() = 0; ///< the next number; never given twice
    [[nodiscard]] virtual cases::History log(CaseId id) = 0;
    virtual void append(CaseId id, std::span<const Recorded<cases::Event>> events, CustomerId sealed_for) = 0;
    virtual void save(const CaseRow& row) = 0;
    virtual void remove_row(CaseId id) = 0; ///< its opening was undone; the log stays
    [[nodiscard]] virtual std::optional<CaseRow> row(CaseId id) = 0;
    [[nodiscard]] virtual std::vector<CaseRow> open_of(const PersonId& owner) = 0; ///< oldest first
    [[nodiscard]] virtual std::vector<CaseRow> of_customer(CustomerId customer) = 0;
    [[nodiscard]] virtual std::vector<CaseRow> opened_between(Instant from, Instant to) = 0;
    [[nodiscard]] virtual std::vector<CaseId> due(Instant now,
                                                  int most) = 0; ///< next_due at or before now, soonest first
    [[nodiscard]] virtual std::vector<CaseId> all() = 0;         ///< every number that has a log
};

class CustomerStore {
public:
    virtual ~CustomerStore() = default;
    /// A fresh customer with a key; `label` is the wanted word, the serial makes it unique.
    [[nodiscard]] virtual Customer create(int label, const PrivateText& name, Instant now) = 0;
    [[nodiscard]] virtual std::optional<Customer> find(CustomerId id) = 0;
    virtual void rename(CustomerId id, const PrivateText& name) = 0;
    /// Only a keyed digest of the value is stored.
    virtual void add_identifier(CustomerId id, std::string_view kind, const PrivateText& value) = 0;
    [[nodiscard]] virtual std::optional<CustomerId> by_identifier(std::string_view kind, const PrivateText& value) = 0;
    /// Destroys the key: whatever was sealed for this customer is unreadable from now on, in backups too.
    virtual void destroy_key(CustomerId id) = 0;
};

class ConsentStore {
public:
    virtual ~ConsentStore() = default;
    [[nodiscard]] virtual sharing::ConsentHistory log(CaseId id) = 0;
    virtual void append(CaseId id, std::span<const Recorded<sharing::ConsentEvent>> events, CustomerId sealed_for) = 0;
    virtual void save(CaseId id, sharing::ConsentState state, std::optional<Instant> ends) = 0;
    [[nodiscard]] virtual std::vector<CaseId> due(Instant now, int most) = 0;
};

class PublicationStore {
public:
    virtual ~PublicationStore() = default;
    [[nodiscard]] virtual PublicationId create() = 0;
    [[nodiscard]] virtual sharing::PublicationHistory log(PublicationId id) = 0;
    virtual void append(PublicationId id, std::span<const Recorded<sharing::PublicationEvent>> events,
                        CustomerId sealed_for) = 0;
    virtual void save(const PublicationRow& row) = 0;
    virtual void remove_row(PublicationId id) = 0;
    [[nodiscard]] virtual std::vector<PublicationRow> of_case(CaseId id) = 0; ///< oldest first
    [[nodiscard]] virtual std::vector<PublicationRow> in_states(std::span<const sharing::PublicationState> states) = 0;
    [[nodiscard]] virtual std::vector<PublicationId> due(Instant now, int most) = 0;
    [[nodiscard]] virtual std::vector<PublicationId> all() = 0;
};

/// Aliases of cases on the board, and who follows them.
class BoardStore {
public:
    virtual ~BoardStore() = default;
    [[nodiscard]] virtual std::optional<sharing::Alias> alias_of(CaseId id) = 0;
    /// False if another case has that number.
    [[nodiscard]] virtual bool claim(CaseId id, const sharing::Alias& alias) = 0;
    [[nodiscard]] virtual std::optional<CaseId> by_number(int alias_number) = 0;
    virtual void follow(CaseId id, const PersonId& member, bool on) = 0; ///< twice is once
    [[nodiscard]] virtual std::vector<PersonId> followers(CaseId id) = 0;
};

class CauseStore {
public:
    virtual ~CauseStore() = default;
    [[nodiscard]] virtual CauseId create() = 0;
    [[nodiscard]] virtual causes::CauseHistory log(CauseId id) = 0;
    virtual void append(CauseId id, std::span<const Recorded<causes::CauseEvent>> events) = 0;
    virtual void save(const CauseRow& row) = 0;
    virtual void remove_row(CauseId id) = 0;
    [[nodiscard]] virtual std::vector<CauseRow> rows() = 0; ///< newest first
    [[nodiscard]] virtual std::vector<CauseId> due(Instant now, int most) = 0;
    [[nodiscard]] virtual std::vector<CauseId> all() = 0;
};

class PeopleStore {
public:
    virtual ~PeopleStore() = default;
    [[nodiscard]] virtual std::optional<Person> find(const PersonId& id) = 0;
    [[nodiscard]] virtual std::vector<Person> everyone() = 0; ///< by id
    virtual void save(const Person& person) = 0;
    [[nodiscard]] virtual std::optional<PersonId> by_account(const ConnectionId& connection,
                                                             const std::string& account) = 0;
    /// `direct` is the platform's id of the direct conversation with the bot.
    virtual void set_account(const PersonId& id, const ConnectionId& connection, const std::string& account,
                             const std::string& direct) = 0;
    /// Where the person is reached: the connection on which they spoke last. Nothing if they have no account.
    [[nodiscard]] virtual std::optional<Destination> direct(const PersonId& id) = 0;
    virtual void spoke(const PersonId& id, const ConnectionId& connection, Instant now) = 0;
};

class RoomStore {
public:
    virtual ~RoomStore() = default;
    [[nodiscard]] virtual std::optional<Room> find(const RoomId& id) = 0;
    [[nodiscard]] virtual std::optional<Room> at(const ConnectionId& connection, const std::string& conversation) = 0;
    [[nodiscard]] virtual std::vector<Room> all() = 0;
    virtual void save(const Room& room) = 0;
};

class DialogStore {
public:
    virtual ~DialogStore() = default;
    /// `person` may be empty: the choices of a room's last card, which are for everyone in it.
    [[nodiscard]] virtual conversation::Dialog load(const PersonId& person, const Destination& where) = 0;
    virtual void save(const PersonId& person, const Destination& where, const conversation::Dialog& dialog) = 0;
};

class ActLog {
public:
    virtual ~ActLog() = default;
    [[nodiscard]] virtual ActId begin(const PersonId& by, Instant at, std::string_view what) = 0;
    virtual void touched(ActId act, const ActTouched& what) = 0;
    [[nodiscard]] virtual std::optional<Act> find(ActId id) = 0;
    /// The person's last acts that changed something, newest first.
    [[nodiscard]] virtual std::vector<Act> last_of(const PersonId& by, int most) = 0;
};

class Inbox {
public:
    virtual ~Inbox() = default;
    [[nodiscard]] virtual std::optional<InboxEntry> find(const ConnectionId& connection, const std::string& event) = 0;
    /// Appends or updates. `sealed_for` is whose key seals the message, once it is known.
    virtual void record(const InboxEntry& entry, const conversation::Message& message, CustomerId sealed_for,
                        Instant now) = 0;
    [[nodiscard]] virtual std::vector<std::pair<InboxEntry, conversation::Message>> to_retry(Instant now, int most) = 0;
    [[nodiscard]] virtual int parked() = 0;
    [[nodiscard]] virtual std::vector<SaidMessage> said(const Destination& where, int most) = 0; ///< newest first
    virtual void forget_before(Instant when) = 0; ///< texts older than this are emptied; ids stay
};

class Outbox {
public:
    virtual ~Outbox() = default;
    virtual std::int64_t add(const OutboxItem& item) = 0;
    /// Queued and due, by priority and age; of each destination only the first, so that order holds. With
    /// `outbound_on_hold`, nothing that belongs to a publication.
    [[nodiscard]] virtual std::vector<OutboxItem> due(Instant now, int most, bool outbound_on_hold) = 0;
    [[nodiscard]] virtual std::optional<OutboxItem> find(std::int64_t id) = 0;
    virtual void sent(std::int64_t id, Instant now) = 0;
    virtual void later(std::int64_t id, Instant next_attempt, std::string_view why) = 0;
    virtual void failed(std::int64_t id, std::string_view why) = 0;
    virtual void withdraw(PublicationId publication) = 0; ///< what is not sent yet will not be
    [[nodiscard]] virtual std::optional<Instant> next_attempt() = 0;
    [[nodiscard]] virtual int waiting() = 0;
    [[nodiscard]] virtual std::vector<OutboxItem> sent_to(const Destination& where, int most) = 0; ///< newest first
};

class ReminderLog {
public:
    virtual ~ReminderLog() = default;
    [[nodiscard]] virtual std::vector<cases::DueReminder> sent(CaseId id) = 0; ///< `at` is not stored
    virtual void record(CaseId id, const cases::DueReminder& reminder, Instant now) = 0;
    [[nodiscard]] virtual int sent_to_since(const PersonId& person, Instant from) = 0;
    virtual void count(const PersonId& person, Instant now) = 0;
};

class AuditLog {
public:
    virtual ~AuditLog() = default;
    virtual void add(const AuditEntry& entry, Instant now) = 0;
};

class CaseIndex {
public:
    virtual ~CaseIndex() = default;
    virtual void put(CaseId id, const MaskedText& line, Instant opened_at) = 0;
    virtual void remove(CaseId id) = 0;
    /// Finds two-character Chinese words and Latin words; all words must occur. Nearest first.
    [[nodiscard]] virtual std::vector<SearchHit> search(std::string_view words, int most) = 0;
    /// Cases whose line resembles the text, nearest first.
    [[nodiscard]] virtual std::vector<SearchHit> similar(const MaskedText& line, Instant since, int most) = 0;
};

class SettingStore {
public:
    virtual ~SettingStore() = default;
    [[nodiscard]] virtual std::optional<std::string> get(std::string_view key) = 0;
    virtual void set(std::string_view key, std::string_view value) = 0;
    [[nodiscard]] virtual cases::PolicyHistory policies() = 0; ///< empty before the first `add_policy`
    virtual void add_policy(const cases::PolicyVersion& version) = 0;
};

/// All of them, on one connection.
struct Stores {
    CaseStore& cases;
    CustomerStore& customers;
    ConsentStore& consents;
    PublicationStore& publications;
    BoardStore& board;
    CauseStore& causes;
    PeopleStore& people;
    RoomStore& rooms;
    DialogStore& dialogs;
    ActLog& acts;
    Inbox& inbox;
    Outbox& outbox;
    ReminderLog& reminders;
    AuditLog& audit;
    CaseIndex& index;
    SettingStore& settings;
};

/// The transactions of one connection, so that many jobs share one commit (DESIGN.md, section 4).
class Transactions {
public:
    virtual ~Transactions() = default;
    virtual void begin() = 0;  ///< takes the write lock
    virtual void commit() = 0; ///< durable when it returns
    virtual void rollback() = 0;
    virtual void begin_job() = 0; ///< a savepoint
    virtual void end_job() = 0;
    virtual void undo_job() = 0; ///< back to the savepoint
    [[nodiscard]] virtual Stores& stores() = 0;
};

} // namespace kintsugi::service
