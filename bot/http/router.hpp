#pragma once
// Which handler answers which request: a table of routes. Parts of a program each give their routes; the composition
// root puts them together.

#include "bot/conversation/platform.hpp"
#include "bot/http/awaitable.hpp"
#include "bot/http/feed.hpp"
#include "bot/http/url.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kintsugi::http {

using conversation::HttpRequest;
using conversation::HttpResponse;

/// One request on its way to its handler.
struct Call {
    HttpRequest request;
    std::map<std::string, std::string, std::less<>> parameters{}; ///< of the pattern, decoded
    Query query{};

    [[nodiscard]] std::string_view parameter(std::string_view name) const;
    [[nodiscard]] std::string_view asked(std::string_view name) const;  ///< of the query; empty if not there
    [[nodiscard]] std::string_view header(std::string_view name) const; ///< name in lower case; empty if not there
};

/// Answers at once on the I/O thread; must not block.
using PlainHandler = std::function<HttpResponse(const Call&)>;

/// Waits for others, see run_on.hpp. The call outlives it.
using WaitingHandler = std::function<Awaitable<HttpResponse>(const Call&)>;

/// Ends as a feed of server-sent events, or is answered as usual where the caller may not have it.
using Streaming = std::variant<HttpResponse, std::shared_ptr<Feed>>;
using StreamHandler = std::function<Awaitable<Streaming>(const Call&)>;

using Handler = std::variant<PlainHandler, WaitingHandler, StreamHandler>;

struct Route {
    std::string method;
    std::string pattern; ///< /hook/{connection}
    Handler handler;
};

class Router {
public:
    explicit Router(std::vector<Route> routes);

    struct Found {
        const Route* route = nullptr;
        Call call;
    };

    /// HEAD finds the route of GET. Where there is none, the answer says so: 400, 404, or 405 with Allow.
    [[nodiscard]] std::variant<Found, HttpResponse> find(HttpRequest request) const;

private:
    struct Row {
        Route route;
        std::vector<std::string> segments;
    };
    std::vector<Row> rows_;
};

} // namespace kintsugi::http
