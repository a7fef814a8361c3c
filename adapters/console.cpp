#include "adapters/console.hpp"

#include "adapters/retry_after.hpp"
#include "adapters/signatures.hpp"
#include "bot/domain/text.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>

namespace kintsugi::adapters {
namespace json = boost::json;
using namespace conversation;
namespace {

constexpr std::string_view timestamp_header = "x-kintsugi-timestamp";
constexpr std::string_view signature_header = "x-kintsugi-signature";
constexpr std::chrono::minutes longest_skew{5}; ///< a recorded request is worthless afterwards
constexpr std::size_t longest_text = 20'000;    ///< code points; a pasted chat log fits
constexpr std::size_t longest_id = 200;         ///< bytes
constexpr std::array mentions{"@金缮", "@kintsugi"};

const std::string& header(const HttpRequest& request, std::string_view name)
{
    static const std::string none;
    const auto found = request.headers.find(std::string{name});
    return found == request.headers.end() ? none : found->second;
}

/// Thrown and caught in this file: one answer for everything that does not fit.
struct Misfit : std::runtime_error {
    using std::runtime_error::runtime_error;
};

const json::value& field(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr) throw Misfit{"no_" + std::string{name}};
    return *value;
}

std::string string_of(const json::object& object, std::string_view name, std::size_t most)
{
    const auto* value = field(object, name).if_string();
    if (value == nullptr || value->size() > most || value->find('\0') != json::string::npos)
        throw Misfit{"bad_" + std::string{name}};
    return std::string{*value};
}

std::string id_of(const json::object& object, std::string_view name)
{
    auto id = string_of(object, name, longest_id);
    if (id.empty()) throw Misfit{"empty_" + std::string{name}};
    return id;
}

bool truth_of(const json::object& object, std::string_view name)
{
    const auto* value = field(object, name).if_bool();
    if (value == nullptr) throw Misfit{"bad_" + std::string{name}};
    return *value;
}

std::optional<Press> press_of(const json::object& object)
{
    const auto* value = object.if_contains("press");
    if (value == nullptr || value->is_null()) return std::nullopt;
    const auto* press = value->if_object();
    if (press == nullptr) throw Misfit{"bad_press"};
    const auto* button = field(*press, "button").if_int64();
    if (button == nullptr || *button < 1 || *button > static_cast<std::int64_t>(most_buttons))
        throw Misfit{"bad_button"};
    return Press{id_of(*press, "card"), static_cast<int>(*button)};
}

std::string without_mentions(std::string text)
{
    const auto lower = [](char letter) {
        return 'A' <= letter && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    };
    for (const std::string_view mention : mentions)
        for (;;) {
            const auto found = std::ranges::search(text, mention, {}, lower);
            if (found.empty()) break;
            text.erase(found.begin(), found.end());
        }
    return std::string{text::trim(text)};
}

Message message_of(const json::object& body)
{
    Message message;
    message.event = id_of(body, "event");
    message.account = id_of(body, "account");
    message.at = {id_of(body, "conversation"), truth_of(body, "direct")};
    message.addressed = message.at.direct || truth_of(body, "mentioned");
    message.text = PrivateText{without_mentions(string_of(body, "text", std::string::npos))};
    message.press = press_of(body);
    message.reply_to = string_of(body, "reply_to", longest_id);
    return message;
}

json::object json_of(const Card& card)
{
    json::array lines, buttons;
    for (const auto& line : card.lines)
        lines.emplace_back(line);
    for (const auto& button : card.buttons)
        buttons.push_back({{"label", button.label}, {"style", name_of(button.style)}});
    return {{"kind", name_of(card.kind)}, {"language", name_of(card.language)},
            {"title", card.title},        {"lines", std::move(lines)},
            {"copy", card.copy},          {"buttons", std::move(buttons)},
            {"footer", card.footer},      {"step", card.step},
            {"first", card.first}};
}

std::string seconds_of(Instant now)
{
    return std::to_string(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
}

} // namespace

ConsolePlatform::ConsolePlatform(std::string secret, std::string base_url)
    : secret_(std::move(secret)), base_url_(std::move(base_url))
{
    if (secret_.empty()) throw std::invalid_argument{"console: the secret is empty"};
}

const Capabilities& ConsolePlatform::capabilities() const
{
    static const Capabilities all{
        .buttons = true, .posts_unattended = true, .recalls = false, .longest_text = longest_text};
    return all;
}

Received ConsolePlatform::receive(const HttpRequest& raw, Instant now) const
{
    if (!is_signed(raw, now)) return Rejected{401, "signature"};
    boost::system::error_code error;
    const auto body = json::parse(raw.body, error); // refuses what is not UTF-8
    if (error || !body.is_object()) return Rejected{400, "json"};
    try {
        auto message = message_of(body.get_object());
        if (text::length(message.text.reveal()) > longest_text) return Rejected{413, "text"};
        return Messages{std::move(message)};
    } catch (const Misfit& misfit) {
        return Rejected{400, misfit.what()};
    }
}

HttpResponse ConsolePlatform::acknowledge() const
{
    return {200, {{"content-type", "application/json"}}, "{}"};
}

HttpRequest ConsolePlatform::compose(const Card& card, const Address& to, const std::string& key, Instant now) const
{
    const json::object delivery{{"key", key}, {"conversation", to.conversation}, {"card", json_of(card)}};
    HttpRequest request{"POST", base_url_ + "/console/deliver", {}, json::serialize(delivery)};
    sign(request, now);
    return request;
}

Verdict ConsolePlatform::judge(const HttpResponse& response) const
{
    const auto why = "http_" + std::to_string(response.status);
    if (response.status >= 200 && response.status < 300) return {Delivery::sent};
    if (response.status == 0 || response.status == 429 || response.status >= 500)
        return {Delivery::later, retry_after(response), why};
    if (response.status == 404 || response.status == 410) return {Delivery::gone, std::nullopt, why};
    return {Delivery::refused, std::nullopt, why};
}

void ConsolePlatform::sign(HttpRequest& request, Instant now) const
{
    const auto timestamp = seconds_of(now);
    request.headers["content-type"] = "application/json";
    request.headers[std::string{timestamp_header}] = timestamp;
    request.headers[std::string{signature_header}] = signature(timestamp, request.body);
}

bool ConsolePlatform::is_signed(const HttpRequest& request, Instant now) const
{
    const auto& timestamp = header(request, timestamp_header);
    if (!equal_in_constant_time(header(request, signature_header), signature(timestamp, request.body))) return false;
    std::int64_t seconds = 0;
    const auto* end = timestamp.data() + timestamp.size();
    if (timestamp.empty() || timestamp.size() > 12) return false;
    if (std::from_chars(timestamp.data(), end, seconds).ptr != end) return false;
    return std::chrono::abs(now - std::chrono::sys_seconds{std::chrono::seconds{seconds}}) <= longest_skew;
}

std::string ConsolePlatform::signature(std::string_view timestamp, std::string_view body) const
{
    std::string signed_bytes;
    signed_bytes.reserve(timestamp.size() + 1 + body.size());
    signed_bytes.append(timestamp).append(".").append(body);
    return "v1=" + hex(hmac_sha256(secret_, signed_bytes));
}

} // namespace kintsugi::adapters
