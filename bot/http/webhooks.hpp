#pragma once
// The front door: what a chat platform sends is verified on the I/O thread, stored and understood by the writer, and
// answered after the commit. DESIGN.md, sections 4 and 6.

#include "bot/domain/time.hpp"
#include "bot/http/router.hpp"
#include "bot/service/metrics.hpp"
#include "bot/service/writer.hpp"

#include <functional>
#include <string_view>

namespace kintsugi::service {
struct Knowledge;
}

namespace kintsugi::http {

/// What becomes of verified messages, inside a job of the writer; see bot/service/intake.hpp.
struct Intake {
    using Step =
        std::function<HttpResponse(service::Stores&, const ConnectionId&, const conversation::Messages&, Instant)>;

    Step take_in;
    Step keep_for_later; ///< after `take_in` failed
};

/// The real one. `knowledge` outlives it.
[[nodiscard]] Intake intake_of(const service::Knowledge& knowledge);

/// Where a failure is written down; never a word of what was said.
using Log = std::function<void(std::string_view)>;

class FrontDoor {
public:
    /// What is passed by reference outlives the front door.
    FrontDoor(const conversation::Platforms& platforms, Intake intake, service::Writer& writer,
              service::Metrics& metrics, Clock clock, Log log);

    /// The answer of `connection` to one delivery. An unverified one never reaches the writer.
    [[nodiscard]] Awaitable<HttpResponse> deliver(ConnectionId connection, HttpRequest request);

private:
    [[nodiscard]] Awaitable<HttpResponse> store(ConnectionId connection, conversation::Messages messages);
    void count(const ConnectionId& connection, std::string_view result);

    const conversation::Platforms& platforms_;
    Intake intake_;
    service::Writer& writer_;
    service::Metrics& metrics_;
    Clock clock_;
    Log log_;
};

/// POST /hook/{connection}. `door` outlives the routes.
[[nodiscard]] std::vector<Route> webhook_routes(FrontDoor& door);

} // namespace kintsugi::http
