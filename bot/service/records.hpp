#pragma once
// Rows that stand beside the event logs: derived for lists and timers, or facts that no log needs to explain.

#include "bot/conversation/card.hpp"
#include "bot/conversation/message.hpp"
#include "bot/conversation/platform.hpp"
#include "bot/domain/cases/case.hpp"
#include "bot/domain/cases/reminders.hpp"
#include "bot/domain/causes/cause.hpp"
#include "bot/domain/sharing/publication.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kintsugi::service {

/// What lists, timers and reports need of a case; derived from its log in the same transaction.
struct CaseRow {
    CaseId id;
    cases::Status status{};
    cases::Level level{};
    PersonId owner;
    CustomerId customer;
    std::optional<CauseId> cause;
    int heat = 0;
    bool second_failure = false;
    Instant opened_at{};
    std::optional<Instant> touched_at;
    std::optional<Instant> closed_at;
    std::optional<cases::CloseOutcome> outcome;
    std::optional<Instant> next_due; ///< when the tick must look at it; empty: never
    int version = 0;                 ///< number of the last event

    bool operator==(const CaseRow&) const = default;
};

struct CauseRow {
    CauseId id;
    AreaId area;
    causes::CauseState state{};
    MaskedText title;
    int users = 0;
    Instant reported_at{};
    std::optional<Instant> next_due;
    int version = 0;

    bool operator==(const CauseRow&) const = default;
};

struct PublicationRow {
    PublicationId id;
    CaseId of;
    RoomId audience;
    PersonId author;
    sharing::PublicationState state{};
    std::optional<Instant> delivered_at;
    std::optional<Instant> next_due;
    int version = 0;

    bool operator==(const PublicationRow&) const = default;
};

/// The person who complained. Name and contact lie encrypted under a key of their own; the label is what people see.
struct Customer {
    CustomerId id;
    int label = 0;  ///< index into the words of labels.toml
    int serial = 1; ///< tells apart two customers with the same word
    PrivateText name;
    bool erased = false;

    bool operator==(const Customer&) const = default;
};

enum class RoomPurpose { team, community, product, crisis };

struct Room {
    RoomId id;
    ConnectionId connection;
    std::string conversation; ///< the platform's id
    RoomPurpose purpose = RoomPurpose::team;
    std::string name;
    Language language = Language::chinese;
    int members = 0;
    AreaId area;        ///< of a product room
    PersonId publisher; ///< who posts where nothing may be posted unattended
    bool posts_unattended = true;
    int posts_a_day = 0;         ///< 0: unlimited
    std::optional<CaseId> bound; ///< a case room: content of this case may be shown here

    bool operator==(const Room&) const = default;
};

/// A product area and the people behind it.
struct Area {
    AreaId id;
    std::map<Language, std::string> names;
    std::vector<std::string> keywords; ///< folded; by which a cause is guessed to belong here
    PersonId owner;                    ///< product owner
    PersonId backup;                   ///< asked when the owner does not answer; may be empty
    RoomId room;                       ///< product-team room; may be empty
};

enum class Stream { cases, consents, publications, causes };

struct ActTouched {
    Stream stream{};
    std::int64_t id = 0;

    friend auto operator<=>(const ActTouched&, const ActTouched&) = default;
};

/// One order by one person: what undo takes back as a whole.
struct Act {
    ActId id;
    PersonId by;
    Instant at{};
    std::string what; ///< name of the verb
    std::vector<ActTouched> touched;
};

enum class Priority { crisis, approval, reply, community, digest };

struct Destination {
    ConnectionId connection;
    conversation::Address address;

    bool operator==(const Destination&) const = default;
};

/// A message on its way. The card is sealed under the key of `sealed_for`, or of the system where that is empty.
struct OutboxItem {
    std::int64_t id = 0;
    Destination to;
    conversation::Card card;
    Priority priority = Priority::reply;
    CustomerId sealed_for;
    std::optional<CaseId> about;
    std::optional<PublicationId> publication; ///< of which it is the delivery
    Instant created_at{};
    Instant next_attempt{};
    int attempts = 0;
    std::string state; ///< queued, sent, failed, withdrawn
    std::string why;   ///< code of the last failure
};

/// What a delivery was answered, and in which state its message is.
struct InboxEntry {
    ConnectionId connection;
    std::string event;
    std::string state; ///< done, failed (will be tried again), parked
    conversation::HttpResponse answer;
    int attempts = 0;
};

/// One line of a conversation for those who look at its history.
struct SaidMessage {
    std::string account;
    PrivateText text;
    Instant at{};
};

/// One entry of the audit log for what is no change of state: a look, an export, a refused attempt, a setting.
struct AuditEntry {
    PersonId by;
    std::string what;
    std::string subject; ///< K-1042; never a user's words
};

struct SearchHit {
    CaseId id;
    MaskedText line;
    double score = 0; ///< higher is nearer
};

} // namespace kintsugi::service

namespace kintsugi {

template <>
struct Names<service::RoomPurpose> {
    using enum service::RoomPurpose;
    static constexpr std::pair<service::RoomPurpose, std::string_view> all[] = {
        {team, "team"}, {community, "community"}, {product, "product"}, {crisis, "crisis"}};
};

template <>
struct Names<service::Stream> {
    using enum service::Stream;
    static constexpr std::pair<service::Stream, std::string_view> all[] = {
        {cases, "case"}, {consents, "consent"}, {publications, "publication"}, {causes, "cause"}};
};

} // namespace kintsugi
