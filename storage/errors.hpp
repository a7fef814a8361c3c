#pragma once
// Storage that cannot keep its promise: disk full, a damaged row, a key that does not fit.

#include <stdexcept>

namespace kintsugi::storage {

/// The text is for the log: it names tables, streams and numbers, never what a person wrote or who they are.
class StorageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace kintsugi::storage
