#include "bot/conversation/action.hpp"
#include "bot/conversation/replies/cases.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"

namespace kintsugi::conversation {
namespace {

using cases::ClockKind;

class Receipt {
public:
    Receipt(const Wording& wording, const Reader& reader, const IntakeView& view)
        : wording_(wording), reader_(reader), view_(view), case_(*view.of)
    {
    }

    PrivateCard make()
    {
        card_.kind = CardKind::intake_receipt;
        card_.title = wording_.say(reader_, "intake.title", {{"case", written(case_.id)}, {"level", level()}});
        line("intake.user", {{"label", view_.names.label}, {"origin", word("origin.", name_of(case_.origin))}});
        add_content();
        add_hard_trigger();
        add_similar();
        add_clocks();
        if (!view_.masked.empty()) line("intake.masked", {{"kinds", kinds()}});
        add_buttons();
        card_.footer = wording_.say(reader_, "intake.footer");
        return std::move(card_);
    }

private:
    std::string quoted_words(const std::vector<std::string>& words) const
    {
        std::vector<std::string> quoted;
        for (const auto& word : words)
            quoted.push_back(wording_.say(reader_, "talk.quoted", {{"words", word}}).reveal());
        return text::joined(quoted, " ");
    }

    void line(std::string_view key, Slots<PrivateText> slots = {})
    {
        card_.lines.push_back(wording_.say(reader_, key, slots));
    }

    std::string word(const std::string& table, std::string_view name) const
    {
        return wording_.word(reader_.language, table + std::string{name});
    }

    std::string level() const { return word("level.", name_of(case_.level)); }

    std::string kinds() const
    {
        std::vector<std::string> keys;
        for (const auto kind : view_.masked)
            keys.emplace_back(name_of(kind));
        return words_joined(wording_, reader_.language, "masked", keys);
    }

    void add_content()
    {
        if (view_.without_content) return line("intake.no_content");
        line("intake.summary", {{"summary", case_.summary}});
        if (!case_.wants.empty())
            line("intake.wants", {{"wants", words_joined(wording_, reader_.language, "wants", case_.wants)}});
        line("intake.heat", {{"heat", case_.heat}, {"words", quoted_words(view_.heat_words)}});
        if (!case_.signals.empty())
            line("intake.signals", {{"signals", words_joined(wording_, reader_.language, "signals", case_.signals)}});
        if (case_.second_failure) line("intake.second_failure");
    }

    void add_hard_trigger()
    {
        if (case_.hard_trigger && !view_.commander.empty())
            line("intake.hard_trigger", {{"commander", view_.commander}});
    }

    void add_similar()
    {
        const auto& similar = view_.similar;
        if (similar.count < 2) return;
        if (similar.cause)
            line("intake.similar_cause",
                 {{"count", similar.count}, {"cause", written(*similar.cause)}, {"title", similar.title}});
        else
            line("intake.similar", {{"count", similar.count}});
    }

    void add_clocks()
    {
        const auto* touch = cases::find_clock(view_.clocks, ClockKind::first_touch);
        const auto* plan = cases::find_clock(view_.clocks, ClockKind::plan);
        if (touch == nullptr || plan == nullptr || !touch->due || !plan->due) return;
        line("intake.clocks",
             {{"touch", wording_.moment(reader_, *touch->due)}, {"plan", wording_.moment(reader_, *plan->due)}});
    }

    void add_buttons()
    {
        const auto id = case_.id;
        card_.buttons = {button(wording_, reader_, "button.coach", act(Verb::coach).on(id), ButtonStyle::primary),
                         button(wording_, reader_, "button.level", act(Verb::level).on(id).asking()),
                         button(wording_, reader_, "button.note", act(Verb::note).on(id).asking())};
        auto link = act(Verb::cause).on(id);
        if (view_.similar.cause)
            card_.buttons.push_back(
                {wording_.say(reader_, "button.link_to", {{"cause", written(*view_.similar.cause)}}).reveal(),
                 link.on(*view_.similar.cause), ButtonStyle::plain});
        else
            card_.buttons.push_back(button(wording_, reader_, "button.cause", link.asking()));
        card_.buttons.push_back(button(wording_, reader_, "button.undo", act(Verb::undo).on(id)));
    }

    const Wording& wording_;
    const Reader& reader_;
    const IntakeView& view_;
    const cases::Case& case_;
    PrivateCard card_;
};

} // namespace

PrivateCard intake_receipt(const Wording& wording, const Reader& reader, const IntakeView& view)
{
    return Receipt{wording, reader, view}.make();
}

} // namespace kintsugi::conversation
