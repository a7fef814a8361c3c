#pragma once
// Puts cards into the outbox, each through the one door that fits how private it is. PrivateText leaves only with an
// Entitlement; a community gets nothing but PublicText.

#include "bot/domain/cases/permission.hpp"
#include "bot/service/work.hpp"

#include <optional>

namespace kintsugi::service {

/// To the direct conversation of someone who may read the case. Nothing is sent to a person without an account.
void to_reader(Work& work, const cases::Entitlement& reader, const conversation::PrivateCard& card,
               Priority priority = Priority::reply);

/// Back to the person who wrote the words on the card a moment ago; no one else is ever the reader of such a card.
void to_author(Work& work, const PersonId& author, const conversation::PrivateCard& card);

/// To an employee's direct conversation.
void to_colleague(Work& work, const PersonId& person, const conversation::MaskedCard& card,
                  Priority priority = Priority::reply, std::optional<CaseId> about = {});

/// To anyone's direct conversation.
void to_member(Work& work, const PersonId& person, const conversation::PublicCard& card);

/// To a room of employees: team, product, crisis.
void to_team_room(Work& work, const Room& room, const conversation::MaskedCard& card,
                  Priority priority = Priority::reply, std::optional<CaseId> about = {});

/// To a room that is bound to the case.
void to_case_room(Work& work, const Room& room, const cases::Entitlement& speaker,
                  const conversation::PrivateCard& card);

/// To a community; `publication` is told when the platform accepted it.
std::int64_t to_community(Work& work, const Room& room, const conversation::PublicCard& card,
                          std::optional<PublicationId> publication);

/// In which words and zone a room is addressed.
[[nodiscard]] conversation::Reader reader_of(const Work& work, const Room& room);

} // namespace kintsugi::service
