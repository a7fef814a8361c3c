#include "bot/service/people/directory.hpp"

#include "bot/domain/text.hpp"

#include <algorithm>

namespace kintsugi::service {
namespace {

std::u32string narrowed(std::string_view text)
{
    return text::narrow(text::decode(text));
}

std::vector<std::u32string> names_of(const Person& person)
{
    std::vector<std::u32string> names{narrowed(person.name), narrowed(person.id.value())};
    for (const auto& alias : person.aliases)
        names.push_back(narrowed(alias));
    return names;
}

std::vector<std::u32string> names_of(const Area& area)
{
    std::vector<std::u32string> names{narrowed(area.id.value())};
    for (const auto& [language, name] : area.names)
        names.push_back(narrowed(name));
    return names;
}

/// A Latin name must end where it ends; Chinese text may follow a Chinese name at once.
bool stands_in_front(const std::u32string& text, const std::u32string& name)
{
    if (name.empty() || !text.starts_with(name)) return false;
    return text.size() == name.size() || !text::is_latin_or_digit(name.back()) ||
           !text::is_latin_or_digit(text[name.size()]);
}

} // namespace

std::optional<Person> find_person(Work& work, std::string_view typed)
{
    const auto wanted = narrowed(text::trim(typed));
    for (auto& person : work.stores().people.everyone())
        for (const auto& name : names_of(person))
            if (name == wanted) return person;
    return std::nullopt;
}

const Area* find_area_named(const Practice& practice, std::string_view typed)
{
    const auto wanted = narrowed(text::trim(typed));
    for (const auto& area : practice.areas)
        for (const auto& name : names_of(area))
            if (name == wanted) return &area;
    return nullptr;
}

LeadingName take_name(Work& work, const PrivateText& text)
{
    const auto source = text::decode(text.reveal());
    const auto narrow = text::narrow(source);
    LeadingName found;
    std::size_t longest = 0;
    const auto consider = [&](const std::u32string& name, auto keep) {
        if (name.size() <= longest || !stands_in_front(narrow, name)) return;
        longest = name.size();
        found.person.reset();
        found.area = nullptr;
        keep();
    };
    for (const auto& person : work.stores().people.everyone())
        for (const auto& name : names_of(person))
            consider(name, [&] { found.person = person; });
    for (const auto& area : work.knowledge().practice.areas)
        for (const auto& name : names_of(area))
            consider(name, [&] { found.area = &area; });
    auto from = longest;
    while (from < narrow.size() && std::u32string_view{U" ,:;"}.find(narrow[from]) != std::u32string_view::npos)
        ++from;
    found.rest = PrivateText{std::string{text::trim(text::encode(std::u32string_view{source}.substr(from)))}};
    return found;
}

const Area* guess_area(const Practice& practice, std::string_view folded)
{
    const Area* guessed = nullptr;
    for (const auto& area : practice.areas) {
        const bool fits = std::ranges::any_of(
            area.keywords, [&](const std::string& word) { return folded.find(word) != std::string_view::npos; });
        if (!fits) continue;
        if (guessed != nullptr) return nullptr;
        guessed = &area;
    }
    return guessed;
}

} // namespace kintsugi::service
