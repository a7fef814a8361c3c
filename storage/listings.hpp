#pragma once
// Members of the types that are stored as JSON and have no listing of their own. Names are keys in the database: they
// may be added to, never renamed. A type with a member that is not listed does not compile.

#include "bot/conversation/card.hpp"
#include "bot/conversation/dialog.hpp"
#include "bot/conversation/message.hpp"
#include "bot/conversation/platform.hpp"
#include "bot/domain/cases/policy.hpp"
#include "bot/domain/cases/severity.hpp"
#include "bot/domain/sharing/board.hpp"
#include "bot/service/records.hpp"
#include "storage/json_types.hpp"

namespace kintsugi::storage {

template <>
struct Listing<cases::Points> {
    using Points = cases::Points;
    static constexpr std::tuple fields{Field{"reach", &Points::reach}, Field{"gravity", &Points::gravity},
                                       Field{"volatility", &Points::volatility}};
};
template <>
inline constexpr bool as_plain_list<cases::Points> = true;

template <>
struct Listing<sharing::Alias> {
    using Alias = sharing::Alias;
    static constexpr std::tuple fields{Field{"number", &Alias::number}, Field{"word", &Alias::word}};
};

template <>
struct Listing<conversation::Button> {
    using Button = conversation::Button;
    static constexpr std::tuple fields{Field{"label", &Button::label}, Field{"action", &Button::action},
                                       Field{"style", &Button::style}};
};

template <>
struct Listing<conversation::Card> {
    using Card = conversation::Card;
    static constexpr std::tuple fields{
        Field{"kind", &Card::kind},     Field{"language", &Card::language}, Field{"title", &Card::title},
        Field{"lines", &Card::lines},   Field{"copy", &Card::copy},         Field{"buttons", &Card::buttons},
        Field{"footer", &Card::footer}, Field{"step", &Card::step},         Field{"first", &Card::first}};
};

template <>
struct Listing<conversation::Address> {
    using Address = conversation::Address;
    static constexpr std::tuple fields{Field{"conversation", &Address::conversation},
                                       Field{"direct", &Address::direct}};
};

template <>
struct Listing<service::Destination> {
    using Destination = service::Destination;
    static constexpr std::tuple fields{Field{"connection", &Destination::connection},
                                       Field{"address", &Destination::address}};
};

template <>
struct Listing<conversation::Press> {
    using Press = conversation::Press;
    static constexpr std::tuple fields{Field{"card", &Press::card}, Field{"button", &Press::button}};
};

template <>
struct Listing<conversation::Message> {
    using Message = conversation::Message;
    static constexpr std::tuple fields{
        Field{"event", &Message::event},         Field{"account", &Message::account}, Field{"at", &Message::at},
        Field{"addressed", &Message::addressed}, Field{"text", &Message::text},       Field{"press", &Message::press},
        Field{"reply_to", &Message::reply_to}};
};

template <>
struct Listing<conversation::HttpResponse> {
    using HttpResponse = conversation::HttpResponse;
    static constexpr std::tuple fields{Field{"status", &HttpResponse::status}, Field{"headers", &HttpResponse::headers},
                                       Field{"body", &HttpResponse::body}};
};

template <>
struct Listing<conversation::Touched> {
    using Touched = conversation::Touched;
    static constexpr std::tuple fields{Field{"of", &Touched::of}, Field{"at", &Touched::at}};
};

template <>
struct Listing<conversation::Dialog> {
    using Dialog = conversation::Dialog;
    static constexpr std::tuple fields{Field{"choices", &Dialog::choices},
                                       Field{"first_choice", &Dialog::first_choice},
                                       Field{"choices_until", &Dialog::choices_until},
                                       Field{"pending", &Dialog::pending},
                                       Field{"pending_until", &Dialog::pending_until},
                                       Field{"held", &Dialog::held},
                                       Field{"touched", &Dialog::touched},
                                       Field{"last_cause", &Dialog::last_cause},
                                       Field{"last_publication", &Dialog::last_publication}};
};

template <>
struct Listing<QuietHours> {
    static constexpr std::tuple fields{Field{"from", &QuietHours::from}, Field{"to", &QuietHours::to}};
};

template <>
struct Listing<Person> {
    static constexpr std::tuple fields{Field{"id", &Person::id},
                                       Field{"name", &Person::name},
                                       Field{"aliases", &Person::aliases},
                                       Field{"language", &Person::language},
                                       Field{"zone", &Person::zone},
                                       Field{"roles", &Person::roles},
                                       Field{"department", &Person::department},
                                       Field{"lead", &Person::lead},
                                       Field{"deputy", &Person::deputy},
                                       Field{"quiet", &Person::quiet},
                                       Field{"muted_until", &Person::muted_until},
                                       Field{"digest_wanted", &Person::digest_wanted}};
};

template <>
struct Listing<DaySpan> {
    static constexpr std::tuple fields{Field{"from", &DaySpan::from}, Field{"to", &DaySpan::to}};
};

template <>
struct Listing<Calendar> {
    static constexpr std::tuple fields{Field{"zone", &Calendar::zone}, Field{"week", &Calendar::week},
                                       Field{"exceptions", &Calendar::exceptions}};
};

template <>
struct Listing<cases::Budget> {
    using Budget = cases::Budget;
    static constexpr std::tuple fields{Field{"time", &Budget::time}, Field{"working_days", &Budget::working_days},
                                       Field{"hours", &Budget::hours}};
};

template <>
struct Listing<cases::LevelPolicy> {
    using LevelPolicy = cases::LevelPolicy;
    static constexpr std::tuple fields{Field{"first_touch", &LevelPolicy::first_touch},
                                       Field{"plan", &LevelPolicy::plan},
                                       Field{"update", &LevelPolicy::update},
                                       Field{"later_update", &LevelPolicy::later_update},
                                       Field{"resolution", &LevelPolicy::resolution},
                                       Field{"confirm", &LevelPolicy::confirm},
                                       Field{"escalate_after", &LevelPolicy::escalate_after},
                                       Field{"follow_up_days", &LevelPolicy::follow_up_days}};
};

template <>
struct Listing<cases::Policy> {
    using Policy = cases::Policy;
    static constexpr std::tuple fields{Field{"levels", &Policy::levels}, Field{"service", &Policy::service},
                                       Field{"work", &Policy::work}};
};

} // namespace kintsugi::storage
