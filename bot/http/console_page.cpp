#include "bot/http/console_page.hpp"

#include "bot/http/answers.hpp"
#include "embedded/static_files.hpp"

#include <boost/json.hpp>

#include <array>
#include <map>
#include <memory>

namespace kintsugi::http {
namespace json = boost::json;
namespace {

constexpr std::string_view page_name = "console.html";
constexpr std::string_view texts_prefix = "console.";

/// Nothing from elsewhere, no script or style inside the markup, and none that a script could inject.
constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

constexpr std::array<std::pair<std::string_view, const char*>, 4> types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
}};

struct File {
    std::string type;
    std::string content;
    std::string tag;
};
using Files = std::map<std::string, File, std::less<>>;

/// FNV-1a: tells versions apart, protects nothing.
std::string tag_of(std::string_view content)
{
    std::uint64_t hash = 14695981039346656037U;
    for (const char byte : content)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    return "\"" + std::to_string(hash) + "\"";
}

File file_of(std::string type, std::string content)
{
    auto tag = tag_of(content);
    return {std::move(type), std::move(content), std::move(tag)};
}

Files static_files()
{
    Files files;
    for (const auto& [name, content] : embedded::static_files())
        for (const auto& [ending, type] : types)
            if (name.ends_with(ending)) files.emplace(name, file_of(type, std::string{content}));
    return files;
}

Files texts_of(const conversation::Catalogue& catalogue)
{
    Files files;
    for (const auto& [language, name] : Names<Language>::all) {
        json::object texts;
        for (const auto& key : catalogue.keys(language))
            if (key.starts_with(texts_prefix)) texts[key.substr(texts_prefix.size())] = catalogue.text(language, key);
        files.emplace(name, file_of("application/json", json::serialize(texts)));
    }
    return files;
}

HttpResponse answer_with(const Files& files, std::string_view name, const Call& call)
{
    const auto found = files.find(name);
    if (found == files.end()) return bare(404);
    const auto& file = found->second;
    HttpResponse answer{200,
                        {{"content-type", file.type},
                         {"etag", file.tag},
                         {"cache-control", "no-cache"},
                         {"content-security-policy", page_policy}},
                        {}};
    if (call.header("if-none-match") == file.tag)
        answer.status = 304;
    else
        answer.body = file.content;
    return answer;
}

} // namespace

std::vector<Route> console_page_routes(const conversation::Catalogue& catalogue)
{
    const auto files = std::make_shared<const Files>(static_files()); // shared by handlers, which are copied
    const auto texts = std::make_shared<const Files>(texts_of(catalogue));
    const PlainHandler page = [files](const Call& call) { return answer_with(*files, page_name, call); };
    const PlainHandler part = [files](const Call& call) { return answer_with(*files, call.parameter("file"), call); };
    const PlainHandler words = [texts](const Call& call) {
        return answer_with(*texts, call.parameter("language"), call);
    };
    return {{"GET", "/console", page},
            {"GET", "/console/static/{file}", part},
            {"GET", "/console/texts/{language}", words}};
}

Route front_page_route(std::string target)
{
    const PlainHandler lead = [target = std::move(target)](const Call&) {
        return HttpResponse{302, {{"location", target}}, {}};
    };
    return {"GET", "/", lead};
}

} // namespace kintsugi::http
