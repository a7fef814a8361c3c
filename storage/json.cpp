#include "storage/json_read.hpp"
#include "storage/json_write.hpp"

#include <boost/json/parse.hpp>

#include <array>
#include <charconv>
#include <stdexcept>

namespace kintsugi::storage {
namespace {

/// What JSON text may not hold as it is; empty for everything else.
std::string_view escaped(char c)
{
    static constexpr std::array<std::string_view, 0x20> control{
        "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
        "\\b",     "\\t",     "\\n",     "\\u000b", "\\f",     "\\r",     "\\u000e", "\\u000f",
        "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
        "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f"};
    const auto byte = static_cast<unsigned char>(c);
    if (byte < control.size()) return control[byte];
    if (c == '"') return "\\\"";
    if (c == '\\') return "\\\\";
    return {};
}

} // namespace

void write_string(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t plain = 0; // start of what needs no escape
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto escape = escaped(text[i]);
        if (escape.empty()) continue;
        out.append(text, plain, i - plain);
        out += escape;
        plain = i + 1;
    }
    out.append(text, plain);
    out += '"';
}

void write_number(std::string& out, std::int64_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

JsonText::JsonText(std::string_view text)
{
    boost::json::error_code error;
    boost::json::parse_options options;
    options.allow_invalid_utf8 = true; // a text that got in must get out again
    value_ = boost::json::parse({text.data(), text.size()}, error, &memory_, options);
    if (error) malformed("no JSON");
}

void malformed(std::string_view what)
{
    throw StorageError{"malformed JSON: " + std::string{what}};
}

std::string_view string_in(const boost::json::value& json)
{
    const auto* string = json.if_string();
    if (string == nullptr) malformed("no string where one is expected");
    return {string->data(), string->size()};
}

std::int64_t number_in(const boost::json::value& json)
{
    const auto* number = json.if_int64();
    if (number == nullptr) malformed("no whole number where one is expected");
    return *number;
}

bool bool_in(const boost::json::value& json)
{
    const auto* truth = json.if_bool();
    if (truth == nullptr) malformed("neither true nor false");
    return *truth;
}

const boost::json::array& array_in(const boost::json::value& json)
{
    const auto* array = json.if_array();
    if (array == nullptr) malformed("no list where one is expected");
    return *array;
}

const boost::json::object& object_in(const boost::json::value& json)
{
    const auto* object = json.if_object();
    if (object == nullptr) malformed("no object where one is expected");
    return *object;
}

std::int64_t number_of(Date date)
{
    return std::int64_t{int{date.year()}} * 10'000 + unsigned{date.month()} * 100 + unsigned{date.day()};
}

Date date_of(std::int64_t number)
{
    const Date date{std::chrono::year{static_cast<int>(number / 10'000)},
                    std::chrono::month{static_cast<unsigned>(number / 100 % 100)},
                    std::chrono::day{static_cast<unsigned>(number % 100)}};
    if (number < 0 || number > 99'991'231 || !date.ok()) malformed("no date");
    return date;
}

Zone zone_of(std::string_view name)
{
    if (!Zone::is_known(name)) malformed("a time zone that this system does not know");
    return Zone{std::string{name}};
}

std::vector<Role> listed(const Roles& roles)
{
    std::vector<Role> list;
    for (const auto& [role, name] : Names<Role>::all)
        if (roles.has(role)) list.push_back(role);
    return list;
}

Roles roles_of(const std::vector<Role>& list)
{
    Roles roles;
    for (const auto role : list)
        roles.add(role);
    return roles;
}

} // namespace kintsugi::storage
