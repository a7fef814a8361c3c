#pragma once
// Word lists for the domain from prompts/<language>/: signals of complaints, words of names and placeholders.

#include "bot/conversation/toml_file.hpp"
#include "bot/domain/cases/severity.hpp"
#include "bot/domain/sharing/anonymizer.hpp"

#include <span>

namespace kintsugi::conversation {

/// Both throw std::runtime_error that names file and key where an entry does not fit.
[[nodiscard]] cases::Lexicon load_lexicon(std::span<const TomlFile> files);
[[nodiscard]] sharing::Anonymizer::Words load_name_words(std::span<const TomlFile> files);

} // namespace kintsugi::conversation
