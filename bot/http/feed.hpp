#pragma once
// What flows to one reader of server-sent events: written by the hub (live.hpp), emptied by the reader's session. Both
// run on the I/O thread. Shared, because either side may end first.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace kintsugi::http {

class Feed {
public:
    explicit Feed(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// One event; `data` must not hold a line break. False if the reader is too slow or gone: the feed is closed then,
    /// the reader comes back and reads anew what it missed.
    bool push(std::string_view event, std::string_view data);

    /// Everything that waits, ready to be written.
    [[nodiscard]] std::string take();

    void close();
    [[nodiscard]] bool closed() const { return closed_; }

    /// Called after each change, until the session ends.
    std::function<void()> changed;

private:
    std::size_t most_bytes_;
    std::string waiting_;
    bool closed_ = false;
};

} // namespace kintsugi::http
