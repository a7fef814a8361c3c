#pragma once
// The four stores that the web side reads, in memory, for a writing thread and a reading one at once. Not a database:
// what a job wrote before it failed stays.

#include "tests/fakes/unused_stores.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

namespace kintsugi::tests {

using service::Destination;

class ChatPeople : public service::PeopleStore {
public:
    std::optional<Person> find(const PersonId& id) override
    {
        const std::lock_guard lock{mutex_};
        const auto found = people_.find(id);
        return found == people_.end() ? std::nullopt : std::optional{found->second};
    }
    std::vector<Person> everyone() override
    {
        const std::lock_guard lock{mutex_};
        if (broken) throw std::runtime_error{"the disk is gone"};
        std::vector<Person> people;
        for (const auto& [id, person] : people_)
            people.push_back(person);
        return people;
    }
    void save(const Person& person) override
    {
        const std::lock_guard lock{mutex_};
        people_[person.id] = person;
    }
    std::optional<PersonId> by_account(const ConnectionId&, const std::string& account) override
    {
        const auto person = find(PersonId{account});
        return person ? std::optional{person->id} : std::nullopt;
    }
    void set_account(const PersonId&, const ConnectionId&, const std::string&, const std::string&) override {}
    std::optional<Destination> direct(const PersonId&) override { return std::nullopt; }
    void spoke(const PersonId&, const ConnectionId&, Instant) override {}

    std::atomic<bool> broken = false;

private:
    std::mutex mutex_;
    std::map<PersonId, Person> people_;
};

class ChatRooms : public service::RoomStore {
public:
    std::optional<service::Room> find(const RoomId&) override { unused(); }
    std::optional<service::Room> at(const ConnectionId&, const std::string&) override { unused(); }
    std::vector<service::Room> all() override
    {
        const std::lock_guard lock{mutex_};
        return rooms_;
    }
    void save(const service::Room& room) override
    {
        const std::lock_guard lock{mutex_};
        rooms_.push_back(room);
    }

private:
    std::mutex mutex_;
    std::vector<service::Room> rooms_;
};

class ChatInbox : public service::Inbox {
public:
    std::optional<service::InboxEntry> find(const ConnectionId&, const std::string& event) override
    {
        const std::lock_guard lock{mutex_};
        const auto found = std::ranges::find(rows_, event, [](const Row& row) { return row.entry.event; });
        return found == rows_.end() ? std::nullopt : std::optional{found->entry};
    }
    void record(const service::InboxEntry& entry, const conversation::Message& message, CustomerId,
                Instant now) override
    {
        const std::lock_guard lock{mutex_};
        rows_.push_back({entry, message, now});
    }
    std::vector<std::pair<service::InboxEntry, conversation::Message>> to_retry(Instant, int) override { unused(); }
    int parked() override { return parked_count; }
    std::vector<service::SaidMessage> said(const Destination& where, int most) override
    {
        const std::lock_guard lock{mutex_};
        std::vector<service::SaidMessage> said;
        for (auto row = rows_.rbegin(); row != rows_.rend() && said.size() < static_cast<std::size_t>(most); ++row)
            if (row->message.at == where.address) said.push_back({row->message.account, row->message.text, row->at});
        return said;
    }
    void forget_before(Instant) override { unused(); }

    /// As it was recorded; throws if it was not.
    conversation::Message message(const std::string& event)
    {
        const std::lock_guard lock{mutex_};
        for (const auto& row : rows_)
            if (row.entry.event == event) return row.message;
        throw std::out_of_range{event};
    }

    std::atomic<int> parked_count = 0;

private:
    struct Row {
        service::InboxEntry entry;
        conversation::Message message;
        Instant at;
    };
    std::mutex mutex_;
    std::vector<Row> rows_;
};

class ChatOutbox : public service::Outbox {
public:
    std::int64_t add(const service::OutboxItem& item) override
    {
        const std::lock_guard lock{mutex_};
        items_.push_back(item);
        items_.back().id = static_cast<std::int64_t>(items_.size());
        items_.back().state = "queued";
        return items_.back().id;
    }
    std::vector<service::OutboxItem> due(Instant, int, bool) override
    {
        const std::lock_guard lock{mutex_};
        std::vector<service::OutboxItem> due;
        std::ranges::copy_if(items_, std::back_inserter(due), [](const auto& item) { return item.state == "queued"; });
        return due;
    }
    std::optional<service::OutboxItem> find(std::int64_t id) override
    {
        const std::lock_guard lock{mutex_};
        const auto found = std::ranges::find(items_, id, &service::OutboxItem::id);
        return found == items_.end() ? std::nullopt : std::optional{*found};
    }
    void sent(std::int64_t id, Instant) override
    {
        const std::lock_guard lock{mutex_};
        std::ranges::find(items_, id, &service::OutboxItem::id)->state = "sent";
    }
    void later(std::int64_t, Instant, std::string_view) override {}
    void failed(std::int64_t, std::string_view) override { unused(); }
    void withdraw(PublicationId) override { unused(); }
    std::optional<Instant> next_attempt() override { unused(); }
    int waiting() override
    {
        const std::lock_guard lock{mutex_};
        return static_cast<int>(std::ranges::count(items_, "queued", &service::OutboxItem::state));
    }
    std::vector<service::OutboxItem> sent_to(const Destination& where, int most) override
    {
        const std::lock_guard lock{mutex_};
        std::vector<service::OutboxItem> sent;
        for (auto item = items_.rbegin(); item != items_.rend() && sent.size() < static_cast<std::size_t>(most); ++item)
            if (item->state == "sent" && item->to == where) sent.push_back(*item);
        return sent;
    }

private:
    std::mutex mutex_;
    std::vector<service::OutboxItem> items_;
};

/// All stores of one "connection". The writer and the reading worker each get this one.
class ChatStores {
public:
    service::Stores& stores() { return stores_; }

    ChatPeople people;
    ChatRooms rooms;
    ChatInbox inbox;
    ChatOutbox outbox;

private:
    UnusedCases cases_;
    UnusedCustomers customers_;
    UnusedConsents consents_;
    UnusedPublications publications_;
    UnusedBoard board_;
    UnusedCauses causes_;
    UnusedDialogs dialogs_;
    UnusedActs acts_;
    UnusedReminders reminders_;
    UnusedAudit audit_;
    UnusedIndex index_;
    UnusedSettings settings_;
    service::Stores stores_{cases_,   customers_, consents_, publications_, board_,     causes_, people, rooms,
                            dialogs_, acts_,      inbox,     outbox,        reminders_, audit_,  index_, settings_};
};

/// Transactions that keep nothing back, and a gate before each commit.
class ChatTransactions : public service::Transactions {
public:
    explicit ChatTransactions(ChatStores& stores) : stores_(stores) {}

    void begin() override {}
    void commit() override
    {
        if (before_commit) before_commit();
    }
    void rollback() override {}
    void begin_job() override {}
    void end_job() override {}
    void undo_job() override {}
    service::Stores& stores() override { return stores_.stores(); }

    std::function<void()> before_commit{}; ///< set before the writer starts

private:
    ChatStores& stores_;
};

} // namespace kintsugi::tests
