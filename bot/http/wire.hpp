#pragma once
// Between Beast's messages and ours. Included by session.cpp alone: Beast costs seconds.

#include "bot/conversation/platform.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace kintsugi::http {

namespace beast = boost::beast;
using conversation::HttpRequest;
using conversation::HttpResponse;

inline constexpr unsigned http_1_1 = 11;

using Parser = beast::http::request_parser<beast::http::string_body>;

/// What to answer to bytes that are no request; 0: nothing, the peer is gone or too slow.
inline int status_for(const beast::error_code& error)
{
    if (error == beast::http::error::end_of_stream || error == beast::http::error::partial_message) return 0;
    if (error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow) return 431;
    if (error == beast::http::error::body_limit) return 413;
    return error.category() == make_error_code(beast::http::error::bad_target).category() ? 400 : 0;
}

inline HttpRequest neutral(Parser::value_type&& message)
{
    HttpRequest request{std::string{message.method_string()}, std::string{message.target()}, {}, {}};
    for (const auto& field : message) {
        std::string name{field.name_string()};
        std::ranges::transform(name, name.begin(),
                               [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        auto& value = request.headers[std::move(name)];
        if (!value.empty()) value += ", ";
        value += field.value();
    }
    request.body = std::move(message.body());
    return request;
}

inline bool asks_for_leave(const Parser::value_type& message)
{
    return message.version() == http_1_1 && beast::iequals(message[beast::http::field::expect], "100-continue");
}

inline beast::http::response<beast::http::string_body> beast_message(HttpResponse&& response, unsigned version,
                                                                     bool keep_alive)
{
    beast::http::response<beast::http::string_body> message{static_cast<beast::http::status>(response.status), version};
    for (const auto& [name, value] : response.headers)
        message.set(name, value);
    message.body() = std::move(response.body);
    message.keep_alive(keep_alive);
    message.prepare_payload();
    return message;
}

} // namespace kintsugi::http
