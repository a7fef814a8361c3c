// 导出: a case as Markdown, for those who may read it.

#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"

namespace kintsugi::service {
namespace {

/// Characters with a meaning in Markdown are escaped, since the words are the user's.
std::string escaped(const std::string& words)
{
    std::string text;
    for (const char c : words) {
        if (std::string_view{"\\`*_{}[]()#+-.!|<>"}.find(c) != std::string_view::npos) text += '\\';
        text += c;
    }
    return text;
}

} // namespace

Done export_case(Turn& turn, const Order&, CaseFile& file)
{
    auto view = view_of(turn.work(), file, turn.reader());
    view.whole = true;
    const auto card = conversation::case_card(turn.wording(), turn.reader(), view);
    std::string markdown = "# " + escaped(card.title.reveal()) + "\n\n";
    for (const auto& line : card.lines)
        markdown += "- " + escaped(line.reveal()) + "\n";
    turn.stores().audit.add({turn.speaker().id, "export", written(file.current.id)}, turn.now());
    conversation::PrivateCard exported;
    exported.title = turn.wording().say(turn.reader(), "export.title", {{"case", written(file.current.id)}});
    exported.copy = PrivateText{std::move(markdown)};
    turn.reply(turn.entitled(file), exported);
    return {};
}

} // namespace kintsugi::service
