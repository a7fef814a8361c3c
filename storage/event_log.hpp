#pragma once
// The logs of cases, consents, publications and causes in one table, each a chain of hashes of its own.

#include "bot/domain/history.hpp"
#include "bot/service/records.hpp"
#include "storage/event_codec.hpp"
#include "storage/vault.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace kintsugi::storage {

class EventLog {
public:
    EventLog(Connection& database, Vault& vault) : database_(database), vault_(vault) {}

    /// Private texts whose key was destroyed are empty. Throws StorageError, which names the log and the number, for
    /// what cannot be read.
    template <class Event>
    [[nodiscard]] std::vector<Recorded<Event>> read(service::Stream stream, std::int64_t id)
    {
        std::vector<Recorded<Event>> log;
        each(stream, id, [&](Stored&& stored) {
            log.push_back({stored.number, stored.act, stored.at, std::move(stored.by),
                           decode<Event>(stored.name, stored.facts, stored.secrets)});
        });
        return log;
    }

    /// Throws StorageError unless the numbers go on where the log ends.
    template <class Event>
    void append(service::Stream stream, std::int64_t id, std::span<const Recorded<Event>> events, CustomerId sealed_for)
    {
        if (events.empty()) return;
        auto tail = tail_of(stream, id);
        for (const auto& one : events)
            add(stream, id, tail, {one.number, one.act, one.at, one.by}, encode(one.event), sealed_for);
    }

    [[nodiscard]] std::vector<std::int64_t> ids(service::Stream stream); ///< of every log, ascending

private:
    struct Stored {
        int number = 0;
        ActId act;
        Instant at{};
        PersonId by;
        std::string_view name;
        std::string_view facts;
        std::string_view secrets;
    };
    struct Tail {
        int number = 0;
        std::string hash;
    };
    struct Head {
        int number;
        ActId act;
        Instant at;
        const PersonId& by;
    };

    void each(service::Stream stream, std::int64_t id, const std::function<void(Stored&&)>& visit);
    [[nodiscard]] Tail tail_of(service::Stream stream, std::int64_t id);
    void add(service::Stream stream, std::int64_t id, Tail& tail, const Head& head, const EncodedEvent& event,
             CustomerId sealed_for);

    Connection& database_;
    Vault& vault_;
    Sha256 sha256_;
};

} // namespace kintsugi::storage
