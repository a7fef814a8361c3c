// Rows beside the logs: cases, consents, publications, causes, the board.

#include "tests/storage/base.hpp"
#include "tests/storage/filled.hpp"

namespace kintsugi::storage {
namespace {

service::CaseRow case_row(int id, std::string owner, int opened)
{
    service::CaseRow row;
    row.id = CaseId{id};
    row.status = cases::Status::working;
    row.level = cases::Level::medium;
    row.owner = PersonId{std::move(owner)};
    row.customer = CustomerId{7};
    row.opened_at = at_minute(opened);
    row.version = 1;
    return row;
}

service::CaseRow full_case_row()
{
    auto row = case_row(1001, "wei", 3);
    row.cause = CauseId{4};
    row.heat = 3;
    row.second_failure = true;
    row.touched_at = at_minute(5);
    row.closed_at = at_minute(6);
    row.outcome = cases::CloseOutcome::partly;
    row.next_due = at_minute(7);
    return row;
}

std::vector<int> numbers(const std::vector<service::CaseRow>& rows)
{
    std::vector<int> ids;
    for (const auto& row : rows)
        ids.push_back(static_cast<int>(row.id.value()));
    return ids;
}

} // namespace

TEST_CASE("cases count from 1001, causes and publications from 1, and no number is given twice", "[storage][rows]")
{
    Base base{any_place()};
    CHECK(base.stores().cases.create() == CaseId{1001});
    CHECK(base.stores().cases.create() == CaseId{1002});
    CHECK(base.stores().causes.create() == CauseId{1});
    CHECK(base.stores().publications.create() == PublicationId{1});
    base.stores().cases.save(case_row(1002, "wei", 0));
    base.stores().cases.remove_row(CaseId{1002});
    base.again();
    CHECK(base.stores().cases.create() == CaseId{1003});
    CHECK(base.stores().causes.create() == CauseId{2});
    CHECK(base.stores().publications.create() == PublicationId{2});
}

TEST_CASE("the row of a case is what was saved last", "[storage][rows]")
{
    Base base{any_place()};
    auto row = full_case_row();
    base.stores().cases.save(row);
    CHECK(base.stores().cases.row(row.id) == row);
    row = case_row(1001, "lena", 3);
    row.status = cases::Status::closed;
    base.stores().cases.save(row);
    base.again();
    CHECK(base.stores().cases.row(row.id) == row);
    CHECK_FALSE(base.stores().cases.row(CaseId{1002}));
    base.stores().cases.remove_row(row.id);
    CHECK_FALSE(base.stores().cases.row(row.id));
}

TEST_CASE("lists of cases", "[storage][rows]")
{
    Base base{any_place()};
    auto& cases = base.stores().cases;
    cases.save(case_row(1003, "wei", 1));
    cases.save(case_row(1001, "wei", 2));
    cases.save(case_row(1002, "lena", 3));
    auto closed = case_row(1004, "wei", 4);
    for (const auto status : {cases::Status::closed, cases::Status::merged, cases::Status::erased}) {
        closed.status = status;
        cases.save(closed);
        CHECK(numbers(cases.open_of(PersonId{"wei"})) == std::vector{1003, 1001});
    }
    closed.customer = CustomerId{8};
    cases.save(closed);
    CHECK(numbers(cases.of_customer(CustomerId{7})) == std::vector{1003, 1001, 1002});
    CHECK(numbers(cases.of_customer(CustomerId{8})) == std::vector{1004});
    CHECK(numbers(cases.opened_between(at_minute(2), at_minute(4))) == std::vector{1001, 1002});
}

TEST_CASE("cases are due soonest first", "[storage][rows]")
{
    Base base{any_place()};
    auto& cases = base.stores().cases;
    for (const auto& [id, due] : {std::pair{1001, 30}, {1002, 10}, {1003, 20}, {1004, 40}}) {
        auto row = case_row(id, "wei", 0);
        row.next_due = at_minute(due);
        cases.save(row);
    }
    cases.save(case_row(1005, "wei", 0)); // never due
    CHECK(cases.due(at_minute(30), 10) == std::vector{CaseId{1002}, CaseId{1003}, CaseId{1001}});
    CHECK(cases.due(at_minute(30), 2) == std::vector{CaseId{1002}, CaseId{1003}});
    CHECK(cases.due(at_minute(9), 10).empty());
}

TEST_CASE("a consent is due when silence or age ends it", "[storage][rows]")
{
    Base base{any_place()};
    auto& consents = base.stores().consents;
    consents.save(CaseId{1001}, sharing::ConsentState::asked, at_minute(10));
    consents.save(CaseId{1002}, sharing::ConsentState::granted, at_minute(5));
    consents.save(CaseId{1003}, sharing::ConsentState::refused, std::nullopt);
    CHECK(consents.due(at_minute(10), 10) == std::vector{CaseId{1002}, CaseId{1001}});
    consents.save(CaseId{1002}, sharing::ConsentState::expired, std::nullopt);
    base.again();
    CHECK(base.stores().consents.due(at_minute(10), 10) == std::vector{CaseId{1001}});
}

TEST_CASE("publications by case, by state, and due", "[storage][rows]")
{
    using sharing::PublicationState;
    Base base{any_place()};
    auto& publications = base.stores().publications;
    const service::PublicationRow draft{
        PublicationId{1}, CaseId{1001}, RoomId{"members"}, PersonId{"wei"}, {}, {}, {}, 2};
    service::PublicationRow delivered{PublicationId{2},
                                      CaseId{1001},
                                      RoomId{"members"},
                                      PersonId{"lena"},
                                      PublicationState::delivered,
                                      at_minute(3),
                                      at_minute(9),
                                      5};
    publications.save(delivered);
    publications.save(draft);
    CHECK(publications.of_case(CaseId{1001}) == std::vector{draft, delivered});
    CHECK(publications.of_case(CaseId{1002}).empty());
    const std::vector states{PublicationState::delivered, PublicationState::draft};
    CHECK(publications.in_states(states) == std::vector{draft, delivered});
    CHECK(publications.in_states({}).empty());
    CHECK(publications.due(at_minute(9), 5) == std::vector{PublicationId{2}});
    delivered.state = PublicationState::withdrawn;
    publications.save(delivered);
    publications.remove_row(PublicationId{1});
    base.again();
    CHECK(base.stores().publications.in_states(states).empty());
    CHECK(base.stores().publications.of_case(CaseId{1001}) == std::vector{delivered});
}

TEST_CASE("causes are listed newest first", "[storage][rows]")
{
    Base base{any_place()};
    auto& causes = base.stores().causes;
    service::CauseRow first{CauseId{1},
                            AreaId{"payments"},
                            causes::CauseState::observing,
                            StoredText::masked("退款"),
                            3,
                            at_minute(1),
                            at_minute(8),
                            4};
    const service::CauseRow second{CauseId{2}, AreaId{"delivery"}, {}, StoredText::masked("迟到"),
                                   1,          at_minute(2),       {}, 1};
    causes.save(first);
    causes.save(second);
    CHECK(causes.rows() == std::vector{second, first});
    CHECK(causes.due(at_minute(8), 5) == std::vector{CauseId{1}});
    first.next_due = std::nullopt;
    causes.save(first);
    causes.remove_row(CauseId{2});
    base.again();
    CHECK(base.stores().causes.rows() == std::vector{first});
    CHECK(base.stores().causes.due(at_minute(8), 5).empty());
}

TEST_CASE("an alias belongs to one case", "[storage][rows]")
{
    Base base{any_place()};
    auto& board = base.stores().board;
    const sharing::Alias alias{208, 7};
    CHECK_FALSE(board.alias_of(CaseId{1001}));
    CHECK(board.claim(CaseId{1001}, alias));
    CHECK(board.claim(CaseId{1001}, alias));
    CHECK_FALSE(board.claim(CaseId{1002}, {208, 8}));
    CHECK(board.alias_of(CaseId{1001}) == alias);
    CHECK(board.by_number(208) == CaseId{1001});
    CHECK_FALSE(board.by_number(209));
    CHECK_FALSE(board.alias_of(CaseId{1002}));
}

TEST_CASE("following twice is once", "[storage][rows]")
{
    Base base{any_place()};
    auto& board = base.stores().board;
    board.follow(CaseId{1001}, PersonId{"ann"}, true);
    board.follow(CaseId{1001}, PersonId{"ann"}, true);
    board.follow(CaseId{1001}, PersonId{"bob"}, true);
    board.follow(CaseId{1002}, PersonId{"cat"}, true);
    board.follow(CaseId{1001}, PersonId{"bob"}, false);
    board.follow(CaseId{1001}, PersonId{"bob"}, false);
    base.again();
    CHECK(base.stores().board.followers(CaseId{1001}) == std::vector{PersonId{"ann"}});
}

} // namespace kintsugi::storage
