#include "storage/resemblance.hpp"

#include "bot/domain/text.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kintsugi::storage {
namespace {

/// A line of which nothing else is known: keeps weights even until there are some hundred lines.
constexpr double lines_assumed = 100, occurrences_assumed = 5;
constexpr double scale = 10;

/// Pairs and words of an indexed line, each once, and its ideographs. The single ideograph after a run is no term here.
struct Line {
    std::set<std::string_view> terms;
    std::set<char32_t> ideographs;
};

Line line_of(std::string_view words)
{
    Line line;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        const auto word = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        const auto characters = text::decode(word);
        const bool ideographs = !characters.empty() && text::is_ideograph(characters.front());
        if (ideographs) line.ideographs.insert(characters.begin(), characters.end());
        if (!ideographs || characters.size() > 1) line.terms.insert(word);
    }
    return line;
}

} // namespace

WeighedTerm::WeighedTerm(std::string word, std::int64_t in_lines, std::int64_t all_lines)
    : term(std::move(word)), lines(in_lines),
      weight(std::log(1 + (static_cast<double>(all_lines) + lines_assumed) /
                              (static_cast<double>(in_lines) + occurrences_assumed)))
{
}

Resemblance::Resemblance(const std::vector<WeighedTerm>& line)
{
    for (const auto& one : line) {
        const auto characters = text::decode(one.term);
        const bool ideographs = text::is_ideograph(characters.front());
        if (ideographs) ideographs_.insert(characters.begin(), characters.end());
        if (ideographs && characters.size() == 1) continue; // counted as what it is
        terms_.push_back(one);
        whole_ += one.weight;
    }
    if (!terms_.empty()) usual_weight_ = whole_ / static_cast<double>(terms_.size());
    whole_ += usual_weight_ * static_cast<double>(ideographs_.size());
}

double Resemblance::to(std::string_view words) const
{
    const auto other = line_of(words);
    double shared = 0;
    std::size_t shared_terms = 0;
    for (const auto& [term, lines, weight] : terms_)
        if (other.terms.contains(term)) {
            shared += weight;
            ++shared_terms;
        }
    // What only the other line has weighs the usual: to ask for each of its terms would cost more than it tells.
    const auto others = static_cast<double>(other.terms.size() - shared_terms + other.ideographs.size());
    const auto whole = whole_ + shared + usual_weight_ * others;
    for (const auto c : ideographs_)
        if (other.ideographs.contains(c)) shared += usual_weight_;
    return whole == 0 ? 0 : scale * 2 * shared / whole;
}

} // namespace kintsugi::storage
