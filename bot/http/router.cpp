#include "bot/http/router.hpp"

#include "bot/http/answers.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace kintsugi::http {
namespace {

template <class Map>
std::string_view value_of(const Map& map, std::string_view name)
{
    const auto found = map.find(typename Map::key_type{name});
    return found == map.end() ? std::string_view{} : std::string_view{found->second};
}

std::vector<std::string> segments_of(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        segments.emplace_back(path.substr(0, path.find('/')));
        path.remove_prefix(segments.back().size());
    }
    return segments;
}

bool is_parameter(std::string_view segment)
{
    return segment.starts_with('{') && segment.ends_with('}');
}

/// The parameters if the path fits; segments are compared before decoding, so that %2F is no slash.
std::optional<std::map<std::string, std::string, std::less<>>> match(const std::vector<std::string>& pattern,
                                                                     const std::vector<std::string>& path)
{
    if (pattern.size() != path.size()) return std::nullopt;
    std::map<std::string, std::string, std::less<>> parameters;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (!is_parameter(pattern[i])) {
            if (pattern[i] != path[i]) return std::nullopt;
            continue;
        }
        auto value = percent_decoded(path[i]);
        if (!value || value->empty()) return std::nullopt;
        parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), std::move(*value));
    }
    return parameters;
}

HttpResponse wrong_method(std::set<std::string> allowed)
{
    if (allowed.contains("GET")) allowed.insert("HEAD");
    auto answer = bare(405);
    for (const auto& method : allowed)
        answer.headers["allow"] += (answer.headers["allow"].empty() ? "" : ", ") + method;
    return answer;
}

} // namespace

std::string_view Call::parameter(std::string_view name) const
{
    return value_of(parameters, name);
}

std::string_view Call::asked(std::string_view name) const
{
    return value_of(query, name);
}

std::string_view Call::header(std::string_view name) const
{
    return value_of(request.headers, name);
}

Router::Router(std::vector<Route> routes)
{
    for (auto& route : routes) {
        auto segments = segments_of(route.pattern);
        rows_.push_back({std::move(route), std::move(segments)});
    }
}

std::variant<Router::Found, HttpResponse> Router::find(HttpRequest request) const
{
    const auto target = split_target(request.target);
    if (!target) return bare(400);
    auto query = parse_query(target->query);
    if (!query || !percent_decoded(target->path)) return bare(400);
    const auto path = segments_of(target->path);
    const auto method = request.method == "HEAD" ? std::string{"GET"} : request.method;

    std::set<std::string> allowed;
    for (const auto& row : rows_) {
        auto parameters = match(row.segments, path);
        if (!parameters) continue;
        if (row.route.method == method)
            return Found{&row.route, {std::move(request), std::move(*parameters), std::move(*query)}};
        allowed.insert(row.route.method);
    }
    if (allowed.empty()) return bare(404);
    return wrong_method(std::move(allowed));
}

} // namespace kintsugi::http
