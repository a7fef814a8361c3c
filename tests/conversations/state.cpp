// What remains of a scene when chance, wording and times of delivery are left out: the same in every world.

#include "bot/domain/causes/cause.hpp"
#include "bot/domain/written.hpp"
#include "tests/conversations/stage.hpp"

#include <sstream>

namespace kintsugi::scenes {
namespace {

void add_case(std::ostringstream& out, service::Stores& stores, CaseId id)
{
    const auto log = stores.cases.log(id);
    const auto folded = cases::fold(id, log);
    out << written(id) << ' ';
    if (!folded) {
        out << "undone\n";
        return;
    }
    out << name_of(folded->status) << ' ' << name_of(folded->level) << ' ' << folded->owner.value() << " heat "
        << folded->heat << " reopened " << folded->reopened;
    if (folded->outcome) out << ' ' << name_of(*folded->outcome);
    if (folded->cause) out << ' ' << written(*folded->cause);
    for (const auto& promise : folded->promises)
        out << " C-" << promise.number << '=' << static_cast<int>(promise.state) << '@'
            << promise.due.time_since_epoch().count() << '"' << promise.what.reveal() << '"';
    for (const auto& task : folded->tasks)
        out << " T-" << task.number << '=' << static_cast<int>(task.state);
    for (const auto& recorded : effective<cases::Event>(log))
        out << ' ' << std::visit([](const auto& event) { return event.name; }, recorded.event);
    const auto consent = sharing::fold_consent(stores.consents.log(id));
    out << " consent " << name_of(consent.state) << '\n';
}

} // namespace

std::string Stage::state()
{
    auto& all = stores();
    std::ostringstream out;
    for (const auto id : all.cases.all())
        add_case(out, all, id);
    for (const auto id : all.publications.all())
        if (const auto publication = sharing::fold_publication(id, all.publications.log(id)))
            out << written(id) << ' ' << name_of(publication->state) << ' ' << publication->votes.size() << ' '
                << name_of(publication->step) << ' ' << publication->text.reveal() << '\n';
    for (const auto id : all.causes.all())
        if (const auto cause = causes::fold_cause(id, all.causes.log(id)))
            out << written(id) << ' ' << name_of(cause->state) << ' ' << cause->joined.size() << ' '
                << cause->members.size() << ' ' << cause->title.reveal() << '\n';
    return out.str();
}

} // namespace kintsugi::scenes
