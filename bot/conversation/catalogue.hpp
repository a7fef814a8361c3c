#pragma once
// Every text that a person reads, by language and key: prompts/<language>/*.toml. A key is `table.name`; texts hold
// named placeholders: {case}. A test checks that all languages have the same keys and placeholders.

#include "bot/conversation/toml_file.hpp"
#include "bot/domain/person.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::conversation {

class Catalogue {
public:
    /// Reads the files that hold texts, not those of words (grammar, time, signals, names). Throws std::runtime_error
    /// that names file and key where one does not fit.
    [[nodiscard]] static Catalogue load(std::span<const TomlFile> files);

    /// Throws std::logic_error for a key that is not there.
    [[nodiscard]] const std::string& text(Language language, std::string_view key) const;
    [[nodiscard]] const std::vector<std::string>& list(Language language, std::string_view key) const;
    [[nodiscard]] bool has(Language language, std::string_view key) const;
    [[nodiscard]] std::vector<std::string> keys(Language language) const; ///< sorted, of texts and lists

private:
    struct Texts {
        std::map<std::string, std::string, std::less<>> texts;
        std::map<std::string, std::vector<std::string>, std::less<>> lists;
    };
    std::map<Language, Texts> languages_;
};

/// Names between braces, in order of appearance, each once.
[[nodiscard]] std::vector<std::string> placeholders_of(std::string_view text);

} // namespace kintsugi::conversation
