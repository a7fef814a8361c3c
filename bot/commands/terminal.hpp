#pragma once
// What commands say to who runs them, in their language, on standard output.

#include "bot/conversation/wording.hpp"

#include <string_view>

namespace kintsugi {

class Terminal {
public:
    using Slots = conversation::Slots<MaskedText>;

    explicit Terminal(Language language);

    /// A line of prompts/*/operations.toml.
    void say(std::string_view key, Slots slots = {}) const;
    [[nodiscard]] std::string text(std::string_view key, Slots slots = {}) const;
    [[nodiscard]] Language language() const { return reader_.language; }

private:
    conversation::Wording wording_;
    conversation::Reader reader_;
};

/// From --lang among the arguments, else LC_ALL, LC_MESSAGES, LANG: Chinese where it begins with zh, else English.
[[nodiscard]] Language terminal_language(int count, const char* const* arguments);

} // namespace kintsugi
