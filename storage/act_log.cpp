#include "storage/act_log.hpp"

#include <algorithm>

namespace kintsugi::storage {
namespace {

using service::Act;
using service::ActTouched;

Act act_in(Row row)
{
    Act act;
    row.into(act.id, act.by, act.at, act.what);
    return act;
}

} // namespace

ActId SqlActLog::begin(const PersonId& by, Instant at, std::string_view what)
{
    return value_of<ActId>(
               database_.query("INSERT INTO act (by, at, what) VALUES ($1, $2, $3) RETURNING id", by, at, what))
        .value();
}

void SqlActLog::touched(ActId act, const ActTouched& what)
{
    database_.run("INSERT INTO act_touched (act, stream, id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", act,
                  what.stream, what.id);
}

std::optional<Act> SqlActLog::find(ActId id)
{
    auto act =
        first_of(database_.query("SELECT id, by, at, what FROM act WHERE organisation = 1 AND id = $1", id), act_in);
    if (act) act->touched = touched_by(id);
    return act;
}

std::vector<Act> SqlActLog::last_of(const PersonId& by, int most)
{
    auto acts = rows_of(database_.query("SELECT id, by, at, what FROM act WHERE organisation = 1 AND by = $1 "
                                        "AND EXISTS (SELECT 1 FROM act_touched "
                                        "WHERE act_touched.organisation = 1 AND act_touched.act = act.id) "
                                        "ORDER BY id DESC LIMIT $2",
                                        by, most),
                        act_in);
    for (auto& act : acts)
        act.touched = touched_by(act.id);
    return acts;
}

std::vector<ActTouched> SqlActLog::touched_by(ActId id)
{
    auto touched = rows_of(
        database_.query("SELECT stream, id FROM act_touched WHERE organisation = 1 AND act = $1", id), [](Row row) {
            ActTouched one;
            row.into(one.stream, one.id);
            return one;
        });
    std::ranges::sort(touched); // streams in the order of their enum, not of their names
    return touched;
}

} // namespace kintsugi::storage
