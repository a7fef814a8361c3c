#include "storage/event_codec.hpp"

#include "storage/json_read.hpp"
#include "storage/json_write.hpp"
#include "storage/listings.hpp"

#include <unordered_map>
#include <variant>

namespace kintsugi::storage {
namespace {

template <class Value>
inline constexpr bool is_private = std::same_as<Value, PrivateText>;
template <class Value>
inline constexpr bool is_private<std::vector<Value>> = is_private<Value>;
template <class Value>
inline constexpr bool is_private<std::optional<Value>> = is_private<Value>;

template <class Value>
bool is_blank(const Value& value)
{
    if constexpr (is_optional<Value>)
        return !value;
    else
        return value.empty();
}

constexpr auto is_fact = []<class Value>(const Value&) { return !is_private<Value>; };
constexpr auto is_secret = []<class Value>(const Value& value) {
    if constexpr (is_private<Value>)
        return !is_blank(value);
    else
        return false;
};

template <class One>
EncodedEvent encode_one(const One& event)
{
    constexpr std::size_t usual = 160;
    EncodedEvent encoded{One::name, {}, {}};
    encoded.facts.reserve(usual);
    write_members(encoded.facts, event, is_fact);
    write_members(encoded.secrets, event, is_secret);
    if (encoded.secrets == "{}") encoded.secrets.clear();
    return encoded;
}

template <class Event>
using Decoder = Event (*)(std::string_view facts, std::string_view secrets);

template <class Event, class One>
Event decode_one(std::string_view facts, std::string_view secrets)
{
    One event;
    if (facts != "{}") read_members(JsonText{facts}.value(), event);
    if (!secrets.empty()) read_members(JsonText{secrets}.value(), event);
    return event;
}

template <class Event, class... Ones>
std::unordered_map<std::string_view, Decoder<Event>> decoders(const std::variant<Ones...>*)
{
    return {{Ones::name, &decode_one<Event, Ones>}...};
}

} // namespace

template <class Event>
EncodedEvent encode(const Event& event)
{
    return std::visit([](const auto& one) { return encode_one(one); }, event);
}

template <class Event>
Event decode(std::string_view name, std::string_view facts, std::string_view secrets)
{
    static const auto by_name = decoders<Event>(static_cast<const Event*>(nullptr));
    const auto found = by_name.find(name);
    if (found == by_name.end()) throw StorageError{"an event with an unknown name"};
    return found->second(facts, secrets);
}

template EncodedEvent encode(const cases::Event&);
template EncodedEvent encode(const sharing::ConsentEvent&);
template EncodedEvent encode(const sharing::PublicationEvent&);
template EncodedEvent encode(const causes::CauseEvent&);
template cases::Event decode(std::string_view, std::string_view, std::string_view);
template sharing::ConsentEvent decode(std::string_view, std::string_view, std::string_view);
template sharing::PublicationEvent decode(std::string_view, std::string_view, std::string_view);
template causes::CauseEvent decode(std::string_view, std::string_view, std::string_view);

} // namespace kintsugi::storage
