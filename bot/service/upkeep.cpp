#include "bot/service/upkeep.hpp"

#include "bot/service/causes/cause_file.hpp"
#include "bot/service/sharing/publication_file.hpp"

namespace kintsugi::service {
namespace {

bool same_but_for_timer(std::optional<CaseRow> stored, const std::optional<CaseRow>& made)
{
    if (stored && made) stored->next_due = made->next_due;
    return stored == made;
}

void rebuild_case(Stores& stores, const Knowledge& knowledge, Instant now, bool write, CaseId id, Rebuilt& rebuilt)
{
    Work work{stores, knowledge, now, system_actor, {}, "rebuild"};
    auto* file = work.file_even_undone(id);
    ++rebuilt.looked_at;
    if (file == nullptr) return;
    const auto made = file->gone ? std::nullopt : std::optional{row_of(*file, {})};
    if (!same_but_for_timer(stores.cases.row(id), made)) ++rebuilt.differed;
    if (!write) return;
    file->changed = true;
    if (!file->gone && file->current.status != cases::Status::erased) work.index(file->current);
    work.finish();
}

void rebuild_cause(Stores& stores, const Knowledge& knowledge, Instant now, CauseId id)
{
    Work work{stores, knowledge, now, system_actor, {}, "rebuild"};
    CauseFile file;
    file.current.id = id;
    file.log = stores.causes.log(id);
    save_cause_row(work, file);
}

} // namespace

Rebuilt rebuild(Stores& stores, const Knowledge& knowledge, Instant now, bool write, const Progress& progress)
{
    Rebuilt rebuilt;
    const auto cases = stores.cases.all();
    const auto causes = stores.causes.all();
    const auto all = static_cast<int>(cases.size() + causes.size());
    for (const auto id : cases) {
        rebuild_case(stores, knowledge, now, write, id, rebuilt);
        if (progress && rebuilt.looked_at % 100 == 0) progress(rebuilt.looked_at, all);
    }
    for (const auto id : causes) {
        if (write) rebuild_cause(stores, knowledge, now, id);
        ++rebuilt.looked_at;
    }
    if (progress) progress(all, all);
    return rebuilt;
}

} // namespace kintsugi::service
