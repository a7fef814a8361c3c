#include "bot/conversation/action.hpp"
#include "bot/conversation/replies/cases.hpp"
#include "bot/domain/match.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"

#include <algorithm>

namespace kintsugi::conversation {
namespace {

using cases::Status;

constexpr std::size_t last_events = 3;
constexpr std::size_t longest_line = 80;

/// Steps that are natural next, by state; the buttons of the case card.
struct NextStep {
    Status status;
    std::string_view label;
    Verb verb;
    bool asks;
};

constexpr NextStep next_steps[] = {
    {Status::fresh, "button.coach", Verb::coach, false},
    {Status::fresh, "button.touched", Verb::touched, true},
    {Status::contacted, "button.plan", Verb::plan, true},
    {Status::contacted, "button.ask_help", Verb::ask_help, true},
    {Status::working, "button.promise", Verb::promise, true},
    {Status::working, "button.ask_help", Verb::ask_help, true},
    {Status::working, "button.ask_consent", Verb::ask_consent, false},
    {Status::working, "button.resolved", Verb::resolved, false},
    {Status::waiting_user, "button.replied", Verb::replied, true},
    {Status::waiting_fix, "button.touched", Verb::touched, true},
    {Status::resolved, "button.confirmed", Verb::confirmed, true},
    {Status::resolved, "button.not_accepted", Verb::not_accepted, true},
    {Status::closed, "button.follow_up", Verb::follow_up, true},
    {Status::closed, "button.reopen", Verb::reopen, true},
    {Status::merged, "button.split", Verb::split, false},
};

class CaseCardMaker {
public:
    CaseCardMaker(const Wording& wording, const Reader& reader, const CaseView& view)
        : wording_(wording), reader_(reader), view_(view), case_(*view.of)
    {
    }

    PrivateCard make()
    {
        card_.kind = CardKind::case_card;
        card_.title = wording_.say(reader_, "case.title",
                                   {{"case", written(case_.id)},
                                    {"level", word("level.", name_of(case_.level))},
                                    {"status", word("status.", name_of(case_.status))}});
        line("case.people", {{"label", view_.names.label}, {"owner", view_.names.owner}});
        if (!case_.summary.empty()) line("case.summary", {{"summary", case_.summary}});
        if (view_.whole && !case_.text.empty()) line("case.text", {{"text", case_.text}});
        add_clock();
        add_work();
        add_sharing();
        add_events();
        add_buttons();
        return std::move(card_);
    }

private:
    void line(std::string_view key, Slots<PrivateText> slots = {})
    {
        card_.lines.push_back(wording_.say(reader_, key, slots));
    }

    std::string word(const std::string& table, std::string_view name) const
    {
        return wording_.word(reader_.language, table + std::string{name});
    }

    void add_clock()
    {
        const auto next = next_clock(wording_, reader_, view_.clocks);
        if (!next.empty()) line("case.next", {{"next", next}});
        if (case_.outcome && case_.status == Status::closed)
            line("case.outcome", {{"outcome", word("outcome.", name_of(*case_.outcome))}});
        if (case_.merged_into) line("case.merged", {{"case", written(*case_.merged_into)}});
        if (case_.handover && !view_.events.empty()) line("case.handover_open");
        if (case_.legal_hold) line("case.legal_hold");
    }

    void add_work()
    {
        for (const auto& promise : case_.promises)
            if (promise.state == cases::PromiseState::open)
                line("case.promise", {{"number", written_promise(promise.number)},
                                      {"due", wording_.moment(reader_, promise.due)},
                                      {"what", promise.what}});
        for (const auto& task : case_.tasks)
            if (task.state == cases::TaskState::open)
                line("case.task", {{"number", written_task(task.number)}, {"what", task.what}});
        if (!view_.names.cause.empty()) line("case.cause", {{"cause", view_.names.cause}});
    }

    void add_sharing()
    {
        if (view_.names.published.empty())
            line("case.consent", {{"consent", view_.names.consent}});
        else
            line("case.consent_and_public", {{"consent", view_.names.consent}, {"public", view_.names.published}});
    }

    /// What a person would tell of an event, in a few words; nothing for those that go without saying.
    void add_events()
    {
        const auto count = view_.whole ? view_.events.size() : std::min(last_events, view_.events.size());
        for (auto i = view_.events.size() - count; i < view_.events.size(); ++i) {
            const auto& recorded = view_.events[i];
            auto words = words_in(recorded.event);
            line(words.empty() ? "case.event" : "case.event_words",
                 {{"when", wording_.moment(reader_, recorded.at)},
                  {"what", wording_.word(reader_.language, "event." + name_of_event(recorded.event))},
                  {"words", PrivateText{text::clip(words, longest_line)}}});
        }
    }

    static std::string name_of_event(const cases::Event& event)
    {
        const auto* hold = std::get_if<cases::LegalHoldSet>(&event);
        if (hold != nullptr && !hold->on) return "legal_hold_released";
        return std::visit([](const auto& one) { return std::string{one.name}; }, event);
    }

    static std::string words_in(const cases::Event& event)
    {
        return std::visit(Match{[](const cases::NoteAdded& one) { return one.text.reveal(); },
                                [](const cases::UserTouched& one) { return one.sent.reveal(); },
                                [](const cases::UserReplied& one) { return one.words.reveal(); },
                                [](const cases::PlanMade& one) { return one.text.reveal(); },
                                [](const cases::PromiseMade& one) { return one.what.reveal(); },
                                [](const cases::HelpAnswered& one) { return one.answer.reveal(); },
                                [](const cases::CaseResolved& one) { return one.what.reveal(); },
                                [](const cases::ResolutionConfirmed& one) { return one.words.reveal(); },
                                [](const cases::EvidenceAdded& one) { return one.reference.reveal(); },
                                [](const auto&) { return std::string{}; }},
                          event);
    }

    void add_buttons()
    {
        for (const auto& step : next_steps) {
            if (step.status != case_.status) continue;
            auto action = act(step.verb).on(case_.id);
            if (step.asks) action.asking();
            card_.buttons.push_back(button(wording_, reader_, step.label, action));
        }
    }

    const Wording& wording_;
    const Reader& reader_;
    const CaseView& view_;
    const cases::Case& case_;
    PrivateCard card_;
};

} // namespace

PrivateCard case_card(const Wording& wording, const Reader& reader, const CaseView& view)
{
    return CaseCardMaker{wording, reader, view}.make();
}

std::string next_clock(const Wording& wording, const Reader& reader, const std::vector<cases::CaseClock>& clocks)
{
    const cases::CaseClock* next = nullptr;
    for (const auto& clock : clocks)
        if (clock.state == cases::ClockState::running && (next == nullptr || *clock.due < *next->due)) next = &clock;
    if (next == nullptr) return {};
    const auto key = *next->due < reader.now ? "case.clock_over" : "case.clock";
    return wording
        .say(reader, key,
             {{"clock", wording.word(reader.language, "clock." + std::string{name_of(next->kind)})},
              {"due", wording.moment(reader, *next->due)}})
        .reveal();
}

PrivateCard score_card(const Wording& wording, const Reader& reader, const cases::Case& current,
                       const cases::Lexicon& lexicon)
{
    const auto names = [&](int cases::Points::* dimension) {
        std::vector<std::string> keys;
        for (const auto& rule : lexicon.signals)
            if (rule.points.*dimension > 0 && std::ranges::find(current.signals, rule.key) != current.signals.end())
                keys.push_back(rule.key);
        const auto joined = words_joined(wording, reader.language, "signals", keys);
        return joined.empty() ? wording.word(reader.language, "why.nothing") : joined;
    };
    PrivateCard card;
    const auto& points = current.points;
    card.title =
        wording.say(reader, "why.title",
                    {{"case", written(current.id)},
                     {"level", wording.word(reader.language, "level." + std::string{name_of(cases::level_of(points))})},
                     {"sum", points.sum()}});
    card.lines = {
        wording.say(reader, "why.reach", {{"points", points.reach}, {"signals", names(&cases::Points::reach)}}),
        wording.say(reader, "why.gravity", {{"points", points.gravity}, {"signals", names(&cases::Points::gravity)}}),
        wording.say(reader, "why.volatility",
                    {{"points", points.volatility}, {"signals", names(&cases::Points::volatility)}}),
        wording.say(reader, "why.scale"), wording.say(reader, current.hard_trigger ? "why.hard" : "why.not_hard")};
    if (cases::level_of(points) != current.level)
        card.lines.push_back(
            wording.say(reader, "why.set_by_person",
                        {{"level", wording.word(reader.language, "level." + std::string{name_of(current.level)})}}));
    return card;
}

} // namespace kintsugi::conversation
