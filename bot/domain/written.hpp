#pragma once
// Numbers as people read and type them. PRODUCT.md, section 2.

#include "bot/domain/ids.hpp"

#include <string>

namespace kintsugi {

[[nodiscard]] inline std::string written(CaseId id)
{
    return "K-" + std::to_string(id.value());
}
[[nodiscard]] inline std::string written(CauseId id)
{
    return "R-" + std::to_string(id.value());
}
[[nodiscard]] inline std::string written(PublicationId id)
{
    return "P-" + std::to_string(id.value());
}
[[nodiscard]] inline std::string written_promise(int number)
{
    return "C-" + std::to_string(number);
}
[[nodiscard]] inline std::string written_task(int number)
{
    return "T-" + std::to_string(number);
}

} // namespace kintsugi
