#pragma once
// The target of a request: path and query with their percent encoding. RFC 3986, section 2.1.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kintsugi::http {

using Query = std::map<std::string, std::string, std::less<>>;

/// Nothing if an escape is broken or the result is not UTF-8 or holds a NUL.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

/// Everything but letters, digits and -._~ escaped.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// The host in https://host:port/path, as a Host header names it; empty if there is none.
[[nodiscard]] std::string host_of(std::string_view url);

/// `a=1&b=2`, where + stands for a space. Of a name that comes twice the first value counts. Nothing if it does not
/// decode.
[[nodiscard]] std::optional<Query> parse_query(std::string_view text);

struct Target {
    std::string_view path;  ///< as sent, begins with a slash
    std::string_view query; ///< as sent, without the question mark
};

/// Takes the absolute form (http://host/path) as well. Nothing for what is neither. Views into `target`.
[[nodiscard]] std::optional<Target> split_target(std::string_view target);

} // namespace kintsugi::http
