#pragma once
// What is hashed of a stored row, in one place: those who append and those who verify must agree.

#include "bot/domain/audit_chain.hpp"
#include "bot/service/records.hpp"

#include <string>
#include <string_view>

namespace kintsugi::storage {

inline constexpr std::string_view system_chain = "system";

/// case/1042
[[nodiscard]] inline std::string chain_of(std::string_view stream, std::int64_t id)
{
    return std::string{stream} + '/' + std::to_string(id);
}

/// Facts and ciphertext as stored, with the act and whose key sealed them. Facts hold no line break and what comes
/// before the ciphertext no other one, so that no two rows give the same bytes.
[[nodiscard]] inline std::string chained_content(ActId act, std::string_view facts, CustomerId sealed_for,
                                                 std::string_view sealed)
{
    std::string content;
    content.reserve(facts.size() + sealed.size() + 48);
    content += std::to_string(act.value());
    content += '\n';
    content += facts;
    content += '\n';
    content += std::to_string(sealed_for.value());
    content += '\n';
    content += sealed;
    return content;
}

} // namespace kintsugi::storage
