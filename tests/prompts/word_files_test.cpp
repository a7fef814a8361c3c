// The files of words (grammar, time, signals, names, coaching, lint) have the same lists in all languages.

#include "bot/conversation/grammar_words.hpp"
#include "bot/domain/text.hpp"
#include "tests/prompts/files.hpp"

#include <catch2/catch.hpp>

#include <map>

namespace kintsugi::tests {
namespace {

using conversation::Verb;

constexpr const char *chinese = "zh-CN/", *english = "en/";

std::set<std::string> leaves(std::string_view folder)
{
    std::set<std::string> names;
    for (const auto& file : prompt_files(folder))
        names.insert(file.name.substr(folder.size()));
    return names;
}

/// For an array of tables: what names an entry, with the entry itself.
std::map<std::string, const toml::table*> by_name(const toml::table& root, std::string_view list,
                                                  std::initializer_list<std::string_view> names)
{
    std::map<std::string, const toml::table*> rows;
    for (const auto& row : *root[list].as_array()) {
        std::string name;
        for (const auto part : names)
            name += (*row.as_table())[part].value_or(std::string{"?"}) + " ";
        CAPTURE(name);
        CHECK(rows.emplace(name, row.as_table()).second);
    }
    return rows;
}

void check_same_names(const std::string& leaf, std::string_view list, std::initializer_list<std::string_view> names)
{
    const auto zh = prompt_table(chinese + leaf), en = prompt_table(english + leaf);
    const auto in_chinese = by_name(zh, list, names), in_english = by_name(en, list, names);
    for (const auto& [name, row] : in_chinese) {
        CAPTURE(leaf, name);
        CHECK(in_english.contains(name));
    }
    for (const auto& [name, row] : in_english) {
        CAPTURE(leaf, name);
        CHECK(in_chinese.contains(name));
    }
}

} // namespace

TEST_CASE("all languages have the same files", "[prompts]")
{
    CHECK(leaves(chinese) == leaves(english));
    CHECK(leaves(chinese).contains("grammar.toml"));
}

TEST_CASE("every verb can be said in every language", "[prompts]")
{
    for (const auto* folder : {chinese, english}) {
        const auto words = conversation::load_grammar_words(prompt_files(folder));
        std::set<Verb> said;
        for (const auto& alias : words.aliases)
            said.insert(alias.verb);
        for (const auto& [verb, name] : Names<Verb>::all) {
            CAPTURE(folder, name);
            CHECK(said.contains(verb));
        }
    }
}

TEST_CASE("no alias means two verbs, in any language", "[prompts]")
{
    std::map<std::u32string, std::set<std::string_view>> meanings;
    for (const auto& alias : conversation::load_grammar_words(prompt_files()).aliases)
        meanings[alias.words].insert(name_of(alias.verb));
    for (const auto& [words, verbs] : meanings) {
        CAPTURE(text::encode(words));
        CHECK(verbs.size() == 1);
    }
}

TEST_CASE("aliases are written as they are compared", "[prompts]")
{
    for (const auto* folder : {chinese, english}) {
        const auto root = prompt_table(std::string{folder} + "grammar.toml");
        for (const auto& [verb, aliases] : *root["verbs"].as_table())
            for (const auto& alias : *aliases.as_array()) {
                const auto words = alias.value_or(std::string{});
                CAPTURE(words);
                CHECK(text::encode(text::narrow(text::decode(words))) == words);
                CHECK(text::trim(words) == words);
            }
    }
}

TEST_CASE("grammar and time have the same tables and lists", "[prompts]")
{
    for (const std::string leaf : {"grammar.toml", "time.toml"})
        CHECK(keys_of(prompt_table(chinese + leaf)) == keys_of(prompt_table(english + leaf)));
    const auto zh = prompt_table("zh-CN/grammar.toml"), en = prompt_table("en/grammar.toml");
    for (const auto& [name, lists] : zh) {
        CAPTURE(std::string{name.str()});
        REQUIRE(en[name.str()].is_table());
        CHECK(keys_of(*lists.as_table()) == keys_of(*en[name.str()].as_table()));
    }
}

TEST_CASE("signals, names and placeholders are the same ones", "[prompts]")
{
    check_same_names("signals.toml", "signal", {"key"});
    const auto zh = prompt_table("zh-CN/signals.toml"), en = prompt_table("en/signals.toml");
    for (const auto* table : {"heat", "wants", "words"})
        CHECK(keys_of(*zh[table].as_table()) == keys_of(*en[table].as_table()));
    const auto zh_names = prompt_table("zh-CN/names.toml"), en_names = prompt_table("en/names.toml");
    for (const auto* table : {"names", "placeholders"})
        CHECK(keys_of(*zh_names[table].as_table()) == keys_of(*en_names[table].as_table()));
}

TEST_CASE("a signal weighs the same in every language", "[prompts]")
{
    const auto zh = prompt_table("zh-CN/signals.toml"), en = prompt_table("en/signals.toml");
    const auto in_english = by_name(en, "signal", {"key"});
    for (const auto& [key, row] : by_name(zh, "signal", {"key"})) {
        CAPTURE(key);
        const auto& other = *in_english.at(key);
        CHECK(*(*row)["points"].as_array() == *other["points"].as_array());
        CHECK((*row)["hard"].value_or(false) == other["hard"].value_or(false));
    }
}

TEST_CASE("scripts and rules of the draft check are the same ones", "[prompts]")
{
    check_same_names("coaching.toml", "script", {"situation", "stage"});
    check_same_names("lint.toml", "rule", {"family", "level"});
}

} // namespace kintsugi::tests
