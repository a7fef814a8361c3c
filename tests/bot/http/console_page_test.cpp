// The page as it is served: types, tags, and the same words in every language.
#include "bot/http/console_page.hpp"
#include "embedded/prompts.hpp"
#include "embedded/static_files.hpp"

#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include <regex>
#include <set>

using namespace kintsugi;
using namespace kintsugi::http;
namespace json = boost::json;

namespace {

const Router& page()
{
    static const Router router = [] {
        std::vector<conversation::TomlFile> files;
        for (const auto& [name, content] : embedded::prompts())
            if (name.ends_with("/console.toml")) files.push_back({std::string{name}, content});
        auto routes = console_page_routes(conversation::Catalogue::load(files));
        routes.push_back(front_page_route("/console"));
        return Router{std::move(routes)};
    }();
    return router;
}

HttpResponse fetch(std::string target, std::string tag = {})
{
    HttpRequest request{"GET", std::move(target), {}, {}};
    if (!tag.empty()) request.headers["if-none-match"] = std::move(tag);
    const auto found = page().find(std::move(request));
    const auto* match = std::get_if<Router::Found>(&found);
    if (match == nullptr) return std::get<HttpResponse>(found);
    return std::get<PlainHandler>(match->route->handler)(match->call);
}

} // namespace

TEST_CASE("the page and its parts have the right types and a policy without inline code", "[http][console]")
{
    CHECK(fetch("/").headers.at("location") == "/console");
    CHECK(fetch("/console").headers.at("content-type") == "text/html; charset=utf-8");
    CHECK(fetch("/console/static/console.js").headers.at("content-type") == "text/javascript; charset=utf-8");
    CHECK(fetch("/console/static/kintsugi.css").headers.at("content-type") == "text/css; charset=utf-8");
    CHECK(fetch("/console/static/icon.svg").headers.at("content-type") == "image/svg+xml");
    CHECK(fetch("/console").headers.at("content-security-policy").find("unsafe") == std::string::npos);
    CHECK(fetch("/console/static/none.js").status == 404);
    CHECK(fetch("/console/static/..%2Fserver.cpp").status == 404);
}

TEST_CASE("what a browser already has is not sent again", "[http][console]")
{
    const auto first = fetch("/console/static/console.css");
    CHECK(first.headers.at("cache-control") == "no-cache");
    const auto second = fetch("/console/static/console.css", first.headers.at("etag"));
    CHECK(second.status == 304);
    CHECK(second.body.empty());
    CHECK(fetch("/console/static/console.css", "\"other\"").status == 200);
}

TEST_CASE("the page has no code or style in its markup and reaches for nothing outside", "[http][console]")
{
    const auto markup = fetch("/console").body;
    CHECK_FALSE(std::regex_search(markup, std::regex{R"(<style|\sstyle=|\son[a-z]+=|<script(?![^>]*src=))"}));
    for (const auto& [file, embedded] : embedded::static_files()) {
        const std::string content{embedded};
        CAPTURE(file);
        CHECK_FALSE(std::regex_search(content, std::regex{R"(https?://(?!www\.w3\.org/2000/svg))"}));
        CHECK(content.find("innerHTML") == std::string::npos);
    }
}

TEST_CASE("every word that the page uses is there in every language, and none besides", "[http][console]")
{
    const auto texts = [](const char* language) {
        std::set<std::string> keys;
        const auto words = json::parse(fetch(std::string{"/console/texts/"} + language).body);
        for (const auto& text : words.as_object())
            keys.insert(std::string{text.key()});
        return keys;
    };
    const auto chinese = texts("zh-CN");
    CHECK(chinese == texts("en"));
    CHECK(fetch("/console/texts/fr").status == 404);

    std::set<std::string> used;
    std::string sources;
    for (const auto& [file, embedded] : embedded::static_files())
        sources += embedded;
    const std::regex key{R"re((?:data-text(?:-[a-z]+)?="|text\(")([a-z_0-9]+))re"};
    for (std::sregex_iterator each{sources.begin(), sources.end(), key}, end; each != end; ++each)
        used.insert((*each)[1]);
    for (const auto& [role, name] : Names<Role>::all) {
        used.insert("role_" + std::string{name});
        used.insert("tries_" + std::string{name});
    }
    for (const auto* purpose : {"direct", "team", "community", "product", "crisis"})
        used.insert("purpose_" + std::string{purpose});
    CHECK(used == chinese);
}
