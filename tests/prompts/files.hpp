#pragma once
// The prompts as they were compiled in, and as TOML.

#include "bot/conversation/toml_file.hpp"
#include "embedded/prompts.hpp"

#include <toml++/toml.h>

#include <set>

namespace kintsugi::tests {

inline std::vector<conversation::TomlFile> prompt_files(std::string_view folder = {})
{
    std::vector<conversation::TomlFile> files;
    for (const auto& [name, content] : embedded::prompts())
        if (name.starts_with(folder)) files.push_back({std::string{name}, content});
    return files;
}

inline toml::table prompt_table(const std::string& name)
{
    for (const auto& [known, content] : embedded::prompts())
        if (known == name) return toml::parse(content, name);
    throw std::runtime_error{"no prompt file " + name};
}

inline std::set<std::string> keys_of(const toml::table& table)
{
    std::set<std::string> keys;
    for (const auto& [key, value] : table)
        keys.emplace(key.str());
    return keys;
}

} // namespace kintsugi::tests
