// The morning's three things, the product team's week, the lead's week: on each person's own working days.

#include "bot/service/digests.hpp"
#include "bot/service/mail.hpp"
#include "bot/service/timed/tick.hpp"

namespace kintsugi::service {
namespace {

std::string key_of(const PersonId& id)
{
    return "digest/" + id.value();
}

/// The local day as days since 1970: what is remembered of the last digest.
std::string day_number(const Person& person, Instant now)
{
    const auto date = person.zone.local(now).date;
    return std::to_string(std::chrono::sys_days{date}.time_since_epoch().count());
}

/// After the hour of the digest, on a day on which the office works.
bool is_time(const Person& person, const Practice& practice, const cases::Policy& policy, Instant now)
{
    const auto local = person.zone.local(now);
    return local.of_day >= practice.digest_at && local.of_day < practice.digest_at + std::chrono::hours{3} &&
           !spans_on(policy.work, local.date).empty();
}

void send_week(Work& work, const Person& person)
{
    for (const auto& area : work.knowledge().practice.areas)
        if (area.owner == person.id)
            if (const auto card = product_digest(work, person, area.id))
                to_colleague(work, person.id, *card, Priority::digest);
    if (person.roles.has(Role::lead))
        to_colleague(work, person.id, lead_report(work, person, work.now() - Days{7}, work.now()), Priority::digest);
}

} // namespace

int send_digests(Stores& stores, const Knowledge& knowledge, Instant now)
{
    int sent = 0;
    const auto policies = stores.settings.policies();
    const auto& policy = cases::policy_at(policies, now);
    for (const auto& person : stores.people.everyone()) {
        if (!person.roles.employee() || !person.digest_wanted || !is_time(person, knowledge.practice, policy, now))
            continue;
        const auto today = day_number(person, now);
        if (stores.settings.get(key_of(person.id)) == today) continue;
        stores.settings.set(key_of(person.id), today);
        Work work{stores, knowledge, now, system_actor, {}, "digest"};
        if (const auto card = morning_digest(work, person)) to_colleague(work, person.id, *card, Priority::digest);
        if (weekday_of(person.zone.local(now).date) == std::chrono::Monday) send_week(work, person);
        work.finish();
        ++sent;
    }
    return sent;
}

} // namespace kintsugi::service
