#pragma once
// Who listens to what happens now: server-sent events to every open page of a person. Lives on the I/O thread.

#include "bot/domain/ids.hpp"
#include "bot/http/feed.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kintsugi::http {

class Live {
public:
    /// A page that is further behind than `most_bytes` is dropped; its browser connects again and reads anew.
    explicit Live(std::size_t most_bytes = 256 * 1024) : most_bytes_(most_bytes) {}

    [[nodiscard]] std::shared_ptr<Feed> subscribe(const PersonId& person);

    /// To every listener for whom `may_see` holds; asked at each event, so that who left a room hears nothing more.
    void publish(std::string_view event, std::string_view json, const std::function<bool(const PersonId&)>& may_see);

    /// Ends all feeds and opens no more.
    void close();

    [[nodiscard]] std::size_t listeners();

private:
    void forget_gone();

    struct Listener {
        PersonId person;
        std::weak_ptr<Feed> feed; ///< owned by the session
    };

    std::size_t most_bytes_;
    std::vector<Listener> listeners_;
    bool closed_ = false;
};

} // namespace kintsugi::http
