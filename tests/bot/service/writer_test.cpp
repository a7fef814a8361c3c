// Group commit: many jobs, one commit, and nobody hears "done" before it. DESIGN.md, section 4.
#include "bot/service/writer.hpp"
#include "tests/fakes/logged_transactions.hpp"

#include <catch2/catch.hpp>

#include <latch>
#include <memory>

using namespace kintsugi;
using namespace kintsugi::service;
using tests::LoggedTransactions;
using Words = std::vector<std::string>;

namespace {

/// A writer whose first job waits at a gate, so that all later ones wait together behind it.
class HeldWriter {
public:
    explicit HeldWriter(Writer::Limits limits = {})
    {
        const auto failed = [this](std::string_view why) { failures.emplace_back(why); };
        writer_ = std::make_unique<Writer>(transactions, limits, failed);
        const Job gate = [this](Stores&) {
            at_gate_.count_down();
            gate_.wait();
        };
        REQUIRE(writer_->submit(gate, {}));
        at_gate_.wait();
    }

    bool submit(const std::string& word)
    {
        return writer_->submit([this, word](Stores&) { transactions.write(word); }, noting(word));
    }
    bool submit_failing(const std::string& word)
    {
        const Job job = [this, word](Stores&) {
            transactions.write(word);
            throw std::runtime_error{word + " cannot be"};
        };
        return writer_->submit(job, noting(word));
    }
    bool submit_always(const std::string& word)
    {
        return writer_->submit_always([this, word](Stores&) { transactions.write(word); }, noting(word));
    }

    void stop() { writer_->stop(); }
    [[nodiscard]] const Writer& writer() const { return *writer_; }

    /// Lets everything run that was submitted, and ends the writer.
    void finish()
    {
        gate_.count_down();
        writer_.reset();
    }

    LoggedTransactions transactions;
    Words failures; ///< of jobs; to be read after `finish`, as is `done`
    Words done;     ///< word, result, and how many commits there were when it was said

private:
    JobDone noting(const std::string& word)
    {
        return [this, word](JobResult result) {
            done.push_back(word + (result == JobResult::committed ? " committed " : " failed ") +
                           std::to_string(transactions.commits().size()));
        };
    }

    std::latch at_gate_{1}, gate_{1};
    std::unique_ptr<Writer> writer_;
};

} // namespace

TEST_CASE("jobs that wait together are committed together, in their order", "[service][writer]")
{
    HeldWriter held;
    for (const auto* word : {"a", "b", "c"})
        CHECK(held.submit(word));
    CHECK(held.writer().waiting() == 3);
    held.finish();
    CHECK(held.transactions.commits() == std::vector<Words>{{}, {"a", "b", "c"}});
}

TEST_CASE("that a job is done is said after the commit that made it durable", "[service][writer]")
{
    HeldWriter held;
    (void)held.submit("a");
    (void)held.submit("b");
    held.finish();
    CHECK(held.done == Words{"a committed 2", "b committed 2"});
}

TEST_CASE("a job that fails takes nothing of the others with it", "[service][writer]")
{
    HeldWriter held;
    (void)held.submit("a");
    (void)held.submit_failing("b");
    (void)held.submit("c");
    held.finish();
    CHECK(held.transactions.commits() == std::vector<Words>{{}, {"a", "c"}});
    CHECK(held.done == Words{"a committed 2", "b failed 2", "c committed 2"});
    CHECK(held.failures == Words{"b cannot be"});
}

TEST_CASE("a commit that fails fails every job in it, and the next batch goes on", "[service][writer]")
{
    HeldWriter held{{.queue = 1024, .batch = 2}};
    held.transactions.commits_fail = 2; // the gate's own, and the first batch
    for (const auto* word : {"a", "b", "c"})
        (void)held.submit(word);
    held.finish();
    CHECK(held.done == Words{"a failed 0", "b failed 0", "c committed 1"});
    CHECK(held.failures == Words{"the disk is full", "the disk is full"});
    CHECK(held.transactions.commits() == std::vector<Words>{{"c"}});
}

TEST_CASE("where even the way back to the savepoint is gone, the whole batch has failed", "[service][writer]")
{
    HeldWriter held;
    held.transactions.undo_fails = true;
    (void)held.submit("a");
    (void)held.submit_failing("b");
    held.finish();
    CHECK(held.transactions.commits() == std::vector<Words>{{}});
    CHECK(held.done == Words{"a failed 1", "b failed 1"});
}

TEST_CASE("no more jobs are taken together than a batch may hold", "[service][writer]")
{
    HeldWriter held{{.queue = 1024, .batch = 2}};
    for (const auto* word : {"a", "b", "c"})
        (void)held.submit(word);
    held.finish();
    CHECK(held.transactions.commits() == std::vector<Words>{{}, {"a", "b"}, {"c"}});
}

TEST_CASE("a full queue turns away what others ask for, never our own work", "[service][writer]")
{
    HeldWriter held{{.queue = 2, .batch = 128}};
    CHECK(held.submit("a"));
    CHECK(held.submit("b"));
    CHECK_FALSE(held.submit("too much"));
    CHECK(held.submit_always("ours"));
    held.finish();
    CHECK(held.transactions.commits() == std::vector<Words>{{}, {"a", "b", "ours"}});
}

TEST_CASE("a writer that is stopped runs what waits and turns away the rest", "[service][writer]")
{
    HeldWriter held;
    CHECK(held.submit("before"));
    held.stop();
    CHECK_FALSE(held.submit("after"));
    CHECK_FALSE(held.submit_always("after"));
    held.finish();
    CHECK(held.transactions.commits() == std::vector<Words>{{}, {"before"}});
    CHECK(held.done == Words{"before committed 2"});
}

TEST_CASE("a job without anybody who waits for it is run all the same", "[service][writer]")
{
    LoggedTransactions transactions;
    {
        Writer writer{transactions, {}, [](std::string_view) {}};
        CHECK(writer.submit([&](Stores&) { transactions.write("a"); }, {}));
    }
    CHECK(transactions.commits() == std::vector<Words>{{"a"}});
}
