// 帮助, 你好: where you are and three things that help now. PRODUCT.md, 7.1 and 7.14.

#include "bot/conversation/action.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/handlers.hpp"

#include <map>

namespace kintsugi::service {
namespace {

using conversation::MaskedCard;

/// 帮助 公开: topics are lists of the prompts, found by their words.
std::optional<std::string> topic_of(Turn& turn, const PrivateText& text)
{
    const auto folded = text::fold(text.reveal());
    if (folded.empty()) return std::nullopt;
    const auto& topics = turn.wording().catalogue().list(turn.speaker().language, "help.topics");
    for (const auto& topic : topics) // each "key=word|word"
        if (const auto sign = topic.find('=');
            sign != std::string::npos && topic.find(folded, sign) != std::string::npos)
            return topic.substr(0, sign);
    return std::nullopt;
}

MaskedCard lines_of(Turn& turn, std::string_view title, const std::string& list)
{
    MaskedCard card;
    card.kind = conversation::CardKind::help;
    card.title = turn.wording().masked(turn.reader(), title);
    for (const auto& line : turn.wording().catalogue().list(turn.speaker().language, list))
        card.lines.push_back(turn.wording().masked(turn.reader(), "help.line", {{"line", line}}));
    return card;
}

std::string role_topic(const Person& person)
{
    if (person.roles.has(Role::koe)) return "koe";
    if (person.roles.has(Role::product_owner)) return "product";
    if (person.roles.has(Role::reviewer) || person.roles.has(Role::legal)) return "review";
    return "koe";
}

} // namespace

Done help(Turn& turn, const Order& order)
{
    if (!turn.speaker().roles.employee()) return turn.say_openly("help.member"), Done{};
    if (const auto topic = topic_of(turn, order.text)) {
        turn.reply(lines_of(turn, "help.title_topic", "help." + *topic));
        return {};
    }
    const auto recent = conversation::touched_recently(turn.dialog(), turn.now());
    const auto* file = recent.empty() ? nullptr : turn.work().file(recent.front());
    if (file == nullptr) {
        auto card = lines_of(turn, "help.title_start", "help." + role_topic(turn.speaker()));
        card.footer = turn.wording().masked(turn.reader(), "help.more");
        turn.reply(card);
        return {};
    }
    const auto status = std::string{name_of(file->current.status)};
    auto card = lines_of(turn, "help.title_start", "help.in_" + status);
    card.title = turn.wording().masked(turn.reader(), "help.title_case",
                                       {{"case", written(recent.front())},
                                        {"status", turn.wording().word(turn.speaker().language, "status." + status)}});
    card.footer = turn.wording().masked(turn.reader(), "help.more");
    turn.reply(card, recent.front());
    return {};
}

Done greet(Turn& turn, const Order&)
{
    const auto& person = turn.speaker();
    if (!person.roles.employee()) return turn.say_openly("community.hello"), Done{};
    if (!person.roles.has(Role::koe)) return help(turn, {});
    const auto lead = turn.work().person(person.lead);
    MaskedCard card;
    card.lines = {turn.wording().masked(turn.reader(), "hello.who"),
                  lead ? turn.wording().masked(turn.reader(), "hello.privacy_lead", {{"lead", lead->name}})
                       : turn.wording().masked(turn.reader(), "hello.privacy"),
                  turn.wording().masked(turn.reader(), "hello.try")};
    turn.reply(card);
    return {};
}

} // namespace kintsugi::service
