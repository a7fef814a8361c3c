#pragma once
// The people who talk with the bot: employees and community members. Customers are in `cases/customer.hpp`; the bot
// never talks with them. Roles: PRODUCT.md, section 3.

#include "bot/domain/calendar.hpp"
#include "bot/domain/ids.hpp"
#include "bot/domain/names.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace kintsugi {

enum class Language { chinese, english };

template <>
struct Names<Language> {
    static constexpr std::pair<Language, std::string_view> all[] = {{Language::chinese, "zh-CN"},
                                                                    {Language::english, "en"}};
};

enum class Role {
    koe,
    lead,
    reviewer,
    legal,
    publisher,
    product_owner,
    commander,
    spokesperson,
    auditor,
    admin,
    member
};

template <>
struct Names<Role> {
    static constexpr std::pair<Role, std::string_view> all[] = {
        {Role::koe, "koe"},
        {Role::lead, "lead"},
        {Role::reviewer, "reviewer"},
        {Role::legal, "legal"},
        {Role::publisher, "publisher"},
        {Role::product_owner, "product_owner"},
        {Role::commander, "commander"},
        {Role::spokesperson, "spokesperson"},
        {Role::auditor, "auditor"},
        {Role::admin, "admin"},
        {Role::member, "member"},
    };
};

class Roles {
public:
    Roles() = default;
    Roles(std::initializer_list<Role> roles)
    {
        for (const auto role : roles)
            add(role);
    }

    void add(Role role) { bits_ |= bit(role); }
    [[nodiscard]] bool has(Role role) const { return (bits_ & bit(role)) != 0; }
    /// Everyone but community members.
    [[nodiscard]] bool employee() const { return (bits_ & ~bit(Role::member)) != 0; }

    friend bool operator==(const Roles&, const Roles&) = default;

private:
    static constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
    unsigned bits_ = 0;
};

/// When reminders wait: local time of the person, may run over midnight (21:00 to 08:30).
struct QuietHours {
    TimeOfDay from{std::chrono::hours{21}};
    TimeOfDay to{std::chrono::hours{8} + std::chrono::minutes{30}};

    friend bool operator==(const QuietHours&, const QuietHours&) = default;
};

struct Person {
    PersonId id;
    std::string name;
    std::vector<std::string> aliases; ///< other spellings that @ may use
    Language language = Language::chinese;
    Zone zone;
    Roles roles;
    std::string department;
    PersonId lead;   ///< empty: no one
    PersonId deputy; ///< empty: no one
    QuietHours quiet;
    std::optional<Instant> muted_until;
    bool digest_wanted = true;

    friend bool operator==(const Person&, const Person&) = default;
};

/// The instant from which `person` may be reminded: `at` itself or the end of the quiet hours or mute around it.
[[nodiscard]] Instant after_quiet(const Person& person, Instant at);

} // namespace kintsugi
