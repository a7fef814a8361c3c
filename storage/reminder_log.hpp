#pragma once
// Which reminders went out, so that each goes out once.

#include "bot/service/stores.hpp"
#include "storage/connection.hpp"

namespace kintsugi::storage {

class SqlReminderLog final : public service::ReminderLog {
public:
    explicit SqlReminderLog(Connection& database) : database_(database) {}

    std::vector<cases::DueReminder> sent(CaseId id) override;
    void record(CaseId id, const cases::DueReminder& reminder, Instant now) override;
    int sent_to_since(const PersonId& person, Instant from) override; ///< `from` included
    void count(const PersonId& person, Instant now) override;

private:
    Connection& database_;
};

} // namespace kintsugi::storage
