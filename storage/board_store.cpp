#include "storage/board_store.hpp"

namespace kintsugi::storage {

std::optional<sharing::Alias> SqlBoardStore::alias_of(CaseId id)
{
    return first_of(database_.query("SELECT number, word FROM board_alias WHERE organisation = 1 AND case_id = $1", id),
                    [](Row row) {
                        sharing::Alias alias;
                        row.into(alias.number, alias.word);
                        return alias;
                    });
}

bool SqlBoardStore::claim(CaseId id, const sharing::Alias& alias)
{
    if (const auto holder = by_number(alias.number); holder && *holder != id) return false;
    database_.run("INSERT INTO board_alias (case_id, number, word) VALUES ($1, $2, $3) "
                  "ON CONFLICT (organisation, case_id) DO UPDATE SET number = excluded.number, word = excluded.word",
                  id, alias.number, alias.word);
    return true;
}

std::optional<CaseId> SqlBoardStore::by_number(int alias_number)
{
    return value_of<CaseId>(
        database_.query("SELECT case_id FROM board_alias WHERE organisation = 1 AND number = $1", alias_number));
}

void SqlBoardStore::follow(CaseId id, const PersonId& member, bool on)
{
    if (on)
        database_.run("INSERT INTO board_follower (case_id, member) VALUES ($1, $2) ON CONFLICT DO NOTHING", id,
                      member);
    else
        database_.run("DELETE FROM board_follower WHERE organisation = 1 AND case_id = $1 AND member = $2", id, member);
}

std::vector<PersonId> SqlBoardStore::followers(CaseId id)
{
    return column_of<PersonId>(database_.query("SELECT member FROM board_follower "
                                               "WHERE organisation = 1 AND case_id = $1 ORDER BY member",
                                               id));
}

} // namespace kintsugi::storage
