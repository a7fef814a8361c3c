#include "bot/service/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <stdexcept>

namespace kintsugi::service {
namespace {

using enum Metric;
using enum MetricKind;

const MetricRow table[] = {
    {requests, counter, "kintsugi_http_requests_total", "Answered HTTP requests.", {"route", "status"}},
    {answer_seconds, histogram, "kintsugi_http_answer_seconds", "From the whole request to the whole answer.", {}},
    {intake, counter, "kintsugi_intake_total", "Deliveries of chat platforms by result.", {"connection", "result"}},
    {writer_queue, gauge, "kintsugi_writer_queue", "Jobs that wait for the writing thread.", {}},
    {commits, counter, "kintsugi_commits_total", "Transactions committed by the writing thread.", {}},
    {jobs, counter, "kintsugi_jobs_total", "Jobs done by the writing thread.", {}},
    {outbox_waiting, gauge, "kintsugi_outbox_waiting", "Messages that wait to be sent.", {}},
    {outbox_sent, counter, "kintsugi_outbox_sent_total", "Messages accepted by a chat platform.", {"connection"}},
    {outbox_failed, counter, "kintsugi_outbox_failed_total", "Messages given up.", {"connection"}},
    {inbox_parked, gauge, "kintsugi_inbox_parked", "Messages that failed repeatedly and need a person.", {}},
    {resident_bytes, gauge, "process_resident_memory_bytes", "Resident memory.", {}},
    {build, gauge, "kintsugi_build_info", "Always 1; what runs here.", {"version"}},
};

/// Upper bounds in seconds: a commit takes under a millisecond on a good disk, platforms give up after 3 to 5 s.
const prometheus::Histogram::BucketBoundaries answer_bounds{.0005, .001, .0025, .005, .01, .025, .05,
                                                            .1,    .25,  .5,    1,    2.5, 5,    10};

prometheus::Labels labels_of(const MetricRow& row, Metrics::Labels values)
{
    if (values.size() != row.labels.size()) throw std::logic_error{std::string{"labels of "} + row.name};
    prometheus::Labels labels;
    auto name = row.labels.begin();
    for (const auto value : values)
        labels.emplace(*name++, value);
    return labels;
}

template <class Type>
struct FamilyOf {
    const MetricRow* row = nullptr;
    prometheus::Family<Type>* family = nullptr;
};

template <class Type>
Type& member(const std::map<Metric, FamilyOf<Type>>& families, Metric metric, Metrics::Labels values)
{
    const auto& [row, family] = families.at(metric); // std::out_of_range: not of this kind
    return family->Add(labels_of(*row, values));
}

} // namespace

std::span<const MetricRow> metric_table()
{
    return table;
}

struct Metrics::Families {
    prometheus::Registry registry;
    std::map<Metric, FamilyOf<prometheus::Counter>> counters;
    std::map<Metric, FamilyOf<prometheus::Gauge>> gauges;
    std::map<Metric, prometheus::Histogram*> histograms;

    void add(const MetricRow& row)
    {
        switch (row.kind) {
        case counter:
            counters[row.metric] = {&row, &prometheus::BuildCounter().Name(row.name).Help(row.help).Register(registry)};
            if (row.labels.empty()) member(counters, row.metric, {});
            break;
        case gauge:
            gauges[row.metric] = {&row, &prometheus::BuildGauge().Name(row.name).Help(row.help).Register(registry)};
            break;
        case histogram:
            auto& family = prometheus::BuildHistogram().Name(row.name).Help(row.help).Register(registry);
            histograms[row.metric] = &family.Add({}, answer_bounds);
            break;
        }
    }
};

Metrics::Metrics() : families_(std::make_unique<Families>())
{
    for (const auto& row : table)
        families_->add(row);
}

Metrics::~Metrics() = default;

void Metrics::count(Metric counter, Labels labels, double by)
{
    member(families_->counters, counter, labels).Increment(by);
}

void Metrics::lift(Metric counter, double total)
{
    auto& known = member(families_->counters, counter, {});
    known.Increment(total - known.Value());
}

void Metrics::set(Metric gauge, double value, Labels labels)
{
    member(families_->gauges, gauge, labels).Set(value);
}

void Metrics::observe(Metric histogram, double seconds)
{
    families_->histograms.at(histogram)->Observe(seconds);
}

std::string Metrics::text() const
{
    return prometheus::TextSerializer{}.Serialize(families_->registry.Collect());
}

} // namespace kintsugi::service
