#include "bot/conversation/dialog.hpp"

#include <utility>

namespace kintsugi::conversation {

std::optional<std::string> choice(const Dialog& dialog, int number, Instant now)
{
    if (now > dialog.choices_until) return std::nullopt;
    const auto index = number - dialog.first_choice;
    if (index < 0 || index >= static_cast<int>(dialog.choices.size())) return std::nullopt;
    return dialog.choices[static_cast<std::size_t>(index)].action;
}

void offer(Dialog& dialog, const Card& card, Instant now)
{
    dialog.choices = card.buttons;
    dialog.first_choice = card.first;
    dialog.choices_until = now + choices_last;
}

void wait_for(Dialog& dialog, std::string action, Instant now)
{
    dialog.pending = std::move(action);
    dialog.pending_until = now + choices_last;
}

void touch(Dialog& dialog, CaseId id, Instant now)
{
    std::erase_if(dialog.touched, [&](const Touched& one) { return one.of == id; });
    dialog.touched.insert(dialog.touched.begin(), Touched{id, now});
    if (dialog.touched.size() > most_touched) dialog.touched.resize(most_touched);
}

std::optional<std::string> take_pending(Dialog& dialog, Instant now)
{
    auto action = std::exchange(dialog.pending, {});
    if (action.empty() || now > dialog.pending_until) return std::nullopt;
    return action;
}

std::vector<CaseId> touched_recently(const Dialog& dialog, Instant now)
{
    std::vector<CaseId> recent;
    for (const auto& [id, at] : dialog.touched)
        if (now - at <= touched_lasts) recent.push_back(id);
    return recent;
}

} // namespace kintsugi::conversation
