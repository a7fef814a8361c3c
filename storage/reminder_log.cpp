#include "storage/reminder_log.hpp"

namespace kintsugi::storage {

std::vector<cases::DueReminder> SqlReminderLog::sent(CaseId id)
{
    return rows_of(database_.query("SELECT what, stage, number, instance FROM reminder_sent "
                                   "WHERE organisation = 1 AND case_id = $1 ORDER BY sent_at",
                                   id),
                   [](Row row) {
                       cases::DueReminder reminder;
                       row.into(reminder.what, reminder.stage, reminder.number, reminder.instance);
                       return reminder;
                   });
}

void SqlReminderLog::record(CaseId id, const cases::DueReminder& reminder, Instant now)
{
    database_.run("INSERT INTO reminder_sent (case_id, what, stage, number, instance, sent_at) "
                  "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                  id, reminder.what, reminder.stage, reminder.number, reminder.instance, now);
}

int SqlReminderLog::sent_to_since(const PersonId& person, Instant from)
{
    return value_of<int>(database_.query("SELECT count(*) FROM reminder_count "
                                         "WHERE organisation = 1 AND person = $1 AND at >= $2",
                                         person, from))
        .value();
}

void SqlReminderLog::count(const PersonId& person, Instant now)
{
    database_.run("INSERT INTO reminder_count (person, at) VALUES ($1, $2)", person, now);
}

} // namespace kintsugi::storage
