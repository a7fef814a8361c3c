#include "bot/config/config.hpp"

namespace kintsugi {
namespace {

constexpr ConfigKey keys[] = {
    {"server.listen", "\"address:port\"", "\"127.0.0.1:8080\"",
     "where the server listens; TLS belongs to a reverse proxy"},
    {"server.public_url", "\"https://…\"", "from server.listen", "how the outside reaches it; used in links"},
    {"server.body_limit", "\"64KB\" to \"16MB\"", "\"1MB\"", "largest request body"},
    {"server.connections", "16 to 65536", "1024", "open connections at a time"},
    {"server.request_time", "\"1s\" to \"60s\"", "\"10s\"", "time for one request to arrive"},
    {"server.drain_time", "\"0s\" to \"120s\"", "\"10s\"", "grace for what is under way when it stops"},
    {"server.queue", "16 to 100000", "1024", "deliveries that may wait for the database; more get 503"},
    {"database.path", "a file", "\"kintsugi.db\"", "the embedded database"},
    {"keys.master_key_file", "a file of 64 hex digits or 32 bytes", "",
     "wraps the keys of all persons; never in a backup"},
    {"company.zone", "an IANA zone", "\"UTC\"", "the zone that goes without saying"},
    {"company.language", "\"zh-CN\" or \"en\"", "\"en\"", "of people and rooms that name none"},
    {"company.marketing_departments", "names", "[]", "departments that do not count as outside in a review"},
    {"company.reminders_a_day", "1 to 100", "12", "warnings ahead per person and day; what is late always goes out"},
    {"company.digest_at", "\"HH:MM\"", "\"09:00\"", "local time of each person"},
    {"hours.service.week", "spans by day: mon = [\"09:00-12:00\", \"13:00-21:00\"]", "daily 09:00-21:00",
     "hours in which KOEs answer"},
    {"hours.service.holidays", "dates", "[]", "days without hours"},
    {"hours.service.workdays", "dates with spans", "{}", "make-up workdays"},
    {"hours.work.week", "spans by day", "Monday to Friday 09:00-18:00", "hours of offices and product teams"},
    {"hours.work.holidays", "dates", "[]", "days without hours"},
    {"hours.work.workdays", "dates with spans", "{}", "make-up workdays"},
    {"levels.*.first_touch", "a time", "15min, 30min, 1h", "first human touch, by level"},
    {"levels.*.plan", "a time or \"1 working day\"", "4h, 12h, 1 working day", "plan told to the user"},
    {"levels.*.update", "a time", "6h, 12h, 24h", "first update after contact"},
    {"levels.*.later_update", "a time", "24h, 12h, 24h", "every further update"},
    {"levels.*.resolution", "a time or \"3 working days\"", "24h, 48h, 3 working days", "until resolved"},
    {"levels.*.confirm", "a time", "3d, 3d, 3d", "until the user's word"},
    {"levels.*.escalate_after", "a time", "15min, 30min, 1h", "from owner to deputy to lead"},
    {"levels.*.follow_up_days", "days", "[7, 30], [7, 30], [7]", "when the user is called after closing"},
    {"connections.*.platform", "console", "", "which chat platform it is"},
    {"connections.*.secret_file", "a file", "", "signing secret of the platform"},
    {"connections.*.secret_env", "a variable's name", "", "the same from the environment"},
    {"connections.*.base_url", "\"https://…\"", "the platform's own", "for self-hosted servers and tests"},
    {"connections.*.sign_in", "\"choose\" or \"link\"", "\"link\"",
     "console only: choose who you are, or come by a signed link"},
    {"areas[].id", "a short name", "", "names the area in people and rooms"},
    {"areas[].name", "a name, or one per language", "", "as people call it"},
    {"areas[].keywords", "words", "[]", "by which a cause is guessed to belong here"},
    {"areas[].owner", "id of a person", "", "product owner"},
    {"areas[].backup", "id of a person", "nobody", "asked when the owner does not answer"},
    {"areas[].room", "id of a room", "none", "product-team room"},
    {"people[].id", "a short name", "", "never changes"},
    {"people[].name", "a name", "", "as others see it"},
    {"people[].aliases", "names", "[]", "other spellings that @ may use"},
    {"people[].language", "\"zh-CN\" or \"en\"", "company.language", "in which the bot speaks to them"},
    {"people[].zone", "an IANA zone", "company.zone", "in which they live"},
    {"people[].roles", "koe lead reviewer legal publisher product_owner commander spokesperson auditor admin member",
     "", "what they may do"},
    {"people[].department", "a name", "none", "for the rules of review"},
    {"people[].lead", "id of a person", "nobody", "to whom late clocks go in the end"},
    {"people[].deputy", "id of a person", "nobody", "to whom late clocks go before the lead"},
    {"people[].quiet", "\"21:00-08:30\"", "\"21:00-08:30\"", "when reminders wait"},
    {"people[].accounts", "account by connection", "{}", "under which the platforms know them"},
    {"rooms[].id", "a short name", "", "never changes"},
    {"rooms[].connection", "id of a connection", "", "where the room is"},
    {"rooms[].conversation", "the platform's id", "the id", "how the platform names the room"},
    {"rooms[].purpose", "team community product crisis", "", "what may be said there"},
    {"rooms[].name", "a name", "", "as people call it"},
    {"rooms[].language", "\"zh-CN\" or \"en\"", "company.language", "in which the bot speaks there"},
    {"rooms[].members", "a number", "0", "size of the group, for the check of recognisability"},
    {"rooms[].area", "id of an area", "none", "of a product room"},
    {"rooms[].publisher", "id of a person", "nobody", "who posts where nothing may be posted unattended"},
    {"rooms[].posts_unattended", "true or false", "true", "false: a person has to post"},
    {"rooms[].posts_a_day", "0 to 100", "0", "limit of public posts; 0: none"},
};

} // namespace

std::span<const ConfigKey> config_keys()
{
    return keys;
}

} // namespace kintsugi
