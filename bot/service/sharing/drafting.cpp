#include "bot/service/sharing/drafting.hpp"

#include "bot/domain/text.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/causes/cause_file.hpp"

#include <array>

namespace kintsugi::service {
namespace {

constexpr int most_tries = 1000; ///< random numbers for an alias before we give up: 900 numbers, most of them free

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 0xF];
    }
    return text;
}

/// Room names are typed with or without # and spaces.
std::string bare(std::string_view name)
{
    std::string kept;
    for (const char c : text::fold(name))
        if (c != ' ' && c != '#') kept += c;
    return kept;
}

} // namespace

std::optional<Room> room_for_sharing(Work& work, const PrivateText& text)
{
    std::optional<Room> first;
    const auto typed = bare(text.reveal());
    for (auto& room : work.stores().rooms.all()) {
        if (room.purpose != RoomPurpose::community) continue;
        if (typed.find(bare(room.name)) != std::string::npos) return room;
        if (!first) first = room;
    }
    return first;
}

PrivateText without_room(const PrivateText& text, const Room& room)
{
    auto words = text.reveal();
    for (const auto& name : {"#" + room.name, room.name})
        if (const auto at = words.find(name); at != std::string::npos) words.erase(at, name.size());
    for (const std::string_view lead : {"发到", "发", "到", "to "})
        if (words.starts_with(lead)) words.erase(0, lead.size());
    return PrivateText{std::string{text::trim(words)}};
}

sharing::Alias alias_for(Work& work, CaseId id)
{
    if (const auto known = work.stores().board.alias_of(id)) return *known;
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto alias = sharing::alias_from(work.knowledge().random());
        if (work.stores().board.claim(id, alias)) return alias;
    }
    throw std::runtime_error{"no free public alias"};
}

Outcome<DraftText> draft_text(Work& work, CaseFile& file, const Room& room, const PrivateText& free_words)
{
    if (!file.current.cause) return refuse(Refused::cause_missing);
    const auto cause = read_cause(work, *file.current.cause);
    if (!cause) return refuse(Refused::cause_missing);
    const auto reader = reader_of(work, room);
    DraftText draft;
    draft.step = sharing::step_of(file.current, causes::is_shipped(cause->current));
    const auto key = "share.text_" + std::string{name_of(draft.step)};
    const auto sentence = work.wording().masked(reader, key, {{"what", cause->current.title}});
    if (free_words.empty()) {
        draft.text = sentence;
    } else {
        const auto masked = masked_words(work, file.current, free_words);
        draft.text = work.wording().masked(reader, "share.text_and_words", {{"sentence", sentence}, {"words", masked}});
        draft.free_text_hash = hex(work.knowledge().digest(masked.reveal()));
    }
    const auto alias = alias_for(work, file.current.id);
    draft.text_hash = hex(work.knowledge().digest(room.id.value() + "\n" + std::to_string(alias.number) + "\n" +
                                                  std::string{name_of(draft.step)} + "\n" + draft.text.reveal()));
    return draft;
}

} // namespace kintsugi::service
