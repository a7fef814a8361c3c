#include "bot/service/knowledge.hpp"

#include <algorithm>

namespace kintsugi::service {

const Area* find_area(const Practice& practice, const AreaId& id)
{
    const auto found = std::ranges::find(practice.areas, id, &Area::id);
    return found == practice.areas.end() ? nullptr : &*found;
}

} // namespace kintsugi::service
