#pragma once
// Any event as the three texts of its row, and back. Which members an event has is its own listing (`fields.hpp`);
// those of PrivateText go under seal, the rest are facts.

#include "bot/domain/cases/event.hpp"
#include "bot/domain/causes/cause.hpp"
#include "bot/domain/sharing/consent.hpp"
#include "bot/domain/sharing/publication.hpp"

#include <string>
#include <string_view>

namespace kintsugi::storage {

struct EncodedEvent {
    std::string_view name;
    std::string facts;   ///< JSON
    std::string secrets; ///< JSON, to be sealed; empty if nothing private was said
};

/// `Event` is one of the four variants below.
template <class Event>
[[nodiscard]] EncodedEvent encode(const Event& event);

/// `secrets` is empty if there were none or their key is gone: the texts are then empty. Throws StorageError for an
/// unknown name and for JSON that does not fit.
template <class Event>
[[nodiscard]] Event decode(std::string_view name, std::string_view facts, std::string_view secrets);

extern template EncodedEvent encode(const cases::Event&);
extern template EncodedEvent encode(const sharing::ConsentEvent&);
extern template EncodedEvent encode(const sharing::PublicationEvent&);
extern template EncodedEvent encode(const causes::CauseEvent&);
extern template cases::Event decode(std::string_view, std::string_view, std::string_view);
extern template sharing::ConsentEvent decode(std::string_view, std::string_view, std::string_view);
extern template sharing::PublicationEvent decode(std::string_view, std::string_view, std::string_view);
extern template causes::CauseEvent decode(std::string_view, std::string_view, std::string_view);

} // namespace kintsugi::storage
