#pragma once
// One message of one person, under way: what a handler of a verb sees. Answers go where the speaker may read them.

#include "bot/conversation/order.hpp"
#include "bot/conversation/replies/parts.hpp"
#include "bot/service/mail.hpp"
#include "bot/service/work.hpp"

#include <optional>

namespace kintsugi::service {

/// Where something was said.
struct Place {
    Destination where;
    std::optional<Room> room; ///< empty in a direct conversation
};

class Turn {
public:
    Turn(Work& work, Person speaker, Place place, std::optional<CaseId> quoted);

    [[nodiscard]] Work& work() { return work_; }
    [[nodiscard]] Stores& stores() { return work_.stores(); }
    [[nodiscard]] const Knowledge& knowledge() const { return work_.knowledge(); }
    [[nodiscard]] const conversation::Wording& wording() const { return work_.wording(); }
    [[nodiscard]] Instant now() const { return work_.now(); }
    [[nodiscard]] const Person& speaker() const { return speaker_; }
    [[nodiscard]] const Place& place() const { return place_; }
    [[nodiscard]] const conversation::Reader& reader() const { return reader_; }
    [[nodiscard]] std::optional<CaseId> quoted() const { return quoted_; }

    /// What lies open between the speaker and the bot where they speak.
    [[nodiscard]] conversation::Dialog& dialog() { return work_.dialog(speaker_.id, place_.where); }

    void reply(const cases::Entitlement& speaker, const conversation::PrivateCard& card);
    void reply(const conversation::MaskedCard& card, std::optional<CaseId> about = {});

    /// A card that holds nothing private but what the speaker just wrote themselves.
    void reply_to_own_words(const conversation::PrivateCard& card);
    void reply(const conversation::PublicCard& card);

    /// A card of one line of our own words.
    void say(std::string_view key, conversation::Slots<MaskedText> slots = {}, std::optional<CaseId> about = {});
    void say_openly(std::string_view key, conversation::Slots<PublicText> slots = {});

    /// Proof that the speaker may read the case; throws std::logic_error where that was not checked before.
    [[nodiscard]] cases::Entitlement entitled(const CaseFile& file) const;

    void set_speaker(Person person); ///< after their language or zone changed

private:
    void point_to_direct_conversation(std::optional<CaseId> about);

    Work& work_;
    Person speaker_;
    Place place_;
    conversation::Reader reader_;
    std::optional<CaseId> quoted_;
    bool pointed_ = false;
};

/// 用户·晨星: how a customer is called in texts.
[[nodiscard]] std::string label_of(Work& work, CustomerId customer, Language language);
[[nodiscard]] std::string name_of_person(Work& work, const PersonId& id);

} // namespace kintsugi::service
