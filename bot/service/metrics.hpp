#pragma once
// What operators may watch: one table of counters, gauges and histograms, written by all threads, read by /metrics.
// Labels never hold ids of people, cases or conversations.

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::service {

enum class Metric {
    requests,
    answer_seconds,
    intake,
    writer_queue,
    commits,
    jobs,
    outbox_waiting,
    outbox_sent,
    outbox_failed,
    inbox_parked,
    resident_bytes,
    build
};

enum class MetricKind { counter, gauge, histogram };

struct MetricRow {
    Metric metric;
    MetricKind kind;
    const char* name; ///< as Prometheus sees it
    const char* help;
    std::vector<std::string> labels; ///< names, in the order in which values are given
};

[[nodiscard]] std::span<const MetricRow> metric_table();

class Metrics {
public:
    using Labels = std::initializer_list<std::string_view>; ///< values, in the order of the table

    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    void count(Metric counter, Labels labels = {}, double by = 1);

    /// For totals that are counted elsewhere: lifts the counter to `total`. From one thread only.
    void lift(Metric counter, double total);

    void set(Metric gauge, double value, Labels labels = {});
    void observe(Metric histogram, double seconds);

    [[nodiscard]] std::string text() const; ///< Prometheus text format 0.0.4

private:
    struct Families;
    std::unique_ptr<Families> families_;
};

} // namespace kintsugi::service
