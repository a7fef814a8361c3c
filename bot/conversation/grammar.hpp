#pragma once
// Text in Chinese or English → what was meant: orders, questions, choices, or free text. Whole tokens only; negation
// and questions never act; quoted and pasted content is not read as orders. PRODUCT.md, 6.

#include "bot/conversation/grammar_words.hpp"
#include "bot/conversation/order.hpp"

#include <string_view>
#include <vector>

namespace kintsugi::conversation {

/// How a user answered, as their own words tell.
enum class Answer { yes, no, unclear };

class Grammar {
public:
    explicit Grammar(GrammarWords words) : words_(std::move(words)) {}

    /// One utterance per order of the message, in order; a single FreeText where none begins like an order.
    [[nodiscard]] std::vector<Utterance> understand(const PrivateText& text, Instant now, const Zone& zone) const;

    /// Reads `text` as the missing rest of an order for `verb`: time, level, numbers, what is left.
    [[nodiscard]] Order fill(Order order, const PrivateText& text, Instant now, const Zone& zone) const;

    /// Whether the words contain one of a named list of flags (`all`, `no_text` …).
    [[nodiscard]] bool has_flag(const PrivateText& text, std::string_view flag) const;

    /// The words without those of a flag at their end: 请发截图 再问 → 请发截图.
    [[nodiscard]] PrivateText without_tail(const PrivateText& text, std::string_view flag) const;

    [[nodiscard]] Answer consent_answer(const PrivateText& users_words) const;
    [[nodiscard]] bool is_silence(const PrivateText& text) const; ///< 她没回
    [[nodiscard]] Answer settled_answer(const PrivateText& users_words) const;

    /// 总体给8分, 8 overall: the figure from 0 to 10 that users name on their own.
    [[nodiscard]] std::optional<int> figure_of_ten(const PrivateText& users_words) const;

    /// What must not be mentioned: the words after 别提 up to the end of the clause, with all that belongs to their
    /// topic. Folded. Empty if none.
    [[nodiscard]] std::vector<PrivateText> conditions(const PrivateText& users_words) const;

    [[nodiscard]] std::optional<Language> language_named(const PrivateText& text) const;

    [[nodiscard]] const TimeWords& time_words() const { return words_.time; }

    /// The verbs whose words are nearest to what was typed, at most two.
    [[nodiscard]] std::vector<Verb> closest(const PrivateText& text) const;

    /// The first way to say `verb` in a language, for hints and help. Empty if there is none.
    [[nodiscard]] std::string say(Verb verb, Language language) const;

private:
    [[nodiscard]] std::vector<PrivateText> forbidden_by(const std::u32string& condition) const;

    GrammarWords words_;
};

} // namespace kintsugi::conversation
