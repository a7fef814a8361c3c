// Thousands of messages of eight people, sensible and not, with buttons, weather and power cuts: what must always hold
// holds. KINTSUGI_SEEDS plays more worlds than usual, KINTSUGI_SEED plays one; a breach prints its seed.
#include "tests/bot/service/invariants.hpp"
#include "tests/bot/service/random_messages.hpp"
#include "tests/conversations/demo_cast.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace kintsugi;
using namespace kintsugi::tests;
using scenes::Stage;
using scenes::World;
using namespace std::chrono_literals;

namespace {

constexpr int usual_seeds = 5; ///< one in each world
constexpr int steps = 700;
constexpr int steps_between_checks = 50;
constexpr std::size_t lines_shown = 20;
constexpr auto longest_story = Days{120};
const Instant monday_morning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h}; ///< 09:00 in Shanghai

class RandomPlay {
public:
    explicit RandomPlay(int seed)
        : random_(seed), world_(static_cast<World>(seed % 5)),
          stage_(scenes::demo_cast(Language::chinese), world_, monday_morning),
          stored_(stage_, monday_morning, longest_story), privacy_(stage_, {{"张晓梅", {}},
                                                                            {"19900000000", {}},
                                                                            {"88421907", {}},
                                                                            {"19911112222", CaseId{1001}},
                                                                            {"夜莺唱错了歌", CaseId{1001}, true},
                                                                            {"欧阳云帆", CaseId{1002}},
                                                                            {"77310264", CaseId{1002}},
                                                                            {"19933334444", CaseId{1003}}})
    {
    }

    /// The first breaches with what led to them; empty if all is well.
    std::string play()
    {
        try {
            open_cases();
            for (int step = 1; step <= steps && breaches_.empty(); ++step) {
                take_step();
                if (step % steps_between_checks == 0) stored_.check(breaches_);
            }
            if (breaches_.empty()) end();
        } catch (const std::exception& error) {
            breaches_.push_back(error.what());
        }
        return breaches_.empty() ? "" : report();
    }

    [[nodiscard]] int arrived() const { return static_cast<int>(stage_.everything().size()); }
    [[nodiscard]] int published() const
    {
        return static_cast<int>(std::ranges::count(stage_.everything(), "members_3", &Arrived::conversation));
    }

private:
    void open_cases()
    {
        say("lin_ke", "张晓梅女士 09:05\n你们这个月又扣了我两次钱!夜莺唱错了歌,再不解决我就发小红书了。"
                      "订单 88421907,手机 19911112222");
        say("xiao_zhou", "欧阳云帆先生 09:07\n验证码收不到,登录不了,真烦,订单 77310264");
        say("zhou_hang", "李先生: 订单被重复扣款,转圈又点了一次,垃圾,手机 19933334444");
        for (const auto* text : {"原因 K-1001 重复扣款", "已联系 K-1001 我来盯这笔退款,今天给您准信",
                                 "方案 K-1001 先行垫付,今天18点前到账", "征求同意 K-1001", "同意 K-1001 S2 她说可以",
                                 "预览 K-1001", "送审 P-1"})
            say("lin_ke", text);
        say("wang_min", "通过 P-1");
        say("chen_si", "通过 P-1");
        if (random_.one_in(2)) say("lin_ke", "发布 P-1");
    }

    void take_step()
    {
        const auto kind = random_.up_to(99);
        if (kind < 60)
            speak();
        else if (kind < 82)
            press();
        else if (kind < 92)
            pass();
        else if (kind < 97)
            stage_.answer_next(random_.one_of(std::array{503, 503, 429, 0, 400, 410}), 1 + random_.up_to(3));
        else
            stage_.restart();
    }

    void speak()
    {
        auto message = random_message(random_, stage_.knowledge().grammar, numbers());
        if (!random_.one_in(3)) message.who = owner_named_in(message).value_or(message.who);
        say(message.who, message.text, random_.one_in(4) ? random_.one_of(rooms_) : "");
    }

    /// Who has a say about the case that a colleague's message names, so that not all is refused.
    std::optional<std::string> owner_named_in(const RandomMessage& message)
    {
        const auto at = message.text.find("K-");
        const auto speaker = stage_.stores().people.find(PersonId{message.who});
        if (at == std::string::npos || !speaker->roles.has(Role::koe)) return std::nullopt;
        const auto row = stage_.stores().cases.row(CaseId{std::atoll(message.text.c_str() + at + 2)});
        return row ? std::optional{row->owner.value()} : std::nullopt;
    }

    void say(const std::string& who, const std::string& text, const std::string& room = "")
    {
        Sent sent;
        sent.account = who;
        sent.conversation = room.empty() ? "dm:" + who : room;
        sent.direct = room.empty();
        sent.addressed = sent.direct || !random_.one_in(5);
        sent.text = text;
        deliver(std::move(sent), text);
    }

    /// A button of a card that really arrived, by somebody who sees it; where there are none its number is typed.
    void press()
    {
        const auto& all = stage_.everything();
        const auto recent = std::min<std::size_t>(all.size(), random_.one_in(4) ? 200 : 12);
        const auto& card = all[all.size() - 1 - static_cast<std::size_t>(random_.up_to(static_cast<int>(recent) - 1))];
        if (card.buttons.empty()) return;
        const bool direct = card.conversation.starts_with("dm:");
        const auto button = random_.up_to(static_cast<int>(card.buttons.size()) - 1);
        Sent sent;
        sent.account = direct ? card.conversation.substr(3) : random_.one_of(stage_.config().people).person.id.value();
        sent.conversation = card.conversation;
        sent.direct = direct;
        if (world_ == World::text || random_.one_in(6)) {
            sent.text = std::to_string(card.first + button);
        } else {
            sent.card = card.key;
            sent.button = button + 1;
        }
        deliver(std::move(sent), "[" + card.buttons[static_cast<std::size_t>(button)] + "]");
    }

    void deliver(Sent sent, const std::string& shown)
    {
        sent.event = "e" + std::to_string(++events_);
        note(sent.account + (sent.direct ? "" : " @" + sent.conversation) + " ▸ " + shown);
        privacy_.typed(sent.account, sent.text);
        privacy_.look();
        stage_.say(sent);
        hear();
        if (!random_.one_in(10)) return;
        stage_.say(sent);
        if (!stage_.take_arrived().empty()) breaches_.emplace_back("a repetition was answered anew");
    }

    /// Always whole steps of five minutes: what the second count of clocks needs.
    void pass()
    {
        const auto minutes =
            random_.one_of(std::array{5, 5, 10, 15, 30, 60, 180, 600, 1440, random_.one_in(4) ? 10080 : 5});
        pass_for(std::chrono::minutes{minutes});
    }

    void pass_for(Milliseconds time)
    {
        note("--- " + std::to_string(time / 1min) + " min");
        privacy_.look();
        stage_.pass_until(stage_.now() + time);
        hear();
    }

    void hear()
    {
        const auto arrived = stage_.take_arrived();
        for (const auto& one : arrived)
            note("    → " + one.conversation + " ▸ " + one.text);
        privacy_.check(arrived, breaches_);
    }

    void end()
    {
        stage_.answer_next(200, 0);
        say("zhou_hang", "恢复对外");
        pass_for(6h);
        check_outbox(stage_, breaches_);
        stored_.check(breaches_);
    }

    KnownNumbers numbers()
    {
        auto& stores = stage_.stores();
        const auto alias = stores.board.alias_of(CaseId{1001});
        return {static_cast<int>(stores.cases.all().size()), static_cast<int>(stores.causes.all().size()),
                static_cast<int>(stores.publications.all().size()), alias ? alias->number : 0};
    }

    void note(std::string line) { transcript_.push_back(std::move(line)); }

    [[nodiscard]] std::string report() const
    {
        std::string text;
        const auto first = transcript_.size() - std::min(transcript_.size(), lines_shown);
        for (auto i = first; i < transcript_.size(); ++i)
            text += transcript_[i] + "\n";
        for (const auto& breach : breaches_)
            text += "BREACH: " + breach + "\n";
        return text;
    }

    Random random_;
    World world_;
    Stage stage_;
    StoreCheck stored_;
    PrivacyCheck privacy_;
    int events_ = 0;
    std::vector<std::string> transcript_;
    Breaches breaches_;
    static constexpr std::array rooms_{"koe_room", "koe_room", "members_3", "payments_team"};
};

int number_in(const char* variable, int otherwise)
{
    const char* value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): one thread
    return value == nullptr ? otherwise : std::atoi(value);
}

} // namespace

TEST_CASE("whatever people say and whatever breaks, nothing private gets out and nothing is lost", "[service][random]")
{
    const auto only = number_in("KINTSUGI_SEED", -1);
    const auto seeds = only < 0 ? number_in("KINTSUGI_SEEDS", usual_seeds) : only + 1;
    int arrived = 0, published = 0;
    for (int seed = std::max(only, 0); seed < seeds; ++seed) {
        RandomPlay play{seed};
        const auto report = play.play();
        INFO("KINTSUGI_SEED=" << seed << "\n" << report);
        CHECK(report.empty());
        arrived += play.arrived();
        published += play.published();
    }
    CHECK(arrived > 0);
    CHECK((only >= 0 || published > 0));
}
