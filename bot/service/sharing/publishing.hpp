#pragma once
// The last steps of a text: hold, release, delivery. Used by handlers, timers and the delivery.

#include "bot/service/sharing/publication_file.hpp"

namespace kintsugi::service {

/// The hold is over: hands the text to the outbox or to the person who posts, after every rule was asked once more.
/// Where one says no, the text is paused and its author told why.
void release_publication(Work& work, PublicationFile& publication);

/// The platform, or the group's owner, has posted it.
void publication_delivered(Work& work, PublicationFile& publication);

/// It could not be sent; the author hears it.
void publication_failed(Work& work, PublicationFile& publication);

/// A card of one line to the author of a text.
void tell_author_of(Work& work, const sharing::Publication& publication, std::string_view key,
                    conversation::Slots<MaskedText> slots);

} // namespace kintsugi::service
