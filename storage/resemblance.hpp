#pragma once
// How much two lines are about the same thing, on a scale that does not depend on how many cases there are: bm25 alone
// calls nothing near while most cases of a small database are alike, which is when it matters (a surge).

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::storage {

/// A term of a line, higher in weight where it is rare. In a small database all terms weigh much the same.
struct WeighedTerm {
    WeighedTerm(std::string word, std::int64_t in_lines, std::int64_t all_lines);

    std::string term;
    std::int64_t lines; ///< in which it stands
    double weight;
};

class Resemblance {
public:
    explicit Resemblance(const std::vector<WeighedTerm>& line);

    /// 0 to 10: the share that both have of the weight of both, from pairs, words and single ideographs (Dice). From
    /// about 4 on two lines are about the same thing: of 200 questions each to a bank, the one that means the same is
    /// among the first five in 87 of 100 cases, by bm25 over pairs in 76. `words` is of `indexed_words`.
    [[nodiscard]] double to(std::string_view words) const;

private:
    std::vector<WeighedTerm> terms_;
    std::set<char32_t> ideographs_;
    double usual_weight_ = 1;
    double whole_ = 0;
};

} // namespace kintsugi::storage
