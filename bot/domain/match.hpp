#pragma once
// Visits a closed set of alternatives: std::visit(Match{[](const A&) {…}, [](const B&) {…}}, value).

namespace kintsugi {

template <class... Handlers>
struct Match : Handlers... {
    using Handlers::operator()...;
};

template <class... Handlers>
Match(Handlers...) -> Match<Handlers...>; // clang 14 needs the guide

} // namespace kintsugi
