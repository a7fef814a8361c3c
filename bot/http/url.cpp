#include "bot/http/url.hpp"

#include "bot/domain/text.hpp"

namespace kintsugi::http {
namespace {

int digit_of(char letter)
{
    if ('0' <= letter && letter <= '9') return letter - '0';
    if ('a' <= letter && letter <= 'f') return letter - 'a' + 10;
    if ('A' <= letter && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

bool needs_no_escape(char letter)
{
    return ('a' <= letter && letter <= 'z') || ('A' <= letter && letter <= 'Z') || ('0' <= letter && letter <= '9') ||
           std::string_view{"-._~"}.find(letter) != std::string_view::npos;
}

std::optional<std::string> decoded_part(std::string_view text)
{
    std::string spaced{text};
    for (auto& letter : spaced)
        if (letter == '+') letter = ' ';
    return percent_decoded(spaced);
}

} // namespace

std::optional<std::string> percent_decoded(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        const int high = i + 1 < text.size() ? digit_of(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
        if (high < 0 || low < 0) return std::nullopt;
        decoded += static_cast<char>(static_cast<unsigned char>(16 * high + low));
        i += 2;
    }
    if (decoded.find('\0') != std::string::npos || !text::is_valid_utf8(decoded)) return std::nullopt;
    return decoded;
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : text) {
        if (needs_no_escape(letter)) {
            encoded += letter;
            continue;
        }
        const auto value = static_cast<unsigned char>(letter);
        encoded += '%';
        encoded += digits[value >> 4U];
        encoded += digits[value & 15U];
    }
    return encoded;
}

std::optional<Query> parse_query(std::string_view text)
{
    Query query;
    while (!text.empty()) {
        const auto part = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        if (part.empty()) continue;
        const auto equals = std::min(part.find('='), part.size());
        auto name = decoded_part(part.substr(0, equals));
        auto value = decoded_part(part.substr(std::min(part.size(), equals + 1)));
        if (!name || !value) return std::nullopt;
        query.emplace(std::move(*name), std::move(*value));
    }
    return query;
}

std::optional<Target> split_target(std::string_view target)
{
    if (const auto scheme = target.find("://"); scheme != std::string_view::npos && !target.starts_with('/')) {
        const auto path = target.find('/', scheme + 3);
        if (path == std::string_view::npos) return std::nullopt;
        target.remove_prefix(path);
    }
    if (!target.starts_with('/')) return std::nullopt;
    const auto path = target.substr(0, target.find('?'));
    return Target{path, target.substr(std::min(target.size(), path.size() + 1))};
}

std::string host_of(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme == url.npos) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    const auto port = url.find(':', url.starts_with('[') ? std::min(url.find(']'), url.size()) : 0);
    return std::string{url.substr(0, port)};
}

} // namespace kintsugi::http
