#include "bot/conversation/replies/parts.hpp"

#include "bot/domain/text.hpp"

namespace kintsugi::conversation {

std::string words_joined(const Wording& wording, Language language, std::string_view table,
                         const std::vector<std::string>& keys)
{
    std::vector<std::string> words;
    words.reserve(keys.size());
    for (const auto& key : keys)
        words.push_back(wording.word(language, std::string{table} + "." + key));
    return text::joined(words, " · ");
}

} // namespace kintsugi::conversation
