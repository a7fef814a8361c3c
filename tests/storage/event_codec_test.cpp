#include "storage/event_codec.hpp"
#include "storage/json_read.hpp"
#include "storage/json_write.hpp"
#include "tests/storage/filled.hpp"

#include <catch2/catch.hpp>

namespace kintsugi::storage {
namespace {

template <class Variant>
void require_round_trips()
{
    for (const auto& event : every_event<Variant>()) {
        const auto encoded = encode(event);
        CAPTURE(encoded.name, encoded.facts);
        CHECK(decode<Variant>(encoded.name, encoded.facts, encoded.secrets) == event);
        CHECK(encoded.facts.find(private_marker) == std::string::npos);
        CHECK(encoded.facts.find('\n') == std::string::npos); // the chain of hashes counts on it
    }
}

} // namespace

TEST_CASE("every event comes back as it was, with its private texts outside the facts", "[storage]")
{
    require_round_trips<cases::Event>();
    require_round_trips<sharing::ConsentEvent>();
    require_round_trips<sharing::PublicationEvent>();
    require_round_trips<causes::CauseEvent>();
}

TEST_CASE("an event without private words has nothing to seal", "[storage]")
{
    CHECK(encode(cases::Event{cases::PromiseKept{2}}).secrets.empty());
    CHECK(encode(cases::Event{cases::UserTouched{{}, true}}).secrets.empty());
    CHECK(encode(cases::Event{cases::PromiseKept{2}}).facts == R"({"number":2})");
    CHECK(encode(cases::Event{cases::CaseErased{}}).facts == "{}");
}

TEST_CASE("without its sealed part an event keeps its facts and has empty texts", "[storage]")
{
    const cases::Event event{
        cases::PromiseMade{3, PrivateText{"退款"}, Instant{Milliseconds{5}}, PersonId{"wei"}, cases::Purpose::plan}};
    const auto encoded = encode(event);
    const auto read = std::get<cases::PromiseMade>(decode<cases::Event>(encoded.name, encoded.facts, {}));
    CHECK(read.what.empty());
    CHECK(read.number == 3);
    CHECK(read.owner == PersonId{"wei"});
    CHECK(read.purpose == cases::Purpose::plan);
}

TEST_CASE("points stand in the facts as three numbers", "[storage]")
{
    cases::CaseOpened opened;
    opened.points = {1, 2, 3};
    CHECK(encode(cases::Event{opened}).facts.find(R"("points":[1,2,3])") != std::string::npos);
}

TEST_CASE("a member that older events lack keeps its default, and one that is not known is passed over", "[storage]")
{
    const auto event = decode<cases::Event>("legal_hold_set", R"({"colour":"gold"})", {});
    CHECK(std::get<cases::LegalHoldSet>(event).on);
}

TEST_CASE("what is no event of ours is an error", "[storage]")
{
    CHECK_THROWS_AS(decode<cases::Event>("exploded", "{}", {}), StorageError);
    CHECK_THROWS_AS(decode<sharing::ConsentEvent>("opened", "{}", {}), StorageError);
    const auto facts = GENERATE(as<std::string>{}, "", "{", "[1]", "null", R"({"number":"two"})", R"({"number":2.5})",
                                R"({"number":99999999999})", R"({"number":2} trailing)");
    CAPTURE(facts);
    CHECK_THROWS_AS(decode<cases::Event>("promise_kept", facts, {}), StorageError);
    CHECK_THROWS_AS(decode<cases::Event>("level_set", R"({"level":"level_9"})", {}), StorageError);
}

TEST_CASE("the text of an error holds nothing of what it is about", "[storage]")
{
    try {
        (void)decode<cases::Event>("note_added", "{}", R"({"text":["张三的秘密"]})");
        FAIL("no error");
    } catch (const StorageError& error) {
        CHECK(std::string{error.what()}.find("秘密") == std::string::npos);
    }
}

TEST_CASE("a text that is no valid UTF-8 still comes back byte by byte", "[storage]")
{
    const cases::Event event{cases::NoteAdded{PrivateText{std::string{"\xff\xfe half \xe5\xbc"}}, {}}};
    const auto encoded = encode(event);
    CHECK(decode<cases::Event>(encoded.name, encoded.facts, encoded.secrets) == event);
}

TEST_CASE("a policy keeps all its numbers and both calendars", "[storage]")
{
    const auto policy = filled<cases::Policy>();
    CHECK(from_json<cases::Policy>(to_json(policy)) == policy);

    auto usual = cases::default_policy(Zone{"Asia/Shanghai"});
    usual.work.exceptions[std::chrono::year{2026} / 10 / 1] = {};
    CHECK(from_json<cases::Policy>(to_json(usual)) == usual);
}

TEST_CASE("a zone or a date that does not exist is an error, not a crash", "[storage]")
{
    CHECK_THROWS_AS(from_json<Calendar>(R"({"zone":"Middle-earth/Bree"})"), StorageError);
    CHECK_THROWS_AS(from_json<Calendar>(R"({"exceptions":[[20250230,[]]]})"), StorageError);
}

} // namespace kintsugi::storage
