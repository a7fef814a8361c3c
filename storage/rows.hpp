#pragma once
// What a query gives: rows, read column by column into values of ours.

#include "storage/values.hpp"

#include <type_traits>
#include <utility>
#include <vector>

namespace kintsugi::storage {

/// The present row of a statement.
class Row {
public:
    explicit Row(Statement& statement) : statement_(&statement) {}

    template <class Value>
    [[nodiscard]] Value get(int column) const
    {
        return read<Value>(*statement_, column);
    }

    /// Reads the columns from the first on.
    template <class... Values>
    void into(Values&... values) const
    {
        int column = 0;
        ((values = get<Values>(column++)), ...);
    }

private:
    Statement* statement_;
};

/// One run of a statement, which is given back when this goes: `for (const Row row : database.query(…))`.
class Query {
public:
    explicit Query(Statement& statement) : statement_(&statement) {}
    Query(Query&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    Query& operator=(Query&&) = delete;
    ~Query()
    {
        if (statement_ != nullptr) statement_->reset();
    }

    [[nodiscard]] bool next() { return statement_->step(); }
    [[nodiscard]] Row row() const { return Row{*statement_}; }

    struct End {};
    class Iterator {
    public:
        explicit Iterator(Query& query) : query_(&query) { ++*this; }
        Iterator& operator++() { return more_ = query_->next(), *this; }
        [[nodiscard]] Row operator*() const { return query_->row(); }
        [[nodiscard]] bool operator==(End) const { return !more_; }

    private:
        Query* query_;
        bool more_ = false;
    };
    [[nodiscard]] Iterator begin() { return Iterator{*this}; }
    [[nodiscard]] static End end() { return {}; }

private:
    Statement* statement_;
};

/// The rows of a query, each made by `make(row)`.
template <class Make>
[[nodiscard]] auto rows_of(Query query, const Make& make)
{
    std::vector<std::invoke_result_t<Make, Row>> rows;
    for (const Row row : query)
        rows.push_back(make(row));
    return rows;
}

template <class Value>
[[nodiscard]] std::vector<Value> column_of(Query query)
{
    return rows_of(std::move(query), [](Row row) { return row.get<Value>(0); });
}

template <class Make>
[[nodiscard]] auto first_of(Query query, const Make& make) -> std::optional<std::invoke_result_t<Make, Row>>
{
    if (!query.next()) return std::nullopt;
    return make(query.row());
}

template <class Value>
[[nodiscard]] std::optional<Value> value_of(Query query)
{
    return first_of(std::move(query), [](Row row) { return row.get<Value>(0); });
}

} // namespace kintsugi::storage
