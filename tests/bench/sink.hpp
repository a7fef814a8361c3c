#pragma once
// A chat platform that takes every message and says 200 at once.

#include <cstdint>
#include <memory>

namespace kintsugi::bench {

class Sink {
public:
    Sink();
    ~Sink();
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace kintsugi::bench
