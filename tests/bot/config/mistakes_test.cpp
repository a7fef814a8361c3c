// Mistakes in kintsugi.toml are told with file, line, key and what is accepted; never with a secret.

#include "bot/config/config.hpp"
#include "tests/bot/config/folder.hpp"

namespace kintsugi::tests {
namespace {

/// The complaint about a text; empty if it is fine.
std::string complaint(const std::string& text, const std::filesystem::path& folder = "/nowhere")
{
    try {
        (void)parse_config(text, "kintsugi.toml", folder);
    } catch (const ConfigError& error) {
        return error.what();
    }
    return {};
}

constexpr auto connection = "[connections.console]\nplatform = \"console\"\nsecret_env = \"KINTSUGI_TEST_SECRET\"\n";
constexpr auto wei = "[[people]]\nid = \"wei\"\nname = \"Wei\"\nroles = [\"koe\"]\n";

struct Mistake {
    std::string text;
    std::string told;
};

void check(std::initializer_list<Mistake> table)
{
    for (const auto& [text, told] : table) {
        CAPTURE(text);
        CHECK(complaint(text) == "kintsugi.toml:" + told);
    }
}

} // namespace

TEST_CASE("what is no TOML is told with its line", "[config]")
{
    CHECK_THAT(complaint("[server]\nlisten = \n"), Catch::StartsWith("kintsugi.toml:2: "));
    CHECK_THAT(complaint("[server]\n\nqueue = 64\nqueue = 65\n"), Catch::StartsWith("kintsugi.toml:4: "));
}

TEST_CASE("an unknown key is told with its line, wherever it stands", "[config]")
{
    check({{"[server]\nlisten = \"[::1]:80\"\nport = 80\n", "3: server.port: there is no such key"},
           {"sever = 1\n", "1: sever: there is no such key"},
           {"[levels.level_9]\n", "1: levels.level_9: there is no such key"},
           {"[levels.level_1]\nfirst = \"1h\"\n", "2: levels.level_1.first: there is no such key"},
           {"[hours.service]\nweek = { monday = [] }\n", "2: hours.service.week.monday: there is no such key"},
           {wei + std::string{"phone = \"1\"\n"}, "5: people[1].phone: there is no such key"}});
}

TEST_CASE("a wrong type is told with what is accepted", "[config]")
{
    check({{"[server]\nqueue = \"many\"\n", "2: server.queue: accepted is 16 to 100000"},
           {"[server]\nqueue = 64.5\n", "2: server.queue: accepted is 16 to 100000"},
           {"[server]\nbody_limit = 65536\n", "2: server.body_limit: accepted is \"64KB\" to \"16MB\""},
           {"[company]\nlanguage = 1\n", "2: company.language: accepted is \"zh-CN\" or \"en\""},
           {"[company]\nmarketing_departments = \"Sales\"\n", "2: company.marketing_departments: accepted is names"},
           {"server = 1\n", "1: server: accepted is a table"},
           {"people = \"wei\"\n", "1: people: accepted are tables: [[people]]"}});
}

TEST_CASE("a value out of range is told with the range", "[config]")
{
    check({{"[server]\nqueue = 15\n", "2: server.queue: accepted is 16 to 100000"},
           {"[server]\nqueue = 100001\n", "2: server.queue: accepted is 16 to 100000"},
           {"[server]\nbody_limit = \"17MB\"\n", "2: server.body_limit: accepted is \"64KB\" to \"16MB\""},
           {"[server]\nbody_limit = \"1GB\"\n", "2: server.body_limit: accepted is \"64KB\" to \"16MB\""},
           {"[server]\nrequest_time = \"2min\"\n", "2: server.request_time: accepted is \"1s\" to \"60s\""},
           {"[server]\nlisten = \"localhost\"\n", "2: server.listen: accepted is \"address:port\""},
           {"[server]\nlisten = \"localhost:http\"\n", "2: server.listen: accepted is \"address:port\""},
           {"[server]\nlisten = \"localhost:70000\"\n", "2: server.listen: accepted is \"address:port\""},
           {"[company]\ndigest_at = \"9:00\"\n", "2: company.digest_at: accepted is \"HH:MM\""},
           {"[levels.level_1]\nplan = \"soon\"\n", "2: levels.level_1.plan: accepted is a time or \"1 working day\""},
           {"[levels.level_1]\nfollow_up_days = [7, \"x\"]\n", "2: levels.level_1.follow_up_days: accepted is days"},
           {"[hours.work]\nweek = { fri = [\"13:00-18:00\", \"09:00-12:00\"] }\n",
            "2: hours.work.week.fri: accepted are spans in order, such as \"09:00-12:00\""},
           {"[hours.work]\nholidays = [\"2026-02-30\"]\n", "2: hours.work.holidays: accepted is dates"}});
}

TEST_CASE("a zone, a role or a purpose that does not exist is told", "[config]")
{
    check({{"[company]\nzone = \"Asia/Peking\"\n", "2: company.zone: accepted is an IANA zone"},
           {wei + std::string{"zone = \"Mars/Base\"\n"}, "5: people[1].zone: accepted is an IANA zone"}});
    CHECK_THAT(complaint("[[people]]\nid = \"a\"\nname = \"A\"\nroles = [\"boss\"]\n"),
               Catch::StartsWith("kintsugi.toml:4: people[1].roles: accepted is koe lead"));
    CHECK_THAT(complaint("[[rooms]]\nid = \"r\"\nconnection = \"c\"\nname = \"R\"\npurpose = \"fun\"\n"),
               Catch::Contains("5: rooms[1].purpose: accepted is team community product crisis"));
}

TEST_CASE("what is required and missing is told", "[config]")
{
    CHECK_THAT(complaint("[[people]]\nname = \"A\"\n"), Catch::Contains("people[1].id: accepted is a short name"));
    CHECK_THAT(complaint("[[people]]\nid = \"a\"\nname = \"A\"\n"), Catch::Contains("people[1].roles: accepted is"));
    CHECK_THAT(complaint("[connections.x]\nsecret_env = \"HOME\"\n"), Catch::Contains("connections.x.platform"));
}

TEST_CASE("who and what is named must exist", "[config]")
{
    const Variable secret{"KINTSUGI_TEST_SECRET", "s3cret"};
    const std::string people = wei;
    CHECK_THAT(complaint(people + "lead = \"lena\"\n"), Catch::Contains("people.wei.lead") && Catch::Contains("lena"));
    CHECK_THAT(complaint(people + "deputy = \"lena\"\n"), Catch::Contains("people.wei.deputy"));
    CHECK_THAT(complaint("[[areas]]\nid = \"pay\"\nowner = \"lena\"\n"), Catch::Contains("areas.pay.owner"));
    const std::string room = "[[rooms]]\nid = \"r\"\nname = \"R\"\npurpose = \"product\"\nconnection = \"console\"\n";
    CHECK(complaint(connection + room) == "");
    CHECK_THAT(complaint(room), Catch::Contains("rooms.r.connection") && Catch::Contains("console"));
    CHECK_THAT(complaint(connection + room + "publisher = \"lena\"\n"), Catch::Contains("rooms.r.publisher"));
    CHECK_THAT(complaint(connection + room + "area = \"pay\"\n"),
               Catch::Contains("rooms.r.area") && Catch::Contains("pay"));
    CHECK_THAT(complaint(people + "[[areas]]\nid = \"pay\"\nowner = \"wei\"\nroom = \"r\"\n"),
               Catch::Contains("areas.pay.room") && Catch::Contains("\"r\""));
    CHECK_THAT(complaint(people + "accounts = { slack = \"U1\" }\n"),
               Catch::Contains("people.wei.accounts") && Catch::Contains("slack"));
    CHECK_THAT(complaint(people + people), Catch::Contains("people.wei") && Catch::Contains("twice"));
}

TEST_CASE("a secret that is not there is told by its place", "[config]")
{
    unsetenv("KINTSUGI_TEST_SECRET");
    CHECK(complaint(connection) == "kintsugi.toml:3: connections.console.secret_env: the variable is not set");
    const Variable empty{"KINTSUGI_TEST_SECRET", ""};
    CHECK_THAT(complaint(connection), Catch::Contains("secret_env: the variable is not set"));
    CHECK_THAT(complaint("[connections.c]\nplatform = \"console\"\n"),
               Catch::Contains("connections.c.secret_file: secret_file or secret_env is needed"));
    const Folder folder;
    const std::string text = "[connections.c]\nplatform = \"console\"\nsecret_file = \"gone\"\n";
    CHECK_THAT(complaint(text, folder.path()), Catch::Contains("gone") && Catch::Contains("cannot be read"));
}

TEST_CASE("no complaint holds the value of a secret", "[config]")
{
    const Variable secret{"KINTSUGI_TEST_SECRET", "s3cret"};
    const Folder folder;
    folder.write("secret", "s3cret");
    for (const std::string& text :
         {std::string{connection} + "sign_in = \"s3cre\"\n", std::string{connection} + "colour = 1\n",
          std::string{connection} + "[[people]]\n",
          std::string{"[connections.c]\nplatform = \"console\"\n"
                      "secret_file = \"secret\"\nsign_in = 3\n"},
          std::string{"[connections.c]\nplatform = \"console\"\nsecret = \"s3cret\"\nsecret_file = \"secret\"\n"},
          std::string{"[connections.c]\nplatform = \"console\"\nsecret = \"s3cret\n"}}) {
        const auto told = complaint(text, folder.path());
        CAPTURE(text, told);
        CHECK_FALSE(told.empty());
        CHECK(told.find("s3cret") == std::string::npos);
    }
}

} // namespace kintsugi::tests
