#pragma once
// What the public may see of a case: an alias, four steps, a coarse sentence. PRODUCT.md, sections 2, 5 and 7.7.

#include "bot/domain/cases/case.hpp"
#include "bot/domain/private_text.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kintsugi::sharing {

/// 金缮 208·桐: a random number and word. Neither volume nor order nor the case's number can be read from it.
struct Alias {
    int number = 0; ///< 100 to 999
    int word = 0;   ///< index into the words of `labels.toml`, the same tree in every language

    friend auto operator<=>(const Alias&, const Alias&) = default;
};

inline constexpr int alias_words = 40; ///< how many trees `labels.toml` names

[[nodiscard]] Alias alias_from(std::uint64_t random);

/// The four steps of the community card. Three and four never light up from our own claim alone.
enum class Step { heard = 1, in_progress = 2, solved = 3, improved = 4 };

/// `fix_shipped`: the fix of the case's cause is out.
[[nodiscard]] Step step_of(const cases::Case& current, bool fix_shipped);

/// Counts below this are never shown: "several" instead.
inline constexpr int least_count_shown = 5;

} // namespace kintsugi::sharing

namespace kintsugi {

template <>
struct Names<sharing::Step> {
    using enum sharing::Step;
    static constexpr std::pair<sharing::Step, std::string_view> all[] = {
        {heard, "heard"}, {in_progress, "in_progress"}, {solved, "solved"}, {improved, "improved"}};
};

} // namespace kintsugi
