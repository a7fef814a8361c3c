// kintsugi.toml → Config, and what an operator reads where it does not fit.

#include "bot/config/config.hpp"
#include "embedded/prompts.hpp"
#include "tests/bot/config/folder.hpp"

#include <algorithm>

namespace kintsugi::tests {
namespace {

using namespace std::chrono_literals;
using Catch::Contains;

Config parse(const std::string& text)
{
    return parse_config(text, "kintsugi.toml", "/etc/kintsugi");
}

constexpr auto connection = R"(
[connections.console]
platform = "console"
secret_env = "KINTSUGI_TEST_SECRET"
)";

constexpr auto wei = R"(
[[people]]
id = "wei"
name = "小魏"
roles = ["koe"]
)";

} // namespace

TEST_CASE("an empty file is a configuration: everything has its default", "[config]")
{
    const auto config = parse("");
    CHECK(config.server.address == "127.0.0.1");
    CHECK(config.server.port == 8080);
    CHECK(config.server.public_url == "http://127.0.0.1:8080");
    CHECK(config.server.body_limit == 1U << 20);
    CHECK(config.practice.zone == Zone{"UTC"});
    CHECK(config.practice.language == Language::english);
    CHECK(config.policy == cases::default_policy(Zone{"UTC"}));
    CHECK(config.people.empty());
}

TEST_CASE("a full file is read", "[config]")
{
    const Variable secret{"KINTSUGI_TEST_SECRET", "s3cret"};
    const auto config = parse(R"(
[server]
listen = "0.0.0.0:9000"
public_url = "https://kintsugi.example"
body_limit = "64KB"
request_time = "5s"
[company]
zone = "Asia/Shanghai"
language = "zh-CN"
digest_at = "08:30"
[hours.service]
week = { mon = ["09:00-12:00", "13:00-21:00"] }
holidays = ["2026-10-01"]
workdays = { 2026-10-10 = ["10:00-16:00"] }
[levels.level_1]
first_touch = "10min"
resolution = "2 working days"
follow_up_days = [3]
[[areas]]
id = "payments"
name = { zh-CN = "支付", en = "Payments" }
keywords = ["退款", "REFUND"]
owner = "wei"
[[rooms]]
id = "members"
connection = "console"
purpose = "community"
name = "会员群"
members = 486
posts_unattended = false
publisher = "wei"
)" + std::string{wei} + "quiet = \"22:00-07:00\"\naccounts = { console = \"wei-1\" }\n" +
                              connection);

    CHECK(config.server.port == 9000);
    CHECK(config.server.public_url == "https://kintsugi.example");
    CHECK(config.server.body_limit == 64U << 10);
    CHECK(config.server.request_time == 5s);
    CHECK(config.practice.digest_at == TimeOfDay{8h + 30min});
    CHECK(config.policy.service.week[1] == std::vector<DaySpan>{{9h, 12h}, {13h, 21h}});
    CHECK(config.policy.service.week[2].empty());
    const auto oct = std::chrono::year{2026} / 10;
    CHECK(config.policy.service.exceptions.at(oct / 1).empty());
    CHECK(config.policy.service.exceptions.at(oct / 10) == std::vector<DaySpan>{{10h, 16h}});
    CHECK(config.policy.levels[0].first_touch.time == 10min);
    CHECK(config.policy.levels[0].resolution.working_days == 2);
    CHECK(config.policy.levels[0].follow_up_days == std::vector{3});
    REQUIRE(config.connections.size() == 1);
    CHECK(config.connections[0].secret.reveal() == "s3cret");
    CHECK_FALSE(config.connections[0].choose_person);
    REQUIRE(config.people.size() == 1);
    const auto& person = config.people[0].person;
    CHECK(person.language == Language::chinese); // of the company
    CHECK(person.zone == Zone{"Asia/Shanghai"});
    CHECK(person.roles.has(Role::koe));
    CHECK(person.quiet.from == TimeOfDay{22h});
    CHECK(config.people[0].accounts.at(ConnectionId{"console"}) == "wei-1");
    REQUIRE(config.practice.areas.size() == 1);
    CHECK(config.practice.areas[0].names.at(Language::english) == "Payments");
    CHECK(config.practice.areas[0].keywords == std::vector<std::string>{"退款", "refund"});
    REQUIRE(config.rooms.size() == 1);
    CHECK(config.rooms[0].members == 486);
    CHECK_FALSE(config.rooms[0].posts_unattended);
    CHECK(config.rooms[0].conversation == "members");
}

TEST_CASE("relative paths count from the folder of the file, absolute ones stand", "[config]")
{
    CHECK(parse("").database == "/etc/kintsugi/kintsugi.db");
    CHECK(parse("[database]\npath = \"data/k.db\"").database == "/etc/kintsugi/data/k.db");
    CHECK(parse("[database]\npath = \"/var/k.db\"").database == "/var/k.db");
    CHECK(parse("[keys]\nmaster_key_file = \"key\"").master_key_file == "/etc/kintsugi/key");
    CHECK(parse("").master_key_file.empty());
}

TEST_CASE("a file is loaded with its secrets beside it", "[config]")
{
    const Folder folder;
    folder.write("secrets/console", "from a file\n");
    const auto file = folder.write("kintsugi.toml", "[connections.console]\nplatform = \"console\"\n"
                                                    "secret_file = \"secrets/console\"\nsign_in = \"choose\"\n");
    const auto config = load_config(file);
    CHECK(config.connections.at(0).secret.reveal() == "from a file");
    CHECK(config.connections.at(0).choose_person);
    CHECK(config.database == folder.path() / "kintsugi.db");
    CHECK_THROWS_WITH(load_config(folder.path() / "nowhere.toml"), Contains("nowhere.toml"));
}

TEST_CASE("the demo's configuration fits in every language", "[config]")
{
    const Variable secret{"KINTSUGI_DEMO_SECRET", "demo"};
    int demos = 0;
    for (const auto& [name, content] : embedded::prompts()) {
        if (!name.ends_with("/demo.toml")) continue;
        ++demos;
        CAPTURE(std::string{name});
        const auto config = parse_config(content, std::string{name}, ".");
        CHECK(name.starts_with(name_of(config.practice.language)));
        CHECK(config.people.size() == 8);
        CHECK(config.rooms.size() == 3);
        for (const auto& one : config.people)
            CHECK(one.accounts.contains(ConnectionId{"console"}));
    }
    CHECK(demos == 2);
}

TEST_CASE("every key is listed once, with what it accepts", "[config]")
{
    for (const auto& key : config_keys()) {
        CAPTURE(std::string{key.path});
        CHECK(std::ranges::count(config_keys(), key.path, &ConfigKey::path) == 1);
        CHECK_FALSE(key.accepts.empty());
        CHECK_FALSE(key.about.empty());
    }
}

} // namespace kintsugi::tests
