#pragma once
// A neutral card: what we say, before any platform's form. How private its words are is part of its type, so that a
// card with a user's words cannot be handed to a function that reaches a community. PRODUCT.md, section 5.

#include "bot/domain/names.hpp"
#include "bot/domain/person.hpp"
#include "bot/domain/private_text.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kintsugi::conversation {

enum class CardKind {
    note,
    intake_receipt,
    coach,
    lint_result,
    case_card,
    case_list,
    ask_help,
    handover,
    consent_request,
    share_preview,
    review,
    community,
    root_cause,
    loop_back,
    satisfaction,
    follow_up,
    digest,
    reminder,
    undo_receipt,
    refusal,
    choice,
    help
};

enum class ButtonStyle { plain, primary, danger };

/// `action` is what pressing it orders, see `action.hpp`; it never holds a user's words.
struct Button {
    std::string label;
    std::string action;
    ButtonStyle style = ButtonStyle::plain;

    friend bool operator==(const Button&, const Button&) = default;
};

inline constexpr std::size_t most_lines = 12; ///< PRODUCT.md, ground rule 10
inline constexpr std::size_t most_buttons = 5;

template <class Text>
struct CardOf {
    CardKind kind = CardKind::note;
    Text title;
    std::vector<Text> lines;
    Text copy; ///< words to be copied and sent by the reader; empty if none
    std::vector<Button> buttons;
    Text footer;   ///< typed choices that have no button
    int step = 0;  ///< of four, for the bar of a community card; 0: no bar
    int first = 1; ///< number of the first button; 0 where the choices are figures from 0 on
};

using PrivateCard = CardOf<PrivateText>; ///< for one case's people
using MaskedCard = CardOf<MaskedText>;   ///< for colleagues
using PublicCard = CardOf<PublicText>;   ///< for communities and members

/// A card whose reader was settled: as it lies in the outbox and as adapters render it.
struct Card {
    CardKind kind = CardKind::note;
    Language language = Language::chinese;
    std::string title;
    std::vector<std::string> lines;
    std::string copy;
    std::vector<Button> buttons;
    std::string footer;
    int step = 0;
    int first = 1;

    friend bool operator==(const Card&, const Card&) = default;
};

template <class Text>
[[nodiscard]] Card seal(const CardOf<Text>& card, Language language)
{
    Card sealed{card.kind, language,  card.title.reveal(), {}, card.copy.reveal(), card.buttons, card.footer.reveal(),
                card.step, card.first};
    for (const auto& line : card.lines)
        sealed.lines.push_back(line.reveal());
    return sealed;
}

} // namespace kintsugi::conversation

namespace kintsugi {

template <>
struct Names<conversation::CardKind> {
    using enum conversation::CardKind;
    static constexpr std::pair<conversation::CardKind, std::string_view> all[] = {
        {note, "note"},
        {intake_receipt, "intake_receipt"},
        {coach, "coach"},
        {lint_result, "lint_result"},
        {case_card, "case_card"},
        {case_list, "case_list"},
        {ask_help, "ask_help"},
        {handover, "handover"},
        {consent_request, "consent_request"},
        {share_preview, "share_preview"},
        {review, "review"},
        {community, "community"},
        {root_cause, "root_cause"},
        {loop_back, "loop_back"},
        {satisfaction, "satisfaction"},
        {follow_up, "follow_up"},
        {digest, "digest"},
        {reminder, "reminder"},
        {undo_receipt, "undo_receipt"},
        {refusal, "refusal"},
        {choice, "choice"},
        {help, "help"},
    };
};

template <>
struct Names<conversation::ButtonStyle> {
    using enum conversation::ButtonStyle;
    static constexpr std::pair<conversation::ButtonStyle, std::string_view> all[] = {
        {plain, "plain"}, {primary, "primary"}, {danger, "danger"}};
};

} // namespace kintsugi
