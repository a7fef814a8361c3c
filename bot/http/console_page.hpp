#pragma once
// The page of the web chat and what it is made of, compiled in: markup, style, script, icon, and the words of both
// languages. Answers carry an ETag, so that a browser fetches each once per version.

#include "bot/conversation/catalogue.hpp"
#include "bot/http/router.hpp"

namespace kintsugi::http {

/// GET /console, /console/static/{file}, /console/texts/{language}.
[[nodiscard]] std::vector<Route> console_page_routes(const conversation::Catalogue& catalogue);

/// GET / leads to `target`.
[[nodiscard]] Route front_page_route(std::string target);

} // namespace kintsugi::http
