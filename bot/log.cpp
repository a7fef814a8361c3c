#include "bot/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace kintsugi {
namespace {

spdlog::logger& logger()
{
    static const auto made = [] {
        auto log = std::make_shared<spdlog::logger>("kintsugi", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        log->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
        log->flush_on(spdlog::level::info);
        return log;
    }();
    return *made;
}

} // namespace

void log_info(std::string_view what)
{
    logger().info("{}", what);
}

void log_warning(std::string_view what)
{
    logger().warn("{}", what);
}

void log_error(std::string_view what)
{
    logger().error("{}", what);
}

void quiet_log()
{
    logger().set_level(spdlog::level::warn);
}

} // namespace kintsugi
