#include "storage/case_index.hpp"

#include "storage/search_words.hpp"

#include <algorithm>
#include <iterator>

namespace kintsugi::storage {
namespace {

using service::SearchHit;

/// Of a long line the rest adds time and no nearness; the same with frequent words in finding candidates.
constexpr std::size_t most_terms = 48;
constexpr std::ptrdiff_t most_looked_for = 8;
constexpr int least_candidates = 100;

/// Those that stand in some line.
std::vector<std::string> rarest(std::vector<WeighedTerm> terms)
{
    std::erase_if(terms, [](const WeighedTerm& term) { return term.lines == 0; });
    std::ranges::stable_sort(terms, {}, &WeighedTerm::lines);
    if (std::ssize(terms) > most_looked_for) terms.erase(terms.begin() + most_looked_for, terms.end());
    std::vector<std::string> words;
    std::ranges::transform(terms, std::back_inserter(words), &WeighedTerm::term);
    return words;
}

} // namespace

void SqliteCaseIndex::put(CaseId id, const MaskedText& line, Instant opened_at)
{
    database_.run("INSERT INTO case_line (id, line, opened_at) VALUES ($1, $2, $3) "
                  "ON CONFLICT (organisation, id) DO UPDATE SET line = excluded.line, opened_at = excluded.opened_at",
                  id, line, opened_at);
    database_.run("DELETE FROM case_words WHERE rowid = $1", id);
    database_.run("INSERT INTO case_words (rowid, words) VALUES ($1, $2)", id, indexed_words(line.reveal()));
}

void SqliteCaseIndex::remove(CaseId id)
{
    database_.run("DELETE FROM case_line WHERE organisation = 1 AND id = $1", id);
    database_.run("DELETE FROM case_words WHERE rowid = $1", id);
}

std::vector<SearchHit> SqliteCaseIndex::search(std::string_view words, int most)
{
    const auto expression = all_words(words);
    if (expression.empty()) return {};
    // bm25() is better the lower it is.
    return rows_of(database_.query("SELECT case_line.id, case_line.line, -bm25(case_words) AS nearness "
                                   "FROM case_words JOIN case_line "
                                   "ON case_line.organisation = 1 AND case_line.id = case_words.rowid "
                                   "WHERE case_words MATCH $1 ORDER BY nearness DESC, case_line.id DESC LIMIT $2",
                                   expression, most),
                   [](Row row) {
                       SearchHit hit;
                       row.into(hit.id, hit.line, hit.score);
                       return hit;
                   });
}

std::vector<SearchHit> SqliteCaseIndex::similar(const MaskedText& line, Instant since, int most)
{
    // Numbers of cases grow with time: nothing before this one can be young enough.
    const auto first =
        value_of<CaseId>(database_.query("SELECT id FROM case_line WHERE organisation = 1 AND opened_at >= $1 "
                                         "ORDER BY opened_at, id LIMIT 1",
                                         since));
    const auto terms = weighed_terms(line);
    const auto expression = any_of(rarest(terms));
    if (!first || expression.empty()) return {};
    const Resemblance resemblance{terms};
    auto hits = rows_of(database_.query("SELECT case_line.id, case_line.line, case_words.words "
                                        "FROM case_words JOIN case_line "
                                        "ON case_line.organisation = 1 AND case_line.id = case_words.rowid "
                                        "WHERE case_words MATCH $1 AND case_words.rowid >= $2 "
                                        "AND case_line.opened_at >= $3 ORDER BY bm25(case_words) LIMIT $4",
                                        expression, *first, since, std::max(most, least_candidates)),
                        [&](Row row) {
                            SearchHit hit;
                            std::string_view words;
                            row.into(hit.id, hit.line, words);
                            hit.score = resemblance.to(words);
                            return hit;
                        });
    std::ranges::sort(hits, [](const SearchHit& a, const SearchHit& b) {
        return a.score != b.score ? a.score > b.score : a.id > b.id;
    });
    if (std::ssize(hits) > most) hits.resize(static_cast<std::size_t>(std::max(most, 0)));
    return hits;
}

/// The different terms of a line.
std::vector<WeighedTerm> SqliteCaseIndex::weighed_terms(const MaskedText& line)
{
    const auto all = value_of<std::int64_t>(
                         database_.query("SELECT coalesce((SELECT max(id) FROM case_line WHERE organisation = 1) - "
                                         "(SELECT min(id) FROM case_line WHERE organisation = 1) + 1, 0)"))
                         .value();
    std::vector<WeighedTerm> terms;
    for (const auto& run : runs_of(line.reveal()))
        for (const auto& term : run.terms) {
            if (terms.size() == most_terms || std::ranges::find(terms, term, &WeighedTerm::term) != terms.end())
                continue;
            const auto lines =
                value_of<std::int64_t>(database_.query("SELECT doc FROM case_terms WHERE term = $1", term));
            terms.emplace_back(term, lines.value_or(0), all);
        }
    return terms;
}

} // namespace kintsugi::storage
