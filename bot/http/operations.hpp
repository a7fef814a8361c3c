#pragma once
// For those who run the program: /healthz (it lives), /readyz (it can do its work, or why not), /metrics (Prometheus).

#include "bot/http/router.hpp"
#include "bot/http/worker.hpp"
#include "bot/service/metrics.hpp"
#include "bot/service/writer.hpp"

namespace kintsugi::http {

/// All of them outlive the routes.
[[nodiscard]] std::vector<Route> operations_routes(service::Writer& writer, Worker& reader, service::Metrics& metrics);

} // namespace kintsugi::http
