#include "tests/conversations/play.hpp"

#include "bot/domain/match.hpp"
#include "bot/domain/text.hpp"
#include "bot/domain/written.hpp"
#include "bot/service/turn.hpp"
#include "bot/service/upkeep.hpp"
#include "storage/verify_audit.hpp"
#include "tests/conversations/demo_cast.hpp"
#include "tests/conversations/facts.hpp"

#include <cstdio>
#include <cstdlib>
#include <ostream>
#include <stdexcept>

namespace kintsugi::scenes {
namespace {

using tests::Arrived;

Config cast_of(const Scene& scene)
{
    setenv("KINTSUGI_DEMO_SECRET", "a secret of the tests", 1); // NOLINT(concurrency-mt-unsafe): one thread
    if (scene.cast.empty()) return demo_cast(scene.language);
    return load_config(std::filesystem::path{scene.file}.parent_path() / scene.cast);
}

Instant moment_of(const std::string& text, const Zone& zone)
{
    int year = 0, hour = 0, minute = 0;
    unsigned month = 0, day = 0;
    if (std::sscanf(text.c_str(), "%d-%u-%u %d:%d", &year, &month, &day, &hour, &minute) != 5)
        throw std::runtime_error{"not a moment: " + text};
    return zone.instant(Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}},
                        std::chrono::hours{hour} + std::chrono::minutes{minute});
}

class Player {
public:
    Player(const Scene& scene, World world, std::ostream* transcript)
        : scene_(scene), world_(world), transcript_(transcript), config_(cast_of(scene)),
          stage_(config_, world, moment_of(scene.starts, config_.practice.zone))
    {
    }

    Played play()
    {
        for (const auto& [line, step] : scene_.steps) {
            line_ = line;
            std::visit([&](const auto& one) { perform(one); }, step);
        }
        check_hidden();
        check_store();
        return {stage_.state(), std::move(failures_)};
    }

private:
    void fail(const std::string& what) { failures_.push_back(scene_.file + ":" + std::to_string(line_) + ": " + what); }

    [[nodiscard]] const Person* person(const std::string& name) const
    {
        for (const auto& entry : config_.people)
            if (entry.person.name == name || entry.person.id.value() == name) return &entry.person;
        return nullptr;
    }

    [[nodiscard]] const service::Room* room(const std::string& name) const
    {
        for (const auto& one : config_.rooms)
            if (one.name == name || one.id.value() == name) return &one;
        return nullptr;
    }

    /// "@会员3群" or a person's name → the platform's conversation.
    std::string conversation(const std::string& name)
    {
        if (name.starts_with('@')) {
            const auto* found = room(name.substr(1));
            if (found == nullptr) throw std::runtime_error{"no room " + name};
            return found->conversation;
        }
        const auto* found = person(name);
        if (found == nullptr) throw std::runtime_error{"no person " + name};
        return "dm:" + found->id.value();
    }

    void say_as(const std::string& who, const std::string& where, std::string text, bool addressed, bool twice)
    {
        tests::Sent sent;
        sent.event = "e" + std::to_string(++events_);
        sent.account = person(who) != nullptr ? person(who)->id.value() : who;
        sent.conversation = where.empty() ? "dm:" + sent.account : conversation("@" + where);
        sent.direct = where.empty();
        sent.addressed = addressed;
        sent.text = std::move(text);
        fresh_.clear();
        note(who + (where.empty() ? "" : " @" + where) + " ▸ " + sent.text);
        stage_.say(sent);
        if (twice) stage_.say(sent);
        hear();
    }

    void note(const std::string& line)
    {
        if (transcript_ != nullptr) *transcript_ << line << '\n';
    }

    void hear()
    {
        fresh_ = stage_.take_arrived();
        for (const auto& arrived : fresh_)
            note("    → " + arrived.conversation + " ▸ " + arrived.text);
    }

    void perform(const Says& says)
    {
        say_as(says.who, says.room, with_facts(stage_, says.text), says.addressed, says.twice);
    }

    /// The newest card in the conversation that has such a button.
    void perform(const Presses& presses)
    {
        const auto where = presses.room.empty() ? conversation(presses.who) : conversation("@" + presses.room);
        const auto& all = stage_.everything();
        for (auto card = all.rbegin(); card != all.rend(); ++card) {
            if (card->conversation != where) continue;
            for (std::size_t i = 0; i < card->buttons.size(); ++i)
                if (card->buttons[i] == presses.label) return press(presses, *card, static_cast<int>(i) + 1);
        }
        fail(presses.who + " has no button " + presses.label);
    }

    void press(const Presses& presses, const Arrived& card, int number)
    {
        if (world_ == World::text) {
            const auto typed = std::to_string(card.first + number - 1);
            return say_as(presses.who, presses.room, typed, true, false);
        }
        tests::Sent sent;
        sent.event = "e" + std::to_string(++events_);
        sent.account = person(presses.who)->id.value();
        sent.conversation = card.conversation;
        sent.direct = presses.room.empty();
        sent.card = card.key;
        sent.button = number;
        fresh_.clear();
        note(presses.who + " [" + presses.label + "]");
        stage_.say(sent);
        hear();
    }

    void perform(const Passes& passes)
    {
        const auto until =
            passes.until.empty() ? stage_.now() + passes.amount : moment_of(passes.until, config_.practice.zone);
        note("--- later");
        stage_.pass_until(until);
        hear();
    }

    void perform(const Restarts&) { stage_.restart(); }
    void perform(const Answers& answers) { stage_.answer_next(answers.status, answers.times); }
    void perform(const Hides& hides) { hidden_.push_back(hides.text); }

    void perform(const ExpectsNothing&)
    {
        for (const auto& arrived : fresh_)
            fail("expected no answer, but " + arrived.conversation + " got: " + arrived.text);
    }

    void perform(const Expects& expects)
    {
        const auto where = conversation(expects.to);
        const auto wanted = with_facts(stage_, expects.text);
        std::string got;
        bool found = false;
        for (const auto& arrived : fresh_) {
            if (arrived.conversation != where) continue;
            found = found || arrived.text.find(wanted) != std::string::npos;
            got += arrived.text + "\n---\n";
        }
        if (found == expects.absent)
            fail((expects.absent ? "must not reach " : "expected at ") + expects.to + ": " + wanted +
                 "\n  there was: " + got);
    }

    void perform(const ExpectsState& expects)
    {
        for (const auto& [key, wanted] : expects.facts) {
            const auto is = fact(stage_, expects.kind, expects.number, key);
            if (is != wanted) fail(expects.kind + " " + expects.number + " " + key + " is " + is + ", not " + wanted);
        }
    }

    /// Direct conversations of KOEs and leads may hold what is hidden, and the rooms that are bound to a case.
    bool may_hold_private(const std::string& where)
    {
        for (const auto& entry : config_.people)
            if (where == "dm:" + entry.person.id.value())
                return entry.person.roles.has(Role::koe) || entry.person.roles.has(Role::lead);
        for (const auto& one : stage_.stores().rooms.all())
            if (one.conversation == where) return one.bound.has_value();
        return false;
    }

    void check_hidden()
    {
        for (const auto& secret : hidden_)
            for (const auto& arrived : stage_.everything())
                if (arrived.text.find(secret) != std::string::npos && !may_hold_private(arrived.conversation))
                    fail("hidden \"" + secret + "\" reached " + arrived.conversation + ": " + arrived.text);
    }

    void check_store()
    {
        auto& database = stage_.database();
        database.begin();
        const auto rebuilt = service::rebuild(stage_.stores(), stage_.knowledge(), stage_.now(), false, {});
        if (rebuilt.differed != 0) fail(std::to_string(rebuilt.differed) + " rows are not what their log makes");
        const auto audit = storage::verify_audit(database.connection(), {});
        if (!audit.broken.empty()) fail("the audit chain is broken");
        for (const auto id : stage_.stores().cases.all())
            if (const auto row = stage_.stores().cases.row(id); row && row->owner.empty())
                fail(written(id) + " has no owner");
        database.commit();
    }

    const Scene& scene_;
    World world_;
    std::ostream* transcript_;
    Config config_;
    Stage stage_;
    int line_ = 0;
    int events_ = 0;
    std::vector<Arrived> fresh_;
    std::vector<std::string> hidden_;
    std::vector<std::string> failures_;
};

} // namespace

Played play(const Scene& scene, World world, std::ostream* transcript)
{
    return Player{scene, world, transcript}.play();
}

} // namespace kintsugi::scenes
