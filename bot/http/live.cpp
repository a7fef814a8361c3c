#include "bot/http/live.hpp"

namespace kintsugi::http {

std::shared_ptr<Feed> Live::subscribe(const PersonId& person)
{
    forget_gone();
    auto feed = std::make_shared<Feed>(most_bytes_);
    if (closed_) feed->close();
    listeners_.push_back({person, feed});
    return feed;
}

void Live::publish(std::string_view event, std::string_view json, const std::function<bool(const PersonId&)>& may_see)
{
    for (const auto& listener : listeners_)
        if (may_see(listener.person))
            if (const auto feed = listener.feed.lock()) feed->push(event, json);
}

void Live::close()
{
    closed_ = true;
    for (const auto& listener : listeners_)
        if (const auto feed = listener.feed.lock()) feed->close();
}

std::size_t Live::listeners()
{
    forget_gone();
    return listeners_.size();
}

void Live::forget_gone()
{
    std::erase_if(listeners_, [](const Listener& listener) { return listener.feed.expired(); });
}

} // namespace kintsugi::http
