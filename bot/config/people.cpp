#include "bot/config/parts.hpp"
#include "bot/domain/text.hpp"

#include <algorithm>

namespace kintsugi {
namespace {

/// Calls `read(ConfigReader&)` for each table of an array of tables.
template <class Read>
void each_table(ConfigReader& root, std::string_view key, Read read)
{
    const auto* list = root.node(key);
    if (list == nullptr) return;
    if (!list->is_array_of_tables()) root.complain_about(key, "accepted are tables: [[" + std::string{key} + "]]");
    std::size_t index = 0;
    for (const auto& item : *list->as_array()) {
        ConfigReader reader{item.as_table(), std::string{key} + "[" + std::to_string(++index) + "]",
                            std::string{key} + "[]", root.file()};
        read(reader);
        reader.finish();
    }
}

void read_area(ConfigReader& reader, Config& config)
{
    service::Area area;
    area.id = AreaId{reader.required("id")};
    const auto* name = reader.node("name");
    for (const auto& [language, key] : Names<Language>::all) {
        if (name != nullptr && name->is_table())
            area.names[language] = (*name->as_table())[key].value<std::string>().value_or(area.id.value());
        else
            area.names[language] = reader.text("name", area.id.value());
    }
    for (const auto& word : reader.texts("keywords"))
        area.keywords.push_back(text::fold(word));
    area.owner = PersonId{reader.required("owner")};
    area.backup = PersonId{reader.text("backup")};
    area.room = RoomId{reader.text("room")};
    config.practice.areas.push_back(std::move(area));
}

void read_person(ConfigReader& reader, Config& config)
{
    PersonConfig entry;
    auto& person = entry.person;
    person.id = PersonId{reader.required("id")};
    person.name = reader.required("name");
    person.aliases = reader.texts("aliases");
    person.language = reader.value<Language>("language", config.practice.language);
    person.zone = read_zone(reader, "zone", config.practice.zone.name());
    for (const auto& name : reader.texts("roles")) {
        const auto role = named<Role>(name);
        if (!role) reader.complain("roles");
        person.roles.add(*role);
    }
    if (!person.roles.employee() && !person.roles.has(Role::member)) reader.complain("roles");
    person.department = reader.text("department");
    person.lead = PersonId{reader.text("lead")};
    person.deputy = PersonId{reader.text("deputy")};
    const auto quiet = parse_span(reader.text("quiet", "21:00-08:30"));
    if (!quiet) reader.complain("quiet");
    person.quiet = {quiet->from, quiet->to};
    auto accounts = reader.table("accounts", "");
    if (accounts.raw() != nullptr)
        for (const auto& [connection, account] : *accounts.raw())
            entry.accounts[ConnectionId{std::string{connection.str()}}] = accounts.required(connection.str());
    config.people.push_back(std::move(entry));
}

void read_room(ConfigReader& reader, Config& config)
{
    service::Room room;
    room.id = RoomId{reader.required("id")};
    room.connection = ConnectionId{reader.required("connection")};
    room.conversation = reader.text("conversation", room.id.value());
    room.purpose = reader.value<service::RoomPurpose>("purpose", std::nullopt);
    room.name = reader.required("name");
    room.language = reader.value<Language>("language", config.practice.language);
    room.members = reader.number("members", 0, 0, 10'000'000);
    room.area = AreaId{reader.text("area")};
    room.publisher = PersonId{reader.text("publisher")};
    room.posts_unattended = reader.flag("posts_unattended", true);
    room.posts_a_day = reader.number("posts_a_day", 0, 0, 100);
    config.rooms.push_back(std::move(room));
}

void check_reference(const Config& config, const std::string& file, const PersonId& id, const std::string& key)
{
    if (id.empty()) return;
    for (const auto& entry : config.people)
        if (entry.person.id == id) return;
    throw ConfigError{file + ": " + key + ": there is no person \"" + id.value() + "\""};
}

} // namespace

void read_everyone(ConfigReader& root, Config& config)
{
    each_table(root, "areas", [&](ConfigReader& reader) { read_area(reader, config); });
    each_table(root, "people", [&](ConfigReader& reader) { read_person(reader, config); });
    each_table(root, "rooms", [&](ConfigReader& reader) { read_room(reader, config); });
}

void check_references(const Config& config, const std::string& file)
{
    for (const auto& entry : config.people) {
        check_reference(config, file, entry.person.lead, "people." + entry.person.id.value() + ".lead");
        check_reference(config, file, entry.person.deputy, "people." + entry.person.id.value() + ".deputy");
    }
    for (const auto& area : config.practice.areas) {
        check_reference(config, file, area.owner, "areas." + area.id.value() + ".owner");
        check_reference(config, file, area.backup, "areas." + area.id.value() + ".backup");
    }
    for (const auto& room : config.rooms) {
        check_reference(config, file, room.publisher, "rooms." + room.id.value() + ".publisher");
        const auto known = [&](const ConnectionConfig& connection) { return connection.id == room.connection; };
        if (std::ranges::none_of(config.connections, known))
            throw ConfigError{file + ": rooms." + room.id.value() + ".connection: there is no connection \"" +
                              room.connection.value() + "\""};
    }
}

} // namespace kintsugi
