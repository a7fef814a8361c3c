#pragma once
// Words that a KOE can send: hear, understand, together. Data: prompts/<language>/coaching.toml. PRODUCT.md, 7.3.

#include "bot/conversation/toml_file.hpp"
#include "bot/domain/cases/case.hpp"
#include "bot/domain/person.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::conversation {

enum class CoachStage { first_words, plan, waiting, closing };

/// Texts may hold {name}: how the user is addressed.
struct Script {
    std::string situation;
    CoachStage stage = CoachStage::first_words;
    std::vector<std::string> keywords; ///< folded; empty: fits every case
    std::string hear;
    std::string understand;
    std::string together;
    std::vector<std::string> options; ///< two concrete things to offer
    std::vector<std::string> avoid;   ///< three things not to say
};

class Scripts {
public:
    /// Throws std::runtime_error that names file and key where an entry does not fit.
    [[nodiscard]] static Scripts load(std::span<const TomlFile> files);

    /// Those that fit, best first: by keywords found in the folded text, then the general ones. Never empty.
    [[nodiscard]] std::vector<const Script*> fitting(Language language, CoachStage stage,
                                                     std::string_view folded) const;

    [[nodiscard]] const std::vector<Script>& all(Language language) const { return scripts_.at(language); }

private:
    std::map<Language, std::vector<Script>> scripts_;
};

[[nodiscard]] CoachStage coach_stage(const cases::Case& current);

} // namespace kintsugi::conversation

namespace kintsugi {

template <>
struct Names<conversation::CoachStage> {
    using enum conversation::CoachStage;
    static constexpr std::pair<conversation::CoachStage, std::string_view> all[] = {
        {first_words, "first_words"}, {plan, "plan"}, {waiting, "waiting"}, {closing, "closing"}};
};

} // namespace kintsugi
