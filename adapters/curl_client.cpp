#include "adapters/curl_client.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <list>
#include <stdexcept>

namespace kintsugi::adapters {
namespace {

using conversation::HttpRequest;
using conversation::HttpResponse;

void start_library()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw std::runtime_error{"libcurl does not start"};
}

/// A proxy may not see what we send to ourselves.
bool is_loopback(std::string_view url)
{
    const auto scheme_end = url.find("://");
    if (scheme_end == std::string_view::npos) return false;
    const auto host = url.substr(scheme_end + 3);
    const auto is = [&](std::string_view name) {
        return host.starts_with(name) &&
               (host.size() == name.size() || host[name.size()] == ':' || host[name.size()] == '/');
    };
    return host.starts_with("127.") || is("localhost") || is("[::1]");
}

std::string lower(std::string_view text)
{
    std::string folded{text};
    std::ranges::transform(folded, folded.begin(),
                           [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return folded;
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// One request on its way. libcurl keeps pointers into it, so it does not move.
struct Transfer {
    Transfer(std::int64_t number, const HttpRequest& what, std::size_t most)
        : token(number), body(what.body), longest_body(most), handle(curl_easy_init())
    {
        if (handle == nullptr) throw std::runtime_error{"libcurl gives no handle"};
        for (const auto& [name, value] : what.headers)
            add_header(name + ": " + value);
        add_header("expect:"); // do not ask for leave to send a long body
    }
    ~Transfer()
    {
        curl_easy_cleanup(handle);
        curl_slist_free_all(headers);
    }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    void add_header(const std::string& line) { headers = curl_slist_append(headers, line.c_str()); }

    std::int64_t token;
    std::string body;
    std::size_t longest_body;
    CURL* handle;
    curl_slist* headers = nullptr;
    HttpResponse response{0, {}, {}};
};

std::size_t take_body(const char* bytes, std::size_t, std::size_t count, void* context)
{
    auto& transfer = *static_cast<Transfer*>(context);
    if (transfer.response.body.size() + count > transfer.longest_body) return 0; // ends the transfer
    transfer.response.body.append(bytes, count);
    return count;
}

std::size_t take_header(const char* bytes, std::size_t, std::size_t count, void* context)
{
    auto& headers = static_cast<Transfer*>(context)->response.headers;
    const std::string_view line{bytes, count};
    const auto colon = line.find(':');
    if (colon != std::string_view::npos) headers[lower(trim(line.substr(0, colon)))] = trim(line.substr(colon + 1));
    return count;
}

void set(CURL* handle, CURLoption option, auto value)
{
    if (curl_easy_setopt(handle, option, value) != CURLE_OK) throw std::runtime_error{"libcurl refuses an option"};
}

void prepare(Transfer& transfer, const HttpRequest& request, const CurlClient::Limits& limits)
{
    auto* handle = transfer.handle;
    set(handle, CURLOPT_PRIVATE, static_cast<void*>(&transfer));
    set(handle, CURLOPT_URL, request.target.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
    set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    set(handle, CURLOPT_USERAGENT, "kintsugi");
    set(handle, CURLOPT_HTTPHEADER, transfer.headers);
    set(handle, CURLOPT_WRITEFUNCTION, &take_body);
    set(handle, CURLOPT_WRITEDATA, static_cast<void*>(&transfer));
    set(handle, CURLOPT_HEADERFUNCTION, &take_header);
    set(handle, CURLOPT_HEADERDATA, static_cast<void*>(&transfer));
    if (is_loopback(request.target)) set(handle, CURLOPT_PROXY, "");
    if (request.method == "GET") return;
    set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(transfer.body.size()));
    set(handle, CURLOPT_POSTFIELDS, transfer.body.c_str());
    set(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

} // namespace

class CurlClient::Implementation {
public:
    explicit Implementation(Limits limits) : limits_(limits)
    {
        start_library();
        multi_ = curl_multi_init();
        if (multi_ == nullptr) throw std::runtime_error{"libcurl gives no handle"};
        curl_multi_setopt(multi_, CURLMOPT_MAX_HOST_CONNECTIONS, limits_.connections_to_one_host);
        curl_multi_setopt(multi_, CURLMOPT_MAX_TOTAL_CONNECTIONS, limits_.connections);
    }
    ~Implementation()
    {
        for (auto& transfer : transfers_)
            curl_multi_remove_handle(multi_, transfer.handle);
        transfers_.clear();
        curl_multi_cleanup(multi_);
    }
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;

    void start(std::int64_t token, const HttpRequest& request)
    {
        auto& transfer = transfers_.emplace_back(token, request, limits_.body);
        prepare(transfer, request, limits_);
        curl_multi_add_handle(multi_, transfer.handle);
    }

    std::vector<Finished> poll(std::chrono::milliseconds longest)
    {
        auto finished = perform();
        if (!finished.empty()) return finished;
        curl_multi_poll(multi_, nullptr, 0, static_cast<int>(std::clamp<std::int64_t>(longest.count(), 0, 1 << 30)),
                        nullptr);
        return perform();
    }

    std::size_t in_flight() const { return transfers_.size(); }
    void wake() { curl_multi_wakeup(multi_); }

private:
    std::vector<Finished> perform()
    {
        std::vector<Finished> finished;
        int running = 0, queued = 0;
        curl_multi_perform(multi_, &running);
        while (const auto* message = curl_multi_info_read(multi_, &queued))
            if (message->msg == CURLMSG_DONE) finished.push_back(finish(message->easy_handle, message->data.result));
        return finished;
    }

    Finished finish(CURL* handle, CURLcode result)
    {
        void* context = nullptr;
        curl_easy_getinfo(handle, CURLINFO_PRIVATE, &context);
        auto& transfer = *static_cast<Transfer*>(context);
        long status = 0;
        if (result == CURLE_OK) curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        if (status == 0) transfer.response = {0, {}, {}};
        transfer.response.status = static_cast<int>(status);
        Finished finished{transfer.token, std::move(transfer.response)};
        curl_multi_remove_handle(multi_, handle);
        transfers_.remove_if([&](const Transfer& other) { return &other == &transfer; });
        return finished;
    }

    Limits limits_;
    CURLM* multi_ = nullptr;
    std::list<Transfer> transfers_;
};

CurlClient::CurlClient() : CurlClient(Limits{}) {}
CurlClient::CurlClient(Limits limits) : implementation_(std::make_unique<Implementation>(limits)) {}
CurlClient::~CurlClient() = default;

void CurlClient::start(std::int64_t token, const HttpRequest& request)
{
    implementation_->start(token, request);
}

std::size_t CurlClient::in_flight() const
{
    return implementation_->in_flight();
}

std::vector<service::HttpClient::Finished> CurlClient::poll(std::chrono::milliseconds longest)
{
    return implementation_->poll(longest);
}

void CurlClient::wake()
{
    implementation_->wake();
}

} // namespace kintsugi::adapters
