#pragma once
// Token bucket: at most `per_minute` messages to one destination, with a burst of as many.

#include "bot/domain/time.hpp"

#include <algorithm>

namespace kintsugi::service {

class TokenBucket {
public:
    /// 0 per minute: unlimited.
    TokenBucket(int per_minute, Instant now) : per_minute_(per_minute), tokens_(per_minute), filled_at_(now) {}

    [[nodiscard]] bool take(Instant now)
    {
        if (per_minute_ == 0) return true;
        const std::chrono::duration<double, std::ratio<60>> passed = now - filled_at_;
        tokens_ = std::min<double>(per_minute_, tokens_ + passed.count() * per_minute_);
        filled_at_ = now;
        if (tokens_ < 1) return false;
        tokens_ -= 1;
        return true;
    }

private:
    int per_minute_;
    double tokens_;
    Instant filled_at_;
};

} // namespace kintsugi::service
