#pragma once
// The seam between the stores and a database. SQL is written once, with $1, $2 … for the values; what must differ
// between databases stands in `Dialect`, in the migrations, and in the one source that implements this seam.
// A connection belongs to one thread at a time.

#include "storage/rows.hpp"

#include <string_view>

namespace kintsugi::storage {

/// What is said differently to each database.
struct Dialect {
    std::string_view migrations;    ///< folder below storage/migrations
    std::string_view begin_writing; ///< takes the write lock at once
    std::string_view begin_reading; ///< one state of the database until the end
    std::string_view table_names;   ///< query
};

class Connection {
public:
    virtual ~Connection() = default;

    [[nodiscard]] virtual const Dialect& dialect() const = 0;

    /// Prepared once and kept. Throws std::logic_error while another run of the same statement is not over.
    [[nodiscard]] virtual Statement& statement(std::string_view sql) = 0;
    virtual void execute(std::string_view script) = 0; ///< several statements, no values, no rows

    [[nodiscard]] virtual bool in_transaction() const = 0;

    /// True if another connection changed the database since the last call: what was cached is stale.
    [[nodiscard]] virtual bool changed_elsewhere() = 0;

    /// Overwrites what the log still holds of replaced rows, so that a destroyed key is gone from the disk. Called
    /// after a commit, which stands whatever happens here: false if a reader or the disk is in the way, to be tried
    /// again.
    [[nodiscard]] virtual bool forget_replaced_rows() noexcept = 0;

    template <class... Values>
    [[nodiscard]] Query query(std::string_view sql, const Values&... values)
    {
        auto& prepared = statement(sql);
        Query run{prepared};
        int number = 0;
        (bind(prepared, ++number, values), ...);
        return run;
    }

    template <class... Values>
    void run(std::string_view sql, const Values&... values)
    {
        (void)query(sql, values...).next(); // a returned row is of no interest here
    }
};

} // namespace kintsugi::storage
