#pragma once
// Search over the masked lines of cases, with SQLite's FTS5; another database has a search of its own.

#include "bot/service/stores.hpp"
#include "storage/connection.hpp"
#include "storage/resemblance.hpp"

namespace kintsugi::storage {

class SqliteCaseIndex final : public service::CaseIndex {
public:
    explicit SqliteCaseIndex(Connection& database) : database_(database) {}

    void put(CaseId id, const MaskedText& line, Instant opened_at) override;
    void remove(CaseId id) override;
    /// Scores are of bm25 and mean nothing but an order.
    std::vector<service::SearchHit> search(std::string_view words, int most) override;
    /// Scores run from 0 to 10, see `Resemblance`.
    std::vector<service::SearchHit> similar(const MaskedText& line, Instant since, int most) override;

private:
    [[nodiscard]] std::vector<WeighedTerm> weighed_terms(const MaskedText& line);

    Connection& database_;
};

} // namespace kintsugi::storage
