#pragma once
// The words of the command grammar as data: prompts/<language>/grammar.toml. All languages are known at once.

#include "bot/conversation/order.hpp"
#include "bot/conversation/time_phrases.hpp"
#include "bot/conversation/toml_file.hpp"
#include "bot/domain/person.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace kintsugi::conversation {

using Words32 = std::vector<std::u32string>;

/// One way to say a verb. `open_ended`: content may follow without a border (转给小周).
struct Alias {
    std::u32string words;
    Verb verb{};
    Language language{};
    bool open_ended = false;
    bool canonical = false; ///< the first of its list: the one that hints and help use
};

/// Marks around a verb, see the [marks] of the files.
struct Marks {
    Words32 address, polite, negation, question_start, question_end, wish, particles, split, reason, users_words, ends;
};

/// How the user's own words are read when they answer a question of ours.
struct AnswerWords {
    Words32 yes, no, silence, settled, unsettled, condition, figure;
};

struct GrammarWords {
    std::vector<Alias> aliases; ///< longest first
    Marks marks;
    AnswerWords answers;
    std::map<std::string, Words32> topics; ///< words that belong together where a user wants something left out
    std::map<std::string, Words32> flags;  ///< all, unexplained, no_text …
    std::map<std::u32string, cases::Level> levels;
    std::map<std::u32string, cases::CloseOutcome> outcomes;
    std::map<std::u32string, sharing::Scope> scopes;
    std::map<std::u32string, Language> languages;
    TimeWords time;
};

/// Throws std::runtime_error that names file and key where a file does not fit.
[[nodiscard]] GrammarWords load_grammar_words(std::span<const TomlFile> files);

} // namespace kintsugi::conversation
