// 我的数据: what is kept about the person who asks.

#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/handlers.hpp"

namespace kintsugi::service {
namespace {

std::string roles_of(Turn& turn)
{
    std::vector<std::string> names;
    for (const auto& [role, name] : Names<Role>::all)
        if (turn.speaker().roles.has(role))
            names.push_back(turn.wording().word(turn.speaker().language, "role." + std::string{name}));
    return text::joined(names, " · ");
}

} // namespace

Done export_my_data(Turn& turn, const Order&)
{
    if (!turn.speaker().roles.employee()) return turn.say_openly("data.member"), Done{};
    const auto& person = turn.speaker();
    conversation::MaskedCard card;
    card.title = turn.wording().masked(turn.reader(), "data.title");
    card.lines = {
        turn.wording().masked(turn.reader(), "data.person", {{"name", person.name}, {"roles", roles_of(turn)}}),
        turn.wording().masked(
            turn.reader(), "data.preferences",
            {{"language", turn.wording().word(person.language, "language." + std::string{name_of(person.language)})},
             {"zone", person.zone.name()}}),
        turn.wording().masked(turn.reader(), "data.cases", {{"count", turn.stores().cases.open_of(person.id).size()}}),
        turn.wording().masked(turn.reader(), "data.acts")};
    turn.stores().audit.add({person.id, "my_data", ""}, turn.now());
    turn.reply(card);
    return {};
}

} // namespace kintsugi::service
