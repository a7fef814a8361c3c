#pragma once
// What a draft to a user says that should not be said, and what it promises. Deterministic and offline; rules are data:
// prompts/<language>/lint.toml. PRODUCT.md, sections 7.3 and 9.

#include "bot/conversation/time_phrases.hpp"
#include "bot/conversation/toml_file.hpp"
#include "bot/domain/person.hpp"
#include "bot/domain/private_text.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::conversation {

enum class LintLevel { hint, warn, block };

struct LintRule {
    std::string family; ///< names the rule in findings
    LintLevel level = LintLevel::warn;
    std::vector<std::string> phrases; ///< folded
    std::string why;
    std::string instead;
};

struct Finding {
    const LintRule* rule = nullptr;
    std::string words; ///< as they stand in the folded draft
};

struct PromiseFound {
    PrivateText sentence;
    Instant due{};
};

struct DraftVerdict {
    LintLevel worst = LintLevel::hint;
    std::vector<Finding> findings; ///< at most one per rule, in order of appearance
    std::vector<PromiseFound> promises;

    [[nodiscard]] bool clean() const { return findings.empty(); }
};

class DraftCheck {
public:
    [[nodiscard]] static DraftCheck load(std::span<const TomlFile> files);

    /// Checks with the rules of all languages. Times count from `now` in `zone`.
    [[nodiscard]] DraftVerdict check(const PrivateText& draft, const TimeWords& time, Instant now,
                                     const Zone& zone) const;

    [[nodiscard]] const std::vector<LintRule>& rules(Language language) const { return rules_.at(language); }

private:
    std::map<Language, std::vector<LintRule>> rules_;
};

} // namespace kintsugi::conversation

namespace kintsugi {

template <>
struct Names<conversation::LintLevel> {
    using enum conversation::LintLevel;
    static constexpr std::pair<conversation::LintLevel, std::string_view> all[] = {
        {hint, "hint"}, {warn, "warn"}, {block, "block"}};
};

} // namespace kintsugi
