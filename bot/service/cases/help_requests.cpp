#include "bot/service/cases/help_requests.hpp"

#include "bot/conversation/action.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/case_views.hpp"
#include "bot/service/handlers.hpp"
#include "bot/service/people/directory.hpp"
#include "bot/service/which_case.hpp"

namespace kintsugi::service {
namespace {

using conversation::act;
using conversation::button;
using conversation::Verb;

/// Requests made of a person are found through what lies open in their direct conversation.
std::optional<cases::HelpRequest> request_for(const cases::Case& current, const PersonId& person)
{
    for (auto i = current.help.rbegin(); i != current.help.rend(); ++i)
        if (i->state != cases::HelpState::answered && (i->whom == person || i->then == person)) return *i;
    return std::nullopt;
}

/// 李工接了：「可以垫，10:40 到账」 要记为方案吗?
void tell_owner(Turn& turn, CaseFile& file, const cases::HelpRequest& request)
{
    const auto owner = turn.work().person(file.current.owner);
    if (!owner) return;
    const auto entitlement = cases::may_read(*owner, file.current);
    const auto reader = conversation::reader_of(*owner, turn.now());
    conversation::PrivateCard card;
    card.lines.push_back(turn.wording().say(
        reader, "request.answered",
        {{"case", written(file.current.id)}, {"helper", turn.speaker().name}, {"answer", request.answer}}));
    card.buttons = {button(turn.wording(), reader, "button.record_as_plan",
                           act(Verb::plan).on(file.current.id).number(request.number),
                           conversation::ButtonStyle::primary),
                    button(turn.wording(), reader, "button.no", act(Verb::show).on(file.current.id))};
    to_reader(turn.work(), *entitlement, card);
}

Outcome<OpenRequest> request_of(Turn& turn, const Order& order)
{
    auto named = order.refs.of_case ? order.refs.of_case : turn.quoted();
    if (auto found = open_request(turn.work(), turn.speaker().id, named)) return *found;
    for (const auto id : conversation::touched_recently(turn.dialog(), turn.now()))
        if (auto found = open_request(turn.work(), turn.speaker().id, id)) return *found;
    return refuse(Refused::nothing_planned);
}

} // namespace

std::optional<OpenRequest> open_request(Work& work, const PersonId& person, std::optional<CaseId> id)
{
    if (!id) return std::nullopt;
    auto* file = work.file(*id);
    if (file == nullptr) return std::nullopt;
    auto request = request_for(file->current, person);
    return request ? std::optional{OpenRequest{file, std::move(*request)}} : std::nullopt;
}

void send_request(Work& work, const CaseFile& file, const cases::HelpRequest& request, const std::string& from)
{
    const auto person = work.person(request.whom);
    const auto where = work.stores().people.direct(request.whom);
    if (!person || !where) return;
    const auto reader = conversation::reader_of(*person, work.now());
    const auto id = file.current.id;
    conversation::MaskedCard card;
    card.kind = conversation::CardKind::ask_help;
    card.title = work.wording().masked(reader, "request.title", {{"case", written(id)}, {"from", from}});
    card.lines.push_back(
        work.wording().masked(reader, "request.what", {{"what", masked_words(work, file.current, request.what)}}));
    card.lines.push_back(work.wording().masked(reader, "request.context",
                                               {{"summary", masked_words(work, file.current, file.current.summary)}}));
    if (request.due)
        card.lines.push_back(
            work.wording().masked(reader, "request.due", {{"due", work.wording().full_moment(reader, *request.due)}}));
    card.buttons = {
        button(work.wording(), reader, "button.take", act(Verb::take).on(id), conversation::ButtonStyle::primary),
        button(work.wording(), reader, "button.pass_on", act(Verb::decline_handover).on(id)),
        button(work.wording(), reader, "button.more_needed", act(Verb::more_needed).on(id).asking())};
    card.footer = work.wording().masked(reader, "request.footer");
    conversation::touch(work.dialog(request.whom, *where), id, work.now());
    to_colleague(work, request.whom, card, Priority::reply, id);
}

Done ask_help(Turn& turn, const Order& order, CaseFile& file)
{
    if (order.when_is_past) return refuse(Refused::time_is_past, {}, order.when);
    auto named = take_name(turn.work(), order.text);
    if (!order.people.empty()) named.person = find_person(turn.work(), order.people.front());
    if (!named.person && named.area == nullptr) return refuse(Refused::person_unknown);
    const auto whom = named.person ? named.person->id : named.area->owner;
    const auto then = named.person ? PersonId{} : named.area->backup;
    if (auto done = turn.work().apply(file, cases::AskHelp{whom, then, named.rest, order.when}, order.reason); !done)
        return done;
    const auto& request = file.current.help.back();
    send_request(turn.work(), file, request, turn.speaker().name);
    const auto* key = then.empty() ? "request.sent" : "request.sent_with_backup";
    turn.say(key,
             {{"case", written(file.current.id)},
              {"who", name_of_person(turn.work(), whom)},
              {"then", then.empty() ? std::string{} : name_of_person(turn.work(), then)},
              {"what", masked_words(turn.work(), file.current, request.what)}},
             file.current.id);
    return {};
}

Done ask_for_more(Turn& turn, const Order& order)
{
    auto found = request_of(turn, order);
    if (!found) return tl::unexpected{found.error()};
    const auto owner = turn.work().person(found->file->current.owner);
    if (!owner) return refuse(Refused::person_unknown);
    const auto reader = conversation::reader_of(*owner, turn.now());
    conversation::MaskedCard card;
    card.lines.push_back(
        turn.wording().masked(reader, "request.more_needed",
                              {{"case", written(found->file->current.id)},
                               {"helper", turn.speaker().name},
                               {"question", masked_words(turn.work(), found->file->current, order.text)}}));
    to_colleague(turn.work(), owner->id, card, Priority::reply, found->file->current.id);
    turn.say("request.asked_back", {{"owner", owner->name}});
    return {};
}

Done answer_help(Turn& turn, const Order& order)
{
    auto found = request_of(turn, order);
    if (!found) return tl::unexpected{found.error()};
    auto& file = *found->file;
    const cases::AnswerHelp answer{found->request.number, order.text};
    if (auto done = turn.work().apply(file, answer); !done) return done;
    tell_owner(turn, file, *cases::find_help(file.current, found->request.number));
    turn.say("request.thanks", {{"owner", name_of_person(turn.work(), file.current.owner)}});
    return {};
}

/// 我来 on a request: taken, and the next message is the answer.
Done take_request(Turn& turn, const OpenRequest& open)
{
    auto& file = *open.file;
    if (open.request.state == cases::HelpState::asked)
        if (auto done = turn.work().apply(file, cases::TakeHelp{open.request.number}); !done) return done;
    if (const auto owner = turn.work().person(file.current.owner)) {
        const auto reader = conversation::reader_of(*owner, turn.now());
        conversation::MaskedCard card;
        card.lines.push_back(turn.wording().masked(
            reader, "request.taken", {{"case", written(file.current.id)}, {"helper", turn.speaker().name}}));
        to_colleague(turn.work(), owner->id, card, Priority::reply, file.current.id);
    }
    conversation::wait_for(turn.dialog(), act(Verb::answer_help).on(file.current.id), turn.now());
    turn.say("request.say_answer", {{"owner", name_of_person(turn.work(), file.current.owner)}}, file.current.id);
    return {};
}

/// 找别人: the next one on the list is asked; without one the owner hears that it stands alone again.
Done pass_request_on(Turn& turn, const OpenRequest& open)
{
    auto& file = *open.file;
    const auto owner = name_of_person(turn.work(), file.current.owner);
    const bool someone_else = !open.request.then.empty() && open.request.then != turn.speaker().id;
    if (someone_else) {
        if (auto done = turn.work().apply(file, cases::PassHelpOn{open.request.number}); !done) return done;
        send_request(turn.work(), file, *cases::find_help(file.current, open.request.number), owner);
    }
    if (const auto person = turn.work().person(file.current.owner)) {
        const auto reader = conversation::reader_of(*person, turn.now());
        conversation::MaskedCard card;
        card.lines.push_back(turn.wording().masked(
            reader, someone_else ? "request.passed_on" : "request.nobody_left",
            {{"case", written(file.current.id)},
             {"helper", turn.speaker().name},
             {"then", someone_else ? name_of_person(turn.work(), open.request.then) : std::string{}}}));
        to_colleague(turn.work(), person->id, card, Priority::reply, file.current.id);
    }
    turn.say("request.passed", {{"owner", owner}});
    return {};
}

} // namespace kintsugi::service
