#pragma once
// One prepared statement of a database, as raw columns; `values.hpp` knows how they become values of ours.

#include "storage/errors.hpp"

#include <cstdint>
#include <string_view>

namespace kintsugi::storage {

/// What is bound as bytes rather than as text.
struct Bytes {
    std::string_view view;
};

/// A prepared statement. Values are copied when they are bound.
class Statement {
public:
    virtual ~Statement() = default;

    virtual void bind_null(int number) = 0; ///< `number` counts from 1, as in $1
    virtual void bind_integer(int number, std::int64_t value) = 0;
    virtual void bind_real(int number, double value) = 0;
    virtual void bind_text(int number, std::string_view value) = 0;
    virtual void bind_bytes(int number, std::string_view value) = 0;

    /// Goes to the next row; false when there is none. Throws StorageError.
    [[nodiscard]] virtual bool step() = 0;
    virtual void reset() noexcept = 0; ///< ready to be bound again

    // Of the present row; `column` counts from 0. What is given out is valid until the next step.
    [[nodiscard]] virtual bool is_null(int column) = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) = 0;
    [[nodiscard]] virtual double real(int column) = 0;
    [[nodiscard]] virtual std::string_view bytes(int column) = 0; ///< of text too
};

} // namespace kintsugi::storage
