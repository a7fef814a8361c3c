#pragma once
// A text on its way out, by the events that bring it there.

#include "bot/domain/sharing/publication.hpp"
#include "tests/bot/domain/builders.hpp"
#include "tests/bot/domain/sharing/anonymizing.hpp"

namespace kintsugi::tests {

class TextBuilder {
public:
    TextBuilder() { hear(draft(), author()); }
    explicit TextBuilder(cases::Level level) : TextBuilder(level, sharing::Step::in_progress, sharing::Mode::process) {}
    TextBuilder(cases::Level level, sharing::Step step, sharing::Mode mode)
    {
        auto drafted = draft();
        drafted.level = level;
        drafted.step = step;
        drafted.mode = mode;
        hear(drafted, author());
    }

    static PersonId author() { return PersonId{"ben"}; }

    TextBuilder& edited() { return hear(sharing::Edited{masked("Advance paid."), "hash 2", "free 2"}, author()); }
    TextBuilder& submitted() { return hear(sharing::Submitted{{PersonId{"ana"}, PersonId{"priya"}}}, author()); }
    TextBuilder& voted(const std::string& name, const std::string& department, bool complete = false,
                       const std::string& lead = {}, bool legal = false)
    {
        return hear(sharing::Approved{department, legal, text_.text_hash, complete, PersonId{lead}}, PersonId{name});
    }
    TextBuilder& approved() { return submitted().voted("ana", "legal", true); }
    TextBuilder& queued() { return approved().hear(sharing::Queued{now_ + cases::outward_hold}, author()); }
    TextBuilder& released(bool awaits = false) { return queued().hear(sharing::Released{awaits}, author()); }
    TextBuilder& delivered() { return released().hear(sharing::Delivered{}, system_actor); }

    TextBuilder& hear(const sharing::PublicationEvent& event, const PersonId& by)
    {
        const auto number = static_cast<int>(log_.size()) + 1;
        log_.push_back({number, ActId{number}, now_, by, event});
        text_ = sharing::evolve(std::move(text_), log_.back());
        now_ += 1min;
        return *this;
    }

    [[nodiscard]] const sharing::Publication& build() const { return text_; }
    [[nodiscard]] const sharing::PublicationHistory& log() const { return log_; }
    [[nodiscard]] Instant now() const { return now_; }

private:
    static sharing::Drafted draft()
    {
        sharing::Drafted drafted;
        drafted.of = CaseId{1042};
        drafted.audience = RoomId{"members-3"};
        drafted.alias = {208, 3};
        drafted.step = sharing::Step::in_progress;
        drafted.text = masked("A member was charged twice.");
        drafted.text_hash = "hash 1";
        drafted.free_text_hash = "free 1";
        return drafted;
    }

    sharing::Publication text_ = [] {
        sharing::Publication blank;
        blank.id = PublicationId{19};
        return blank;
    }();
    sharing::PublicationHistory log_;
    Instant now_ = morning;
};

inline TextBuilder a_text(cases::Level level = cases::Level::mild)
{
    return TextBuilder{level};
}

} // namespace kintsugi::tests
