// From the outbox to the platforms: patience, order, and honesty about what cannot be sent.
#include "bot/service/delivery.hpp"
#include "bot/service/token_bucket.hpp"
#include "tests/bot/service/world.hpp"

using namespace kintsugi;
using namespace kintsugi::service;
using namespace kintsugi::tests;
using namespace std::chrono_literals;

namespace {

struct Post : ServiceWorld {
    std::int64_t add(const std::string& person, const std::string& title, Priority priority = Priority::reply,
                     std::optional<CaseId> about = {})
    {
        OutboxItem item;
        item.to = direct(person);
        item.card.title = title;
        item.priority = priority;
        item.about = about;
        item.created_at = item.next_attempt = now;
        return stores().outbox.add(item);
    }

    /// Titles of what goes out now, in order.
    std::vector<std::string> prepared(const std::set<std::int64_t>& in_flight = {}, int most = 10)
    {
        std::vector<std::string> titles;
        for (const auto& one : prepare_deliveries(stores(), knowledge, now, in_flight, most))
            titles.push_back(stores().outbox.find(one.id)->card.title);
        return titles;
    }

    void answer(std::int64_t id, int status, std::map<std::string, std::string> headers = {})
    {
        complete_delivery(stores(), knowledge, id, {status, std::move(headers), {}}, now);
    }

    [[nodiscard]] OutboxItem item(std::int64_t id) { return stores().outbox.find(id).value(); }

    /// A case of one person, as a row is enough to say whose it is.
    CaseId case_of(const std::string& owner)
    {
        CaseRow row;
        row.id = stores().cases.create();
        row.owner = PersonId{owner};
        row.level = cases::Level::mild;
        row.opened_at = now;
        stores().cases.save(row);
        return row.id;
    }
};

constexpr std::uint64_t most_chance = std::numeric_limits<std::uint64_t>::max();

} // namespace

TEST_CASE("waits grow with each attempt, from about a second to ten minutes", "[service][delivery]")
{
    for (int attempt = 0; attempt < 40; ++attempt) {
        const auto whole = std::min<Milliseconds>(1s * (1LL << std::min(attempt, 20)), 10min);
        for (const auto chance : {std::uint64_t{0}, std::uint64_t{7919}, most_chance}) {
            CHECK(back_off(attempt, chance) >= whole / 2);
            CHECK(back_off(attempt, chance) <= whole);
        }
    }
    CHECK(back_off(0, 500) == 1s);
    CHECK(back_off(20, 300'000) == 10min);
}

TEST_CASE("what waits together does not come back together", "[service][delivery]")
{
    std::set<Milliseconds> waits;
    for (std::uint64_t chance = 0; chance < 1000; ++chance)
        waits.insert(back_off(6, chance * 7919));
    CHECK(waits.size() > 900);
}

TEST_CASE("a platform that does not answer is tried again after the wait", "[service][delivery]")
{
    Post post;
    const auto id = post.add("lin_ke", "hello");
    post.answer(id, 0);
    CHECK(post.item(id).state == "queued");
    CHECK(post.item(id).attempts == 1);
    CHECK(post.prepared().empty());
    post.now += back_off(0, post.chance);
    CHECK(post.prepared() == std::vector<std::string>{"hello"});
    post.answer(id, 200);
    CHECK(post.item(id).state == "sent");
    CHECK(post.item(id).attempts == 2);
}

TEST_CASE("a platform that says when to come back is obeyed to the second", "[service][delivery]")
{
    Post post;
    const auto id = post.add("lin_ke", "hello");
    post.answer(id, 429, {{"retry-after", "37"}});
    CHECK(post.item(id).next_attempt == post.now + 37s);
    post.now += 36s;
    CHECK(post.prepared().empty());
    post.now += 1s;
    CHECK(post.prepared().size() == 1);
}

TEST_CASE("what a platform refuses is not sent again, and the case's owner hears of it", "[service][delivery]")
{
    Post post;
    const auto id = post.add("li_gong", "please help", Priority::reply, post.case_of("lin_ke"));
    post.answer(id, 400);
    CHECK(post.item(id).state == "failed");
    const auto report = post.item(id + 1);
    CHECK(report.to == direct("lin_ke"));
    CHECK(report.card.lines.front().find("K-1001") != std::string::npos);
}

TEST_CASE("who cannot be reached is not told so there: a lead hears it", "[service][delivery]")
{
    Post post;
    const auto id = post.add("lin_ke", "your case", Priority::reply, post.case_of("lin_ke"));
    post.answer(id, 410);
    CHECK(post.item(id + 1).to == direct("zhou_hang"));
    post.answer(id + 1, 410);
    CHECK(post.item(id + 1).state == "failed");
}

TEST_CASE("a platform that never answers is given up after some thirty attempts, not silently", "[service][delivery]")
{
    Post post;
    const auto id = post.add("li_gong", "please help", Priority::reply, post.case_of("lin_ke"));
    int attempts = 0;
    for (; post.item(id).state == "queued" && attempts < 100; ++attempts) {
        post.now += 10min;
        post.answer(id, 503);
    }
    CHECK(attempts == 30);
    CHECK(post.item(id + 1).to == direct("lin_ke"));
}

TEST_CASE("each destination gets its messages in order, whatever happens to the first", "[service][delivery]")
{
    Post post;
    const auto first = post.add("lin_ke", "one");
    post.add("lin_ke", "two");
    post.add("a_bu", "other");
    CHECK(post.prepared() == std::vector<std::string>{"one", "other"});
    post.answer(first, 503);
    CHECK(post.prepared() == std::vector<std::string>{"other"});
    post.now += 1s;
    CHECK(post.prepared() == std::vector<std::string>{"one", "other"});
    post.answer(first, 200);
    CHECK(post.prepared() == std::vector<std::string>{"two", "other"});
}

TEST_CASE("while one is on its way nothing else goes to the same destination, however urgent", "[service][delivery]")
{
    Post post;
    const auto first = post.add("lin_ke", "one");
    post.add("a_bu", "other");
    post.add("lin_ke", "crisis", Priority::crisis);
    CHECK(post.prepared({first}) == std::vector<std::string>{"other"});
    post.answer(first, 200);
    CHECK(post.prepared() == std::vector<std::string>{"crisis", "other"});
}

TEST_CASE("no more is prepared than was asked for", "[service][delivery]")
{
    Post post;
    for (const auto* person : {"lin_ke", "a_bu", "li_gong"})
        post.add(person, person);
    CHECK(post.prepared({}, 2).size() == 2);
}

TEST_CASE("a second answer to the same delivery changes nothing", "[service][delivery]")
{
    Post post;
    const auto id = post.add("lin_ke", "one");
    post.answer(id, 200);
    post.answer(id, 400);
    CHECK(post.item(id).state == "sent");
    CHECK_FALSE(post.stores().outbox.find(id + 1));
}

TEST_CASE("what would go to a connection that is gone has failed, and a person hears of it", "[service][delivery]")
{
    Post post;
    OutboxItem item;
    item.to = {ConnectionId{"left"}, {"somewhere", true}};
    item.about = post.case_of("lin_ke");
    item.created_at = item.next_attempt = post.now;
    const auto id = post.stores().outbox.add(item);
    CHECK(post.prepared().empty());
    CHECK(post.item(id).state == "failed");
    CHECK(post.item(id + 1).to == direct("lin_ke"));
}

TEST_CASE("a bucket lets a burst through, then one at a time", "[service][delivery]")
{
    const auto start = storage::at_minute(0);
    TokenBucket bucket{3, start};
    for (int i = 0; i < 3; ++i)
        CHECK(bucket.take(start));
    CHECK_FALSE(bucket.take(start));
    CHECK_FALSE(bucket.take(start + 19s));
    CHECK(bucket.take(start + 20s));
    CHECK_FALSE(bucket.take(start + 20s));
    int later = 0;
    while (bucket.take(start + 24h))
        ++later;
    CHECK(later == 3);
}

TEST_CASE("a bucket without a limit never runs dry", "[service][delivery]")
{
    TokenBucket bucket{0, storage::at_minute(0)};
    for (int i = 0; i < 1000; ++i)
        REQUIRE(bucket.take(storage::at_minute(0)));
}
