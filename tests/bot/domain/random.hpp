#pragma once
// Random choices that a seed repeats.

#include <cstddef>
#include <random>

namespace kintsugi::tests {

class Random {
public:
    explicit Random(int seed) : source_(static_cast<std::mt19937::result_type>(seed)) {}

    /// 0 to `most`.
    [[nodiscard]] int up_to(int most) { return static_cast<int>(source_() % (static_cast<unsigned>(most) + 1)); }
    [[nodiscard]] bool one_in(int many) { return up_to(many - 1) == 0; }

    template <class List>
    [[nodiscard]] const auto& one_of(const List& list)
    {
        return list[static_cast<std::size_t>(up_to(static_cast<int>(std::size(list)) - 1))];
    }

private:
    std::mt19937 source_;
};

} // namespace kintsugi::tests
