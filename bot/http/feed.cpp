#include "bot/http/feed.hpp"

#include <utility>

namespace kintsugi::http {

bool Feed::push(std::string_view event, std::string_view data)
{
    if (closed_) return false;
    if (waiting_.size() + data.size() > most_bytes_)
        closed_ = true;
    else
        waiting_.append("event: ").append(event).append("\ndata: ").append(data).append("\n\n");
    if (changed) changed();
    return !closed_;
}

std::string Feed::take()
{
    return std::exchange(waiting_, {});
}

void Feed::close()
{
    closed_ = true;
    if (changed) changed();
}

} // namespace kintsugi::http
