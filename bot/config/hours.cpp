#include "bot/config/parts.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace kintsugi {
namespace {

using namespace std::chrono_literals;

constexpr std::array days{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

std::optional<Date> parse_date(std::string_view text)
{
    int year = 0;
    unsigned month = 0, day = 0;
    if (std::sscanf(std::string{text}.c_str(), "%d-%u-%u", &year, &month, &day) != 3) return std::nullopt;
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::vector<DaySpan> spans(ConfigReader& reader, std::string_view key)
{
    std::vector<DaySpan> found;
    for (const auto& text : reader.texts(key)) {
        const auto span = parse_span(text);
        const bool in_order = span && span->from < span->to && (found.empty() || found.back().to <= span->from);
        if (!in_order) reader.complain_about(key, "accepted are spans in order, such as \"09:00-12:00\"");
        found.push_back(*span);
    }
    return found;
}

/// Days that are not named in a week that is given have no hours.
void read_hours(ConfigReader& hours, std::string_view name, Calendar& calendar)
{
    auto reader = hours.table(name, "hours." + std::string{name});
    if (reader.has("week")) {
        auto week = reader.table("week", "");
        for (std::size_t day = 0; day < days.size(); ++day)
            calendar.week[day] = spans(week, days[day]);
        week.finish();
    }
    for (const auto& text : reader.texts("holidays")) {
        const auto date = parse_date(text);
        if (!date) reader.complain("holidays");
        calendar.exceptions[*date] = {};
    }
    auto workdays = reader.table("workdays", "");
    if (workdays.raw() != nullptr)
        for (const auto& [key, value] : *workdays.raw()) {
            const auto date = parse_date(key.str());
            if (!date) reader.complain("workdays");
            calendar.exceptions[*date] = spans(workdays, key.str());
        }
    reader.finish();
}

void read_budget(ConfigReader& reader, std::string_view key, cases::Budget& budget)
{
    if (!reader.has(key)) return void(reader.node(key));
    const auto text = reader.text(key);
    if (const auto time = parse_duration(text)) {
        budget.time = *time;
        budget.working_days = 0;
        return;
    }
    const auto space = text.find(' ');
    const auto count = std::atoi(text.c_str());
    const bool working_days = space != std::string::npos && text.substr(space + 1).starts_with("working day");
    if (!working_days || count < 1 || count > 60) reader.complain(key);
    budget = {{}, count, cases::Hours::service};
}

} // namespace

void read_all_hours(ConfigReader& root, cases::Policy& policy)
{
    auto hours = root.table("hours", "hours");
    read_hours(hours, "service", policy.service);
    read_hours(hours, "work", policy.work);
    hours.finish();
}

void read_levels(ConfigReader& root, cases::Policy& policy)
{
    auto levels = root.table("levels", "levels");
    for (const auto& [level, name] : Names<cases::Level>::all) {
        auto reader = levels.table(name, "levels.*");
        auto& row = policy.levels[static_cast<std::size_t>(level) - 1];
        read_budget(reader, "first_touch", row.first_touch);
        read_budget(reader, "plan", row.plan);
        read_budget(reader, "update", row.update);
        read_budget(reader, "later_update", row.later_update);
        read_budget(reader, "resolution", row.resolution);
        read_budget(reader, "confirm", row.confirm);
        row.escalate_after = reader.duration("escalate_after", row.escalate_after, 1min, Days{7});
        if (const auto* list = reader.node("follow_up_days")) {
            row.follow_up_days.clear();
            if (!list->is_array()) reader.complain("follow_up_days");
            for (const auto& item : *list->as_array()) {
                const auto day = item.is_integer() ? item.value<std::int64_t>() : std::nullopt;
                if (!day || *day < 1 || *day > 365) reader.complain("follow_up_days");
                row.follow_up_days.push_back(static_cast<int>(*day));
            }
        }
        reader.finish();
    }
    levels.finish();
}

Zone read_zone(ConfigReader& reader, std::string_view key, const std::string& fallback)
{
    const auto name = reader.text(key, fallback);
    if (!Zone::is_known(name)) reader.complain(key);
    return Zone{name};
}

} // namespace kintsugi
