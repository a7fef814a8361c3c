#include "tests/conversations/facts.hpp"

#include "bot/service/causes/cause_file.hpp"
#include "bot/service/turn.hpp"

#include <algorithm>

namespace kintsugi::scenes {
namespace {

std::int64_t number_of(const std::string& written)
{
    return std::stoll(written.substr(written.find('-') + 1));
}

std::string clock_state(const cases::CaseClock* clock)
{
    if (clock == nullptr) return "none";
    const auto state = clock->state == cases::ClockState::running  ? "running"
                       : clock->state == cases::ClockState::paused ? "paused"
                                                                   : "stopped";
    return clock->broken ? std::string{state} + ",broken" : state;
}

std::string case_fact(Stage& stage, CaseId id, const std::string& key)
{
    service::Work work{stage.stores(), stage.knowledge(), stage.now(), system_actor, {}, "look"};
    const auto* file = work.file(id);
    if (file == nullptr) return "undone";
    const auto& c = file->current;
    if (key == "status") return std::string{name_of(c.status)};
    if (key == "level") return std::string{name_of(c.level)};
    if (key == "owner") return c.owner.value();
    if (key == "heat") return std::to_string(c.heat);
    if (key == "outcome") return c.outcome ? std::string{name_of(*c.outcome)} : "none";
    if (key == "cause") return c.cause ? "R-" + std::to_string(c.cause->value()) : "none";
    if (key == "reopened") return std::to_string(c.reopened);
    if (key == "promises") return std::to_string(c.promises.size());
    if (key == "open_promises")
        return std::to_string(std::ranges::count(c.promises, cases::PromiseState::open, &cases::Promise::state));
    if (key == "open_tasks")
        return std::to_string(std::ranges::count(c.tasks, cases::TaskState::open, &cases::Task::state));
    if (key == "ratings") return std::to_string(c.ratings.size());
    if (key == "second_failure") return c.second_failure ? "yes" : "no";
    if (key.starts_with("clock.")) {
        const auto kind = named<cases::ClockKind>(key.substr(6));
        const auto clocks = work.clocks(*file);
        return clock_state(cases::find_clock(clocks, kind.value()));
    }
    if (key.starts_with("minutes.")) {
        const auto kind = named<cases::ClockKind>(key.substr(8));
        const auto clocks = work.clocks(*file);
        const auto* clock = cases::find_clock(clocks, kind.value());
        return clock == nullptr ? "none"
                                : std::to_string(std::chrono::floor<std::chrono::minutes>(clock->elapsed).count());
    }
    throw std::runtime_error{"no such fact of a case: " + key};
}

std::string word_for(Stage& stage, const std::string& name)
{
    const auto space = name.find(' ');
    const CaseId id{number_of(name.substr(space + 1))};
    service::Work work{stage.stores(), stage.knowledge(), stage.now(), system_actor, {}, "look"};
    if (name.starts_with("alias ")) {
        const auto alias = stage.stores().board.alias_of(id);
        return alias ? std::to_string(alias->number) : "no alias";
    }
    if (name.starts_with("label ")) {
        const auto row = stage.stores().cases.row(id);
        return row ? service::label_of(work, row->customer, stage.config().practice.language) : "no label";
    }
    throw std::runtime_error{"no such word: " + name};
}

} // namespace

std::string fact(Stage& stage, const std::string& kind, const std::string& number, const std::string& key)
{
    const auto id = number_of(number);
    if (kind == "case") return case_fact(stage, CaseId{id}, key);
    if (kind == "consent") {
        const auto consent = sharing::fold_consent(stage.stores().consents.log(CaseId{id}));
        return std::string{name_of(consent.state)};
    }
    if (kind == "publication") {
        const auto publication =
            sharing::fold_publication(PublicationId{id}, stage.stores().publications.log(PublicationId{id}));
        if (!publication) return "undone";
        if (key == "votes") return std::to_string(publication->votes.size());
        if (key == "step") return std::string{name_of(publication->step)};
        return std::string{name_of(publication->state)};
    }
    const auto cause = causes::fold_cause(CauseId{id}, stage.stores().causes.log(CauseId{id}));
    if (!cause) return "undone";
    if (key == "users") return std::to_string(causes::distinct_users(*cause));
    if (key == "members") return std::to_string(cause->members.size());
    if (key == "area") return cause->area.value();
    return std::string{name_of(cause->state)};
}

std::string with_facts(Stage& stage, std::string text)
{
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == std::string::npos) break;
        text.replace(open, close - open + 1, word_for(stage, text.substr(open + 1, close - open - 1)));
    }
    return text;
}

} // namespace kintsugi::scenes
