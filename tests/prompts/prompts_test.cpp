// The texts of all languages fit each other and the code that uses them.

#include "bot/conversation/catalogue.hpp"
#include "bot/conversation/coaching/scripts.hpp"
#include "bot/domain/causes/cause.hpp"
#include "bot/domain/outcome.hpp"
#include "bot/domain/sharing/consent.hpp"
#include "bot/domain/sharing/publication.hpp"
#include "tests/prompts/files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace kintsugi::tests {
namespace {

using conversation::Catalogue;
using conversation::placeholders_of;

const Catalogue& catalogue()
{
    static const auto all = Catalogue::load(prompt_files());
    return all;
}

const std::vector<std::string>& keys(Language language)
{
    static const auto chinese = catalogue().keys(Language::chinese), english = catalogue().keys(Language::english);
    return language == Language::chinese ? chinese : english;
}

bool is_text(Language language, const std::string& key)
{
    try {
        (void)catalogue().text(language, key);
        return true;
    } catch (const std::logic_error&) {
        return false;
    }
}

std::vector<std::string> sorted_placeholders(Language language, const std::string& key)
{
    auto names = placeholders_of(catalogue().text(language, key));
    std::ranges::sort(names);
    return names;
}

struct Literal {
    std::string file;
    std::string key;
};

/// "table.name" wherever code writes it; a last "_" or "." means that the rest is added at run time. Comments are no
/// code, the configuration's keys no texts.
std::vector<Literal> keys_in_code()
{
    static const std::regex quoted{R"re("([a-z_]+\.[a-z0-9_]*)")re"};
    static const std::regex comment{R"re(//.*)re"};
    static const std::set<std::string> files{"toml", "html", "css", "js", "svg"};
    std::vector<Literal> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{"bot"}) {
        const auto path = entry.path().generic_string();
        if (!(path.ends_with(".cpp") || path.ends_with(".hpp")) || path.starts_with("bot/config/")) continue;
        std::ifstream file{entry.path()};
        for (std::string line; std::getline(file, line);) {
            line = std::regex_replace(line, comment, "");
            for (std::sregex_iterator match{line.begin(), line.end(), quoted}, end; match != end; ++match)
                if (const auto key = (*match)[1].str(); !files.contains(key.substr(key.find('.') + 1)))
                    found.push_back({path, key});
        }
    }
    return found;
}

bool exists(Language language, const std::string& key)
{
    const bool is_prefix = key.ends_with('.') || key.ends_with('_');
    return is_prefix ? std::ranges::any_of(keys(language), [&](const auto& known) { return known.starts_with(key); })
                     : catalogue().has(language, key);
}

/// Each value of an enum that code appends to a table's name.
template <class Enum>
void check_named(const std::string& table)
{
    for (const auto& [value, name] : Names<Enum>::all)
        for (const auto& [language, code] : Names<Language>::all) {
            const auto key = table + "." + std::string{name};
            CAPTURE(code, key);
            CHECK(catalogue().has(language, key));
        }
}

} // namespace

TEST_CASE("all languages have the same texts", "[prompts]")
{
    REQUIRE(keys(Language::english).size() > 300);
    std::vector<std::string> only_in_one;
    std::ranges::set_symmetric_difference(keys(Language::chinese), keys(Language::english),
                                          std::back_inserter(only_in_one));
    CHECK(only_in_one == std::vector<std::string>{});
}

TEST_CASE("a text has the same placeholders in all languages", "[prompts]")
{
    for (const auto& key : keys(Language::english)) {
        if (!is_text(Language::english, key)) continue;
        CAPTURE(key);
        REQUIRE(is_text(Language::chinese, key));
        CHECK(sorted_placeholders(Language::chinese, key) == sorted_placeholders(Language::english, key));
    }
}

TEST_CASE("a list has as many entries in all languages, none of them empty", "[prompts]")
{
    for (const auto& key : keys(Language::english)) {
        if (is_text(Language::english, key)) continue;
        CAPTURE(key);
        const auto &chinese = catalogue().list(Language::chinese, key),
                   &english = catalogue().list(Language::english, key);
        CHECK(std::ranges::find(chinese, "") == chinese.end());
        CHECK(std::ranges::find(english, "") == english.end());
        if (!key.starts_with("help.")) CHECK(chinese.size() == english.size()); // examples differ
    }
}

TEST_CASE("no text is empty, and every brace closes", "[prompts]")
{
    for (const auto& [language, code] : Names<Language>::all)
        for (const auto& key : keys(language)) {
            if (!is_text(language, key)) continue;
            CAPTURE(code, key);
            const auto& text = catalogue().text(language, key);
            CHECK_FALSE(text.empty());
            CHECK(std::ranges::count(text, '{') == std::ranges::count(text, '}'));
            for (const auto& name : placeholders_of(text))
                CHECK(std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
        }
}

TEST_CASE("every refusal has its sentence", "[prompts]")
{
    check_named<Refused>("refusals");
    for (const auto& key : keys(Language::english)) // and no sentence outlives its refusal
        if (key.starts_with("refusals.")) {
            CAPTURE(key);
            CHECK(named<Refused>(std::string_view{key}.substr(key.find('.') + 1)));
        }
}

TEST_CASE("every key that code writes exists", "[prompts]")
{
    const auto used = keys_in_code();
    REQUIRE(used.size() > 200); // the scan itself works
    for (const auto& [file, key] : used)
        for (const auto& [language, code] : Names<Language>::all) {
            CAPTURE(file, key, code);
            CHECK(exists(language, key));
        }
}

TEST_CASE("every value that code appends to a table has its word", "[prompts]")
{
    check_named<cases::Status>("status");
    check_named<cases::Level>("level");
    check_named<cases::CloseOutcome>("outcome");
    check_named<causes::CauseState>("cause");
    check_named<sharing::ConsentState>("consent_state");
    check_named<sharing::PublicationState>("publication");
    check_named<sharing::Scope>("scope");
    check_named<sharing::Step>("step");
    check_named<conversation::CoachStage>("coach");
}

} // namespace kintsugi::tests
