#pragma once
// Cards of sharing: preview, review, the community's card. PRODUCT.md, section 5.

#include "bot/service/sharing/publication_file.hpp"

namespace kintsugi::service {

/// 👁 Exactly what would be seen, by whom, and what was checked.
[[nodiscard]] conversation::MaskedCard preview_card(Work& work, const conversation::Reader& reader,
                                                    const PublicationFile& publication, CaseFile& file);

[[nodiscard]] conversation::MaskedCard review_card(Work& work, const conversation::Reader& reader,
                                                   const PublicationFile& publication, CaseFile& file);

/// What a community sees. `text` was released by the publication rules.
[[nodiscard]] conversation::PublicCard community_card(Work& work, const Room& room,
                                                      const sharing::Publication& publication, const PublicText& text,
                                                      std::optional<Instant> next_update);

/// 金缮 208·桐|② 处理中
[[nodiscard]] PublicText board_title(Work& work, const conversation::Reader& reader, const sharing::Alias& alias,
                                     sharing::Step step);

/// When the user, and so the community, was promised to hear next; nothing while none is promised.
[[nodiscard]] std::optional<Instant> next_update_of(Work& work, const CaseFile& file);

} // namespace kintsugi::service
