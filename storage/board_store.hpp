#pragma once
// Aliases of cases on the public board, and who follows them.

#include "bot/service/stores.hpp"
#include "storage/connection.hpp"

namespace kintsugi::storage {

class SqlBoardStore final : public service::BoardStore {
public:
    explicit SqlBoardStore(Connection& database) : database_(database) {}

    std::optional<sharing::Alias> alias_of(CaseId id) override;
    bool claim(CaseId id, const sharing::Alias& alias) override;
    std::optional<CaseId> by_number(int alias_number) override;
    void follow(CaseId id, const PersonId& member, bool on) override;
    std::vector<PersonId> followers(CaseId id) override;

private:
    Connection& database_;
};

} // namespace kintsugi::storage
