#pragma once
// Puts together, from a configuration, what the use cases know and what the stores must hold before the first message.
// Used by the runtime, by commands that work without a server, and by tests that play conversations.

#include "bot/config/config.hpp"
#include "bot/conversation/toml_file.hpp"
#include "bot/service/knowledge.hpp"
#include "bot/service/stores.hpp"

#include <functional>
#include <vector>

namespace kintsugi {

/// The files of prompts/ that were compiled in.
[[nodiscard]] std::vector<conversation::TomlFile> built_in_prompts();
[[nodiscard]] std::string_view built_in_prompt(std::string_view name); ///< zh-CN/demo.toml

/// Everything but the platforms.
[[nodiscard]] service::Knowledge make_knowledge(const Config& config, std::function<std::uint64_t()> random);

/// People, rooms and the policy of the configuration into the stores. Language, zone and mutes that a person chose in
/// chat stay as they are. A policy that differs from the one in force counts from `now` on.
void store_configuration(service::Stores& stores, const Config& config, Instant now);

} // namespace kintsugi
