#pragma once
// Instants are UTC everywhere; a zone appears only where a person reads or office hours count.

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace kintsugi {

using Milliseconds = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Milliseconds>;
using Clock = std::function<Instant()>; ///< held by shells only; the core is told the time

using Days = std::chrono::days;
using Date = std::chrono::year_month_day;
using TimeOfDay = std::chrono::minutes; ///< since local midnight

/// A date and a time of day as a wall clock shows them in some zone.
struct LocalTime {
    Date date{};
    Milliseconds of_day{}; ///< since midnight, 0 to 24 h

    friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

/// IANA name of a time zone, such as Asia/Shanghai. Throws std::invalid_argument for a name the system does not know.
class Zone {
public:
    Zone() : Zone{"UTC"} {}
    explicit Zone(std::string name);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] LocalTime local(Instant instant) const;

    /// A wall time skipped by daylight saving becomes the first instant after the gap; one that happens twice, the
    /// earlier.
    [[nodiscard]] Instant instant(const LocalTime& local) const;
    [[nodiscard]] Instant instant(Date date, TimeOfDay of_day) const;

    [[nodiscard]] static bool is_known(std::string_view name);

    friend bool operator==(const Zone& a, const Zone& b) { return a.name_ == b.name_; }

private:
    std::string name_;
    const void* rules_; ///< the library's zone, valid for the life of the program
};

[[nodiscard]] Date next_day(Date date, int days = 1);
[[nodiscard]] std::chrono::weekday weekday_of(Date date);

} // namespace kintsugi
