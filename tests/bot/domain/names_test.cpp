#include "bot/domain/cases/reminders.hpp"
#include "bot/domain/causes/cause.hpp"
#include "bot/domain/person.hpp"
#include "bot/domain/sharing/anonymizer.hpp"
#include "bot/domain/sharing/identifiability.hpp"
#include "bot/domain/sharing/publication.hpp"
#include "tests/bot/domain/printing.hpp"

#include <set>

using namespace kintsugi;

namespace {

/// Each value from `first` to `last` has a name, no two have the same, and each name leads back to its value.
template <Named Enum>
void check_names(Enum first, Enum last)
{
    std::set<std::string_view> names;
    for (auto value = static_cast<int>(first); value <= static_cast<int>(last); ++value) {
        CAPTURE(value);
        const auto name = name_of(static_cast<Enum>(value));
        CHECK(names.insert(name).second);
        CHECK(named<Enum>(name) == static_cast<Enum>(value));
    }
    CHECK(names.size() == std::size(Names<Enum>::all));
    CHECK_FALSE(named<Enum>("no such name").has_value());
}

/// The names of events are keys in the database.
template <class... Events>
std::multiset<std::string_view> event_names(const std::variant<Events...>*)
{
    return {Events::name...};
}

template <class Variant>
void check_event_names()
{
    const auto names = event_names(static_cast<const Variant*>(nullptr));
    for (const auto& name : names) {
        CAPTURE(name);
        CHECK(names.count(name) == 1);
    }
}

} // namespace

TEST_CASE("every value has one name and every name one value", "[names]")
{
    check_names(Refused::cannot_show, Refused::what_changed_missing);
    check_names(Language::chinese, Language::english);
    check_names(Role::koe, Role::member);
    check_names(cases::Status::fresh, cases::Status::erased);
    check_names(cases::Level::severe, cases::Level::mild);
    check_names(cases::CloseOutcome::recovered, cases::CloseOutcome::invalid);
    check_names(cases::Purpose::update, cases::Purpose::ask_again);
    check_names(cases::Basis::users_words, cases::Basis::no_answer);
    check_names(cases::SurveyPhase::before, cases::SurveyPhase::day_30);
    check_names(cases::SurveySource::users_link, cases::SurveySource::estimate);
    check_names(cases::FollowUpResult::fine, cases::FollowUpResult::unreachable);
    check_names(cases::ClockKind::first_touch, cases::ClockKind::confirm);
    check_names(cases::Hours::always, cases::Hours::work);
    check_names(cases::Reminder::first_touch, cases::Reminder::fix_wait_review);
    check_names(cases::Stage::half, cases::Stage::lead);
    check_names(causes::CauseState::reported, causes::CauseState::duplicate);
    check_names(sharing::ConsentState::none, sharing::ConsentState::withdrawn);
    check_names(sharing::Scope::process, sharing::Scope::named);
    check_names(sharing::PublicationState::draft, sharing::PublicationState::failed);
    check_names(sharing::Mode::process, sharing::Mode::both);
    check_names(sharing::Step::heard, sharing::Step::improved);
    check_names(sharing::Risk::green, sharing::Risk::red);
    check_names(sharing::Personal::phone, sharing::Personal::name);
}

TEST_CASE("no two events of one log have the same key", "[names]")
{
    check_event_names<cases::Event>();
    check_event_names<causes::CauseEvent>();
    check_event_names<sharing::ConsentEvent>();
    check_event_names<sharing::PublicationEvent>();
}

TEST_CASE("the field listing of an event names each of its members once", "[names]")
{
    std::string names;
    cases::CaseOpened opened;
    each_field(opened, [&](std::string_view name, auto&) { names += std::string{name} + " "; });
    CHECK(names == "customer owner origin level heat points signals hard_trigger second_failure wants text summary ");
    each_field(opened, [](std::string_view name, auto& value) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, int>)
            if (name == "heat") value = 4;
    });
    CHECK(opened.heat == 4);
}
