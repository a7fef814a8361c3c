#include "bot/config/parts.hpp"
#include "bot/domain/text.hpp"

#include <set>

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

/// Ids of one kind: what others may name.
template <class Id>
class Known {
public:
    Known(const std::string& file, std::string_view kind) : file_(file), kind_(kind) {}

    void add(const Id& id, const std::string& key)
    {
        if (!ids_.insert(id).second) throw ConfigError{file_ + ": " + key + ": stands twice"};
    }

    /// An empty id names nothing.
    void check(const Id& id, const std::string& key) const
    {
        if (id.empty() || ids_.contains(id)) return;
        throw ConfigError{file_ + ": " + key + ": there is no " + kind_ + " \"" + id.value() + "\""};
    }

private:
    const std::string& file_;
    std::string kind_;
    std::set<Id> ids_;
};

} // namespace

void read_everyone(ConfigReader& root, Config& config)
{
    each_table(root, "areas", [&](ConfigReader& reader) { read_area(reader, config); });
    each_table(root, "people", [&](ConfigReader& reader) { read_person(reader, config); });
    each_table(root, "rooms", [&](ConfigReader& reader) { read_room(reader, config); });
}

void check_references(const Config& config, const std::string& file)
{
    Known<PersonId> people{file, "person"};
    Known<AreaId> areas{file, "area"};
    Known<RoomId> rooms{file, "room"};
    Known<ConnectionId> connections{file, "connection"};
    for (const auto& connection : config.connections)
        connections.add(connection.id, "connections." + connection.id.value());
    for (const auto& [person, accounts] : config.people)
        people.add(person.id, "people." + person.id.value());
    for (const auto& area : config.practice.areas)
        areas.add(area.id, "areas." + area.id.value());
    for (const auto& room : config.rooms)
        rooms.add(room.id, "rooms." + room.id.value());

    for (const auto& [person, accounts] : config.people) {
        const auto key = "people." + person.id.value();
        people.check(person.lead, key + ".lead");
        people.check(person.deputy, key + ".deputy");
        for (const auto& [connection, account] : accounts)
            connections.check(connection, key + ".accounts");
    }
    for (const auto& area : config.practice.areas) {
        const auto key = "areas." + area.id.value();
        people.check(area.owner, key + ".owner");
        people.check(area.backup, key + ".backup");
        rooms.check(area.room, key + ".room");
    }
    for (const auto& room : config.rooms) {
        const auto key = "rooms." + room.id.value();
        people.check(room.publisher, key + ".publisher");
        areas.check(room.area, key + ".area");
        connections.check(room.connection, key + ".connection");
    }
}

} // namespace kintsugi
