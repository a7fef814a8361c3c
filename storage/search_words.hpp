#pragma once
// What is indexed of a text: pairs of neighbouring ideographs, since SQLite's tokenizers cannot find two-character
// Chinese words, and words of everything else, without English endings. Folded, so that 退款 finds 退款 in traditional
// writing too.

#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::storage {

/// A run of ideographs or one word. Its terms stand side by side in the index.
struct Run {
    bool ideographs = false;
    std::vector<std::string> terms; ///< 退款失败 → 退款 款失 失败; a single ideograph or a word is its only term
};

[[nodiscard]] std::vector<Run> runs_of(std::string_view text);

/// What is put into the index: all terms, and after each run of ideographs its last one, so that every ideograph begins
/// a term and is found alone.
[[nodiscard]] std::string indexed_words(std::string_view text);

/// MATCH expression by which all words of the text must occur, runs of ideographs as they stand; empty if there are
/// none. Holds nothing but quoted letters, digits and ideographs, whatever the text.
[[nodiscard]] std::string all_words(std::string_view text);

/// MATCH expression for any of these terms; empty if there are none.
[[nodiscard]] std::string any_of(const std::vector<std::string>& terms);

} // namespace kintsugi::storage
