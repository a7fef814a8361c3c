#include "bot/conversation/grammar_words.hpp"

#include "bot/domain/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>

namespace kintsugi::conversation {
namespace {

[[noreturn]] void complain(const TomlFile& file, std::string_view key)
{
    throw std::runtime_error{"prompts/" + file.name + ": bad entry " + std::string{key}};
}

Language language_of(const TomlFile& file)
{
    const auto language = named<Language>(std::string_view{file.name}.substr(0, file.name.find('/')));
    if (!language) complain(file, "(folder is not a language)");
    return *language;
}

std::u32string narrowed(std::string_view words)
{
    return text::narrow(text::decode(words));
}

class Loader {
public:
    Loader(GrammarWords& words, const TomlFile& file)
        : words_(words), file_(file), root_(toml::parse(file.content, file.name))
    {
    }

    void load_grammar()
    {
        load_verbs();
        load_marks();
        each("flags", [&](std::string_view key, std::u32string word) {
            words_.flags[std::string{key}].push_back(std::move(word));
        });
        each("topics", [&](std::string_view key, std::u32string word) {
            words_.topics[std::string{key}].push_back(std::move(word));
        });
        load_values("level", words_.levels);
        load_values("outcome", words_.outcomes);
        load_values("scope", words_.scopes);
        load_values("language", words_.languages);
        load_answers();
    }

    void load_time()
    {
        auto& time = words_.time;
        const std::pair<std::string_view, std::map<std::u32string, int>*> tables[] = {
            {"days", &time.days},         {"short_days", &time.short_days},
            {"weekdays", &time.weekdays}, {"next_week", &time.next_week},
            {"months", &time.months},     {"parts", &time.parts},
            {"units", &time.units},       {"numerals", &time.numerals},
            {"fixed", &time.fixed},       {"before", &time.before},
            {"after", &time.after},       {"clock", &time.clock},
            {"half", &time.half}};
        for (const auto& [name, target] : tables)
            for (const auto& [key, value] : table(name)) {
                const auto number = value.value<int>();
                if (!number) complain(file_, key.str());
                target->emplace(narrowed(key.str()), *number);
            }
    }

private:
    const toml::table& table(std::string_view name)
    {
        const auto* found = root_[name].as_table();
        if (found == nullptr) complain(file_, name);
        return *found;
    }

    /// Calls `visit(key, word)` for each word of each list of a table.
    template <class Visit>
    void each(std::string_view name, Visit visit)
    {
        for (const auto& [key, value] : table(name)) {
            const auto* list = value.as_array();
            if (list == nullptr) complain(file_, key.str());
            for (const auto& item : *list)
                visit(key.str(), narrowed(item.template value<std::string>().value_or("")));
        }
    }

    void load_verbs()
    {
        const auto language = language_of(file_);
        each("verbs", [&](std::string_view key, std::u32string word) {
            const auto verb = named<Verb>(key);
            if (!verb || word.empty()) complain(file_, key);
            const bool open_ended = word.back() == U'*';
            if (open_ended) word.pop_back();
            const bool canonical = std::ranges::none_of(
                words_.aliases, [&](const Alias& alias) { return alias.verb == *verb && alias.language == language; });
            words_.aliases.push_back({std::move(word), *verb, language, open_ended, canonical});
        });
    }

    void load_marks()
    {
        auto& marks = words_.marks;
        const std::map<std::string_view, Words32*> lists{
            {"address", &marks.address},
            {"polite", &marks.polite},
            {"negation", &marks.negation},
            {"question_start", &marks.question_start},
            {"question_end", &marks.question_end},
            {"wish", &marks.wish},
            {"particles", &marks.particles},
            {"split", &marks.split},
            {"reason", &marks.reason},
            {"users_words", &marks.users_words},
            {"ends", &marks.ends},
        };
        load_lists("marks", lists);
    }

    void load_answers()
    {
        auto& answers = words_.answers;
        const std::map<std::string_view, Words32*> lists{{"yes", &answers.yes},
                                                         {"no", &answers.no},
                                                         {"silence", &answers.silence},
                                                         {"settled", &answers.settled},
                                                         {"unsettled", &answers.unsettled},
                                                         {"condition", &answers.condition},
                                                         {"figure", &answers.figure}};
        load_lists("answer", lists);
    }

    void load_lists(std::string_view name, const std::map<std::string_view, Words32*>& lists)
    {
        each(name, [&](std::string_view key, std::u32string word) {
            const auto list = lists.find(key);
            if (list == lists.end()) complain(file_, key);
            list->second->push_back(std::move(word));
        });
    }

    template <class Value>
    void load_values(std::string_view name, std::map<std::u32string, Value>& values)
    {
        each(name, [&](std::string_view key, std::u32string word) {
            const auto value = named<Value>(key);
            if (!value) complain(file_, key);
            values.emplace(std::move(word), *value);
        });
    }

    GrammarWords& words_;
    const TomlFile& file_;
    toml::table root_;
};

} // namespace

GrammarWords load_grammar_words(std::span<const TomlFile> files)
{
    GrammarWords words;
    for (const auto& file : files_named(files, "grammar.toml"))
        Loader{words, file}.load_grammar();
    for (const auto& file : files_named(files, "time.toml"))
        Loader{words, file}.load_time();
    std::ranges::stable_sort(words.aliases,
                             [](const Alias& a, const Alias& b) { return a.words.size() > b.words.size(); });
    return words;
}

} // namespace kintsugi::conversation
