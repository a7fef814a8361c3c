#pragma once
// JSON in the requests and answers of our own pages.

#include "bot/http/router.hpp"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace kintsugi::http {

/// Nothing unless it is an object that was sent as JSON: a form of a foreign page cannot do that unasked.
[[nodiscard]] std::optional<boost::json::object> body_of(const Call& call);

/// Empty if it is not a string.
[[nodiscard]] std::string text_of(const boost::json::object& body, std::string_view name);

[[nodiscard]] HttpResponse json_answer(const boost::json::object& content);

/// Of the Authorization header; empty if there is none.
[[nodiscard]] std::string bearer_token(const Call& call);

} // namespace kintsugi::http
