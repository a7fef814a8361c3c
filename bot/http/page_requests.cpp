#include "bot/http/page_requests.hpp"

#include "bot/http/answers.hpp"

#include <boost/json.hpp>

namespace kintsugi::http {
namespace json = boost::json;

std::optional<json::object> body_of(const Call& call)
{
    if (!call.header("content-type").starts_with("application/json")) return std::nullopt;
    boost::system::error_code error;
    auto body = json::parse(call.request.body, error);
    if (error || !body.is_object()) return std::nullopt;
    return std::move(body.get_object());
}

std::string text_of(const json::object& body, std::string_view name)
{
    const auto* value = body.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{value->get_string()} : std::string{};
}

HttpResponse json_answer(const json::object& content)
{
    return json_text(200, json::serialize(content));
}

std::string bearer_token(const Call& call)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto header = call.header("authorization");
    return std::string{header.starts_with(scheme) ? header.substr(scheme.size()) : ""};
}

} // namespace kintsugi::http
