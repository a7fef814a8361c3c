#pragma once
// Placeholders such as [phone] while a text is being masked. Each stands as one mark, a code point of private use,
// which belongs to no word and which no gap of a pattern may span: what stands around a placeholder must not be read as
// a new identifier when the text is masked again. Used by `anonymizer.cpp` only.

#include "bot/domain/sharing/anonymizer.hpp"

#include <map>
#include <string>

namespace kintsugi::sharing {

class Placeholders {
public:
    using Words = std::map<Language, std::map<Personal, std::string>>;

    explicit Placeholders(Words words);

    /// Throws std::out_of_range for a kind without a placeholder.
    [[nodiscard]] const std::string& mark(Language language, Personal kind) const
    {
        return marks_.at(language).at(kind);
    }

    [[nodiscard]] std::string to_marks(const std::string& text) const;
    [[nodiscard]] std::string to_words(std::string text) const;

private:
    Words words_;
    Words marks_;
};

/// Replaces each `words` in `text`; true if there was one.
bool replace_words(std::string& text, const std::string& words, const std::string& by);

} // namespace kintsugi::sharing
